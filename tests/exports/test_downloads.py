"""The addresses of the files: what they take, what they refuse, what their headers say."""

import datetime as dt
import json
import re
from dataclasses import fields
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings

from statements.catalogue import filters, records, revision, store
from statements.catalogue.selection import Selection, Value
from statements.charts import CHARTS
from statements.exports import columns, export, formats, reading
from statements.exports.formats import FORMATS, OF_LISTS, OF_ONE, csv
from tests.exports import files
from tests.views import corpus

KINDS = ("statement", "recommendation")
ADDRESSES = [f"/{kind}s.{suffix}" for kind in KINDS for suffix in OF_LISTS]
REFERENCE = Path(settings.BASE_DIR) / "docs" / "downloads.md"


class FormatTests:
    def test_are_all_in_their_list(self):
        folder = Path(formats.__file__).parent

        assert set(FORMATS) == {path.stem for path in folder.glob("[!_]*.py")}

    def test_bear_the_suffix_of_their_file(self):
        assert {suffix: form.suffix for suffix, form in FORMATS.items()} == {s: s for s in FORMATS}


class ReferenceTests:
    """docs/downloads.md tells every column, in order."""

    @pytest.mark.parametrize("kind", KINDS)
    def test_tells_every_column_and_its_meaning(self, kind):
        section = REFERENCE.read_text("utf-8").split(f"## Columns of {kind}s.csv\n")[1]
        table = section.split("\n## ")[0]

        told = re.findall(r"^\| `(\w+)` \| (.*) \|$", table, re.MULTILINE)

        assert told == [(column.name, column.meaning) for column in csv.header(kind)]

    @pytest.mark.parametrize("kind", KINDS)
    def test_knows_no_column_twice(self, kind):
        names = [column.name for column in csv.header(kind)]

        assert len(set(names)) == len(names)

    def test_says_what_is_left_out_and_why(self):
        for name, reason in columns.LEFT_OUT.items():
            kind, field = name.split(".")

            assert field in {line.name for line in fields(getattr(records, kind))}
            assert f"`{field}`" in REFERENCE.read_text("utf-8")
            assert reason in REFERENCE.read_text("utf-8")


@pytest.mark.usefixtures("on_record")
class AddressTests:
    @pytest.mark.parametrize("address", ADDRESSES)
    def test_is_a_file_to_keep_and_not_to_index(self, client, monkeypatch, address):
        monkeypatch.setattr(revision, "today", lambda: dt.date(2020, 2, 2))

        response = client.get(address)

        assert response.status_code == 200
        assert response.streaming
        assert response["X-Robots-Tag"] == "noindex"
        today = "2020-02-02"
        name = f"{address[1:].split('.')[0]}-{today}.{address.split('.')[1]}"
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert response["Content-Language"] == "en"
        assert not response.cookies

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_tells_its_head_without_reading_a_record(self, client, address):
        response = client.head(address)

        assert response.status_code == 200
        assert response.getvalue() == b""
        assert "attachment" in response["Content-Disposition"]

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_takes_every_parameter_of_the_list_but_the_page(self, client, address):
        kind = "statement" if "statement" in address else "recommendation"
        taken = {"since": "2017", "until": "2017", "year": "2017", "sort": "oldest", "q": "shelter"}
        for name in filters.known(kind):
            response = client.get(address, {name: taken.get(name, "xanadu")})

            assert (response.status_code == 400) is (name not in taken), name

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_accepts_nothing_sent(self, client, address):
        assert client.post(address).status_code == 405

    def test_holds_only_a_header_where_nothing_is_found(self, client):
        response = client.get("/statements.csv", {"country": "fj"})

        assert response.getvalue().decode("utf-8-sig").count("\r\n") == 1

    def test_without_the_marks_of_sharing(self, client):
        response = client.get("/statements.csv?by=pk&utm_source=mail")

        assert (response.status_code, response["Location"]) == (301, "/statements.csv?by=pk")

    @pytest.mark.parametrize("address", ["/statements.xml", "/events.csv", "/ar/statements.csv"])
    def test_of_another_kind_does_not_exist(self, client, address):
        assert client.get(address).status_code == 404


