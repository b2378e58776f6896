"""What holds for every chart: its words, its marks, its figures and its file."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import Path

import pytest
from django.utils import translation

from statements import charts
from statements.catalogue import store, vocabulary
from statements.catalogue.selection import Selection, Value
from statements.charts import CHARTS
from statements.charts.drawing.figure import addresses
from tests.catalogue import build
from tests.charts.conftest import STATES

FOLDER = Path(charts.__file__).parent
SVG = "{http://www.w3.org/2000/svg}"
EVERY = pytest.mark.parametrize("name", sorted(CHARTS))


def figure(name: str, **values: str):
    chosen = {key: (Value(value, value, value),) for key, value in values.items()}
    selection = Selection(kind=CHARTS[name].kind, values=chosen)
    return CHARTS[name].draw(selection, vocabulary.current())


def parsed(drawn: str) -> ET.Element:
    """Parse what stands in the page as SVG of its own; refuse what is not well-formed."""
    return ET.fromstring(f"<div>{drawn.replace('<svg', f'<svg xmlns={SVG[1:-1]!r}')}</div>")


def links(drawn: str) -> list[tuple[str, str]]:
    """Return address and accessible name of each mark."""
    found = parsed(drawn).iter(f"{SVG}a")
    return [(one.get("href", ""), one.get("aria-label", "")) for one in found]


def count_of(client, address: str) -> int:
    """Return how many records the list at an address says that it has."""
    response = client.get(address)
    assert response.status_code == 200, address
    return int(response.context["results"].total)


class RegistryTests:
    def test_lists_every_file_of_the_folder(self):
        files = {path.stem.replace("_", "-") for path in FOLDER.glob("*.py")} - {"--init--"}

        assert set(CHARTS) == files

    @EVERY
    def test_knows_each_by_its_name(self, name):
        assert CHARTS[name].name == name


class PictureTests:
    @EVERY
    def test_says_what_it_is(self, corpus, name):
        found = figure(name)
        pictures = [one for one in parsed(found.picture).iter(f"{SVG}svg") if one.get("role")]

        assert pictures
        for picture in pictures:
            labelled, described = picture.get("aria-labelledby"), picture.get("aria-describedby")
            title, desc = picture[0], picture[1]
            assert (title.tag, title.get("id")) == (f"{SVG}title", labelled)
            assert (desc.tag, desc.get("id")) == (f"{SVG}desc", described)
            assert title.text
            assert desc.text == found.summary

    @EVERY
    def test_has_no_style_and_no_script_inside(self, corpus, name):
        drawn = figure(name).picture

        assert not re.search(r"<style|<script|\bstyle=|\bon\w+=|javascript:", drawn)

    @EVERY
    def test_escapes_names(self, corpus, name):
        found = figure(name)

        assert "<its>" not in found.picture + found.table.html + found.key

    @EVERY
    def test_leads_to_what_each_mark_counts(self, corpus, client, name):
        found = [(address, said) for address, said in links(figure(name).picture) if ": " in said]

        assert found
        for address, said in found:
            n = int(re.findall(r": (\d+) ", said)[-1])
            if "?" in address:
                assert count_of(client, unescape(address)) == n, said

    def test_names_months_as_a_sentence_does(self, corpus):
        with translation.override("ru"):
            found = figure("statements-over-time", year="2015")

        assert re.search("— [а-я]+ 2015: ", found.summary)

    def test_writes_addresses_as_lists_do(self):
        chosen = Selection(kind="statement", q="a & b", values={"tag": (Value("ø", "ø=1", ""),)})
        address = addresses(chosen)

        assert address(theme="c&d é") == "/statements/" + chosen.query(add=("theme", "c&d é"))
        assert address(tag="other") == ""

    @EVERY
    def test_of_nothing_is_none(self, db, name):
        found = figure(name)

        assert found.picture == ""
        assert found.table.html

    @EVERY
    def test_begins_at_the_other_side_for_who_reads_from_the_right(self, corpus, name):
        with translation.override("en"):
            ltr = figure(name).picture
        with translation.override("ar"):
            rtl = figure(name).picture

        def places(drawn):
            rects = parsed(drawn).iter(f"{SVG}rect")
            return [
                (float(one.attrib.get("x", "0%")[:-1]), float(one.attrib["width"][:-1]))
                for one in rects
                if one.get("class") != "reach"
            ]

        assert [(round(100 - x - wide, 1), wide) for x, wide in places(ltr)] == [
            (round(x, 1), wide) for x, wide in places(rtl)
        ]


class FileTests:
    @EVERY
    def test_has_the_figures_of_the_table(self, corpus, client, name):
        found = figure(name)

        response = client.get(found.download)
        rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))

        assert response["Content-Type"] == "text/csv; charset=utf-8"
        assert len(rows) == len(found.table.rows) + 1
        assert len({len(row) for row in rows}) == 1
        assert [row[-1] for row in rows[1:]] == [cells[-1].words for cells in found.table.rows]

    def test_takes_the_parameters_of_the_list(self, corpus, client):
        found = figure("recommendations-by-addressee", by="iq", to="pk")

        response = client.get(found.download)

        assert "by=iq" in found.download
        assert response.content.decode("utf-8-sig").splitlines()[1].startswith('"pk","Pakistan",')

    def test_refuses_what_the_list_refuses(self, corpus, client):
        response = client.get("/charts/who-asks-whom.csv?country=atlantis")

        assert response.status_code == 400
        assert response.content.decode().startswith("country: ")

    def test_is_of_all_pages(self, corpus, client):
        response = client.get("/charts/who-asks-whom.csv?page=2")

        assert response.status_code == 400
        assert response.content.decode().startswith("page: ")

    def test_is_not_there_for_a_chart_that_nobody_drew(self, db, client):
        assert client.get("/charts/pie.csv").status_code == 404

    def test_guards_what_a_spreadsheet_would_run(self, corpus, client):
        store.put(build.term("country", "iq", label="=1+1"))

        assert b'"\'=1+1"' in client.get("/charts/statements-by-country.csv").content


class YearTests:
    def test_are_drawn_however_far_apart(self, corpus):
        for year in ("0001", "9999"):
            store.put(build.statement(f"of-{year}", delivered=build.date(f"{year}-06-01")))

        found = figure("statements-over-time")

        assert len(found.table.rows) == 9999
        assert 2 <= len(re.findall(r'class="tick"[^>]*>[0-9]{4}<', found.picture)) <= 6


class RankedTests:
    def test_gives_each_state_its_own_code_where_one_has_no_name(self, corpus):
        fiji = (build.addressee("fj", "fj"),)
        for number in range(40):
            store.put(build.recommendation(f"fj{number}", addressees=fiji))

        rows = figure("recommendations-by-addressee").table.rows

        coded = {row[0].code: row[0].words for row in rows if row[0].code}
        assert coded == {code: STATES[code] for code in coded}
        assert len(coded) == len(STATES)


class NamesTests:
    @pytest.fixture
    def council(self, corpus):
        """A body without a French name that asks, and is asked, most often."""
        store.put(build.actor("council", name="The Council"))
        for at in range(40):
            of_both = {
                "askers": (build.voice("council"),),
                "addressees": (build.addressee("council"),),
            }
            store.put(build.recommendation(f"of-{at}", statement=f"of-{at}", **of_both))

    @pytest.mark.parametrize(
        ("name", "n_heads"),
        [
            ("recommendations-by-asker", 1),
            ("recommendations-by-addressee", 1),
            ("who-asks-whom", 2),
        ],
    )
    def test_of_actors_say_their_language_where_it_is_not_the_readers(self, council, name, n_heads):
        with translation.override("fr"):
            french = figure(name)
        english = figure(name)

        apart = '<bdi lang="en" dir="ltr">The Council</bdi>'
        assert french.table.html.count(apart) == n_heads
        assert f'">{apart}</a></th>' in french.table.html
        words = [
            one for one in parsed(french.picture).iter(f"{SVG}text") if one.text == "The Council"
        ]
        assert [one.get("lang") for one in words] == ["en"] * n_heads
        assert "lang=" not in english.picture + english.table.html

    @pytest.mark.parametrize("name", ["recommendations-by-theme", "statements-by-country"])
    def test_of_terms_say_their_language_where_it_is_not_the_readers(self, corpus, name):
        with translation.override("fr"):
            found = figure(name)

        assert found.table.html.count('<bdi lang="en" dir="ltr">') == len(
            [row for row in found.table.rows if any(cell.language for cell in row)]
        )
        assert '<bdi lang="en" dir="ltr">' in found.table.html


class MatrixTests:
    def test_is_not_drawn_where_no_state_is_asked(self, corpus):
        store.put(build.term("country", "fj", label="Fiji"))
        for ref in ("one", "two"):
            fiji = build.voice("fj", "fj")
            store.put(build.recommendation(ref, statement=ref, askers=(fiji,)))

        found = figure("who-asks-whom", by="fj")

        assert found.picture == ""
        assert [cell.words for cell in found.table.rows[0]] == ["Fiji", "2"]


class ThemesTests:
    def test_lead_to_no_list_of_a_pillar_that_nothing_is_filed_under(self, corpus):
        fiji = (build.voice("fj", "fj"),)
        for ref, theme in (("one", "courts"), ("two", "demand"), ("three", "shelter")):
            held = {"pillar": "prevention", "themes": (theme,), "askers": fiji}
            store.put(build.recommendation(ref, statement=ref, **held))

        found = figure("recommendations-by-theme", by="fj").picture

        assert '<span class="pillar prosecution">prosecution</span>' in found.lower()
        assert "pillar=prosecution" not in found
        assert "pillar=prevention" in found


class DrawnTests:
    def test_leaves_out_what_has_nothing_to_show(self, corpus):
        nowhere = Selection(kind="statement", values={"by": (Value("fj", "fj", "Fiji"),)})

        found = charts.drawn(
            vocabulary.current(),
            ("statements-over-time", Selection(kind="statement")),
            ("statements-over-time", nowhere),
        )

        assert [one.name for one in found] == ["statements-over-time"]