@pytest.mark.usefixtures("on_record")
class RefusalTests:
    @pytest.mark.parametrize(
        ("name", "value", "reason"),
        [
            ("page", "2", "A download holds all pages, so it takes no “page”."),
            ("nonsense", "1", "There is no parameter “nonsense” here."),
            ("country", "xx", "“xx” is not known here as a value of “country”."),
        ],
    )
    def test_names_the_parameter_and_the_reason_in_the_asked_format(
        self, client, name, value, reason
    ):
        as_json = client.get("/statements.json", {name: value})
        as_text = client.get("/statements.csv", {name: value})

        assert as_json.status_code == as_text.status_code == 400
        assert as_json["Content-Type"] == "application/json; charset=utf-8"
        assert json.loads(as_json.content) == {"error": {"field": name, "message": reason}}
        assert as_text["Content-Type"] == "text/plain; charset=utf-8"
        assert as_text.content.decode() == f"{name}: {reason}\n"

    @pytest.mark.parametrize(
        "address",
        ["/statements.csv?page=2", "/statements/slug-speech.txt?x=1", "/charts/X.csv?x=1"],
    )
    def test_is_indexed_no_more_than_the_file(self, client, address):
        response = client.get(address.replace("X", next(iter(CHARTS))))

        assert (response.status_code, response["X-Robots-Tag"]) == (400, "noindex")


@pytest.mark.usefixtures("on_record")
class SingleTests:
    @pytest.mark.parametrize("suffix", OF_ONE)
    def test_is_gone_where_it_is_withdrawn_while_it_is_written(self, client, monkeypatch, suffix):
        read = reading.batches

        def late(keys):
            if store.state("statement", "speech") == "live":
                store.withdraw("statement", stone)
            return read(keys)

        stone = records.Tombstone(
            ref="speech", on=dt.date(2026, 1, 1), reason="Wrong.", successor=""
        )
        monkeypatch.setattr(reading, "batches", late)

        response = client.get(f"/statements/slug-speech.{suffix}")

        assert (response.status_code, response["X-Robots-Tag"]) == (410, "noindex")
        assert "Wrong." in response.content.decode()
        assert corpus.CALL not in response.content.decode()

    @pytest.mark.parametrize("suffix", OF_ONE)
    def test_is_whole_where_something_else_changes(self, client, monkeypatch, suffix):
        read = reading.batches
        expected = client.get(f"/statements/slug-speech.{suffix}").content

        def late(keys):
            corpus.publish(corpus.release("later"))
            return read(keys)

        monkeypatch.setattr(reading, "batches", late)

        response = client.get(f"/statements/slug-speech.{suffix}")

        assert (response.status_code, response.content) == (200, expected)


@pytest.mark.usefixtures("on_record")
class LinkTests:
    def links(self, client, address: str) -> list[str]:
        page = client.get(address).content.decode()
        return [unescape(one) for one in re.findall(r'<a href="([^"]+)" rel="nofollow"', page)]

    def test_lead_to_the_whole_of_what_is_shown(self, client):
        for number in range(30):
            corpus.publish(corpus.speech(f"more-{number:02}"))

        found = self.links(client, "/statements/?by=pk&theme=shelter&sort=oldest&page=2")

        assert found == [
            f"/statements.{suffix}?theme=shelter&by=pk&sort=oldest" for suffix in OF_LISTS
        ]
        assert len(files.rows(client, "statement", by="pk", theme="shelter")) == 32

    def test_lead_to_recommendations_too(self, client):
        assert self.links(client, "/recommendations/") == [
            f"/recommendations.{suffix}" for suffix in OF_LISTS
        ]

    @pytest.mark.parametrize("address", ["/statements/?country=fj", "/events/", "/actors/"])
    def test_are_not_where_there_is_no_file_to_have(self, client, address):
        assert self.links(client, address) == []


class FileNameTests:
    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ({}, "statements-2026-11-21.csv"),
            ({"country": ("iq", "Iraq")}, "statements-iraq-2026-11-21.csv"),
            ({"tag": ("himaya", "حماية")}, "statements-himaya-2026-11-21.csv"),
            ({"tag": ("a", 'x"\r\ny;/../z')}, "statements-x-yz-2026-11-21.csv"),
            ({"tag": ("a", "long " * 40)}, f"statements{'-long' * 14}-2026-11-21.csv"),
        ],
    )
    def test_tells_what_is_in_it_in_plain_letters(self, given, expected):
        values = {name: (Value(code, code, label),) for name, (code, label) in given.items()}
        selection = Selection(kind="statement", values=values)

        name = export.file_name(selection, "csv", dt.date(2026, 11, 21))

        assert name == expected

    def test_tells_the_words_and_the_dates(self):
        selection = Selection(kind="recommendation", q="“Safe” home", since="2016", until="2017-09")

        name = export.file_name(selection, "json", dt.date(2026, 11, 21))

        assert name == "recommendations-safe-home-since-2016-until-2017-09-2026-11-21.json"
