"""RIS and BibTeX, read by libraries that are not ours, as reference managers read them."""

from dataclasses import replace
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

from statements.catalogue import records, store
from statements.exports.formats import OF_ONE, bib
from tests.catalogue import build
from tests.exports.conftest import ARABIC, NASTY
from tests.views import corpus

pytestmark = pytest.mark.usefixtures("on_record")


def text(client, address: str, **parameters) -> str:
    response = client.get(address, parameters)

    assert response.status_code == 200
    written: str = response.getvalue().decode()
    return written


def ris(client, address: str, **parameters) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = rispy.loads(text(client, address, **parameters))
    return entries


def bibtex(client, address: str, **parameters) -> list[dict[str, str]]:
    library = parse_string(
        text(client, address, **parameters), append_middleware=[LatexDecodingMiddleware()]
    )
    assert library.failed_blocks == []
    return [{"ID": one.key, **{f.key: f.value for f in one.fields}} for one in library.entries]


class RisTests:
    def test_of_a_speech_names_the_body_the_person_and_the_meeting(self, client, settings):
        (found,) = ris(client, "/statements/slug-speech.ris")

        assert found == {
            "type_of_reference": "SLIDE",
            "id": "speech",
            "authors": ["Pakistan"],
            "secondary_authors": ["Ms. Aa"],
            "title": "Speech speech",
            "secondary_title": "The meeting",
            "place_published": "New York",
            "date": "2017/09/27/",
            "year": "2017",
            "type_of_work": "Speech",
            "language": "en",
            "name_of_database": settings.SITE_NAME,
            "urls": [f"{settings.SITE_URL}/statements/slug-speech/"],
        }

    def test_of_a_press_release_is_a_page_of_the_site(self, client, settings):
        (found,) = ris(client, "/statements/slug-release.ris")

        assert found["type_of_reference"] == "ELEC"
        assert found["secondary_title"] == settings.SITE_NAME
        assert found["date"] == "2018/02//"
        assert "secondary_authors" not in found

    def test_of_words_quotes_them_at_their_place(self, client, settings):
        found = {one["id"]: one for one in ris(client, "/recommendations.ris")}

        ask = found["speech-ask"]
        assert ask["abstract"] == corpus.CALL
        assert ask["title"] == "Speech speech"
        assert ask["urls"] == [f"{settings.SITE_URL}/statements/slug-speech/#rspeech-ask"]

    def test_keeps_every_value_on_its_line(self, client):
        (found,) = ris(client, "/statements/slug-nasty.ris")

        assert found["title"] == " ".join(NASTY.split())

    def test_takes_no_name_apart_at_a_comma(self, client):
        store.put(build.actor("unodc", name="Office on Drugs, Crime"))

        (found,) = ris(client, "/statements/slug-release.ris")

        assert found["authors"] == ["Office on Drugs Crime"]
        assert found["notes"] == ["Name in full: Office on Drugs, Crime"]

    def test_says_the_name_of_a_person_in_full_too(self, client):
        voice = build.voice("pakistan", "pk", name="Mr. Bb, *Jr.*")
        corpus.publish(corpus.speech("junior", voices=(voice,)))

        (found,) = ris(client, "/statements/slug-junior.ris")

        assert found["authors"] == ["Pakistan"]
        assert found["secondary_authors"] == ["Mr. Bb Jr."]
        assert found["notes"] == ["Name in full: Mr. Bb, *Jr.*"]

    def test_of_a_list_holds_what_the_list_holds(self, client):
        found = ris(client, "/statements.ris", by="pk", sort="oldest")

        assert [one["id"] for one in found] == ["nasty", "speech"]

    def test_tells_the_symbol_of_the_record(self, client):
        store.put(replace(store.one("event", "meeting"), symbol="A/72/PV.25"))

        (found,) = ris(client, "/statements/slug-speech.ris")

        assert found["notes"] == ["United Nations document A/72/PV.25"]


class BibTexTests:
    def test_of_a_speech_names_the_body_the_person_and_the_meeting(self, client, settings):
        (found,) = bibtex(client, "/statements/slug-speech.bib")

        assert found == {
            "ID": "onrecord-speech",
            "author": "Pakistan",
            "title": "Speech speech",
            "howpublished": "Speech by Ms. Aa, The meeting, New York",
            "year": "2017",
            "month": "9",
            "date": "2017-09-27",
            "language": "en",
            "publisher": settings.SITE_NAME,
            "url": f"{settings.SITE_URL}/statements/slug-speech/",
        }

    def test_keeps_names_and_title_whole(self, client):
        written = text(client, "/statements/slug-speech.bib")

        assert "author = {{Pakistan}}" in written
        assert "title = {{Speech speech}}" in written

    def test_of_words_quotes_them_at_their_place(self, client):
        found = {one["ID"]: one for one in bibtex(client, "/recommendations.bib")}

        assert found["onrecord-speech-ask"]["abstract"] == corpus.CALL
        assert found["onrecord-speech-ask"]["url"].endswith("/slug-speech/#rspeech-ask")

    @pytest.mark.parametrize("title", ["100 % & #1 $_~", r"\input x", ARABIC])
    def test_takes_no_sign_of_a_title_for_a_command(self, client, title):
        store.put(build.statement("signs", title=title))

        (found,) = bibtex(client, "/statements/slug-signs.bib")

        assert found["title"] == title

    @pytest.mark.parametrize("title", ["a}b{c", "} @misc{x, title = {y}"])
    def test_takes_no_brace_of_a_title_for_its_end(self, client, title):
        store.put(build.statement("signs", title=title))

        (found,) = bibtex(client, "/statements/slug-signs.bib")

        # That library knows no name of a brace, and leaves it out.
        assert found["title"] == title.replace("{", "").replace("}", "")

    def test_leaves_no_brace_open(self):
        signs = "".join(map(chr, range(32, 127)))

        written = bib._escaped(signs)

        assert written.count("{") == written.count("}") == written.count("{}")

    def test_of_a_list_holds_what_the_list_holds(self, client):
        found = bibtex(client, "/statements.bib")

        assert {one["ID"] for one in found} == {
            f"onrecord-{ref}" for ref in ("speech", "release", "nasty")
        }


class TextTests:
    def test_cites_the_statement_and_gives_its_text_as_it_stands(self, client):
        citation, _, words = text(client, "/statements/slug-speech.txt").partition("\n\n")

        assert citation.startswith(
            "Pakistan, “Speech speech”, speech delivered by Ms. Aa, Minister"
        )
        assert "\n" not in citation
        assert words == f"{corpus.TEXT}\n"


class SingleTests:
    @pytest.mark.parametrize("suffix", OF_ONE)
    def test_is_in_english_no_page_and_holds_no_cookie(self, client, suffix):
        response = client.get(f"/statements/slug-speech.{suffix}")

        assert response["Content-Type"] == OF_ONE[suffix].media_type
        assert response["Content-Disposition"] == f'inline; filename="slug-speech.{suffix}"'
        assert response["X-Robots-Tag"] == "noindex"
        assert not response.cookies

    def test_holds_what_the_list_holds_of_it(self, client):
        alone = client.get("/statements/slug-speech.json").json()
        every = client.get("/statements.json").getvalue().decode()

        assert [one["ref"] for one in alone["results"]] == ["speech"]
        assert alone["address"].endswith("/statements/slug-speech/")
        assert alone["results"][0]["text"] == corpus.TEXT
        assert '"ref":"speech"' in every

    def test_is_linked_from_its_page(self, client):
        page = client.get("/statements/slug-speech/").content.decode()

        for suffix, form in OF_ONE.items():
            link = f'<a href="/statements/slug-speech.{suffix}" rel="nofollow">{form.name}</a>'
            assert link in page

    @pytest.mark.parametrize("address", ["/statements/nothing.ris", "/statements/slug-speech.csv"])
    def test_that_is_not_there_is_not_found(self, client, address):
        assert client.get(address).status_code == 404

    def test_moves_with_its_statement(self, client):
        store.put(replace(corpus.speech(), slug="other"))

        response = client.get("/statements/slug-speech.ris")

        assert (response.status_code, response["Location"]) == (301, "/statements/other.ris")

    def test_of_what_was_withdrawn_tells_the_reason_alone(self, client):
        stone = records.Tombstone(
            ref="speech", on=build.date("2026-01-01").on, reason="It was wrong.", successor=""
        )
        store.withdraw("statement", stone)

        response = client.get("/statements/slug-speech.txt")

        assert response.status_code == 410
        assert response.content.decode() == "withdrawn: It was wrong.\n"

    def test_refuses_every_parameter(self, client):
        response = client.get("/statements/slug-speech.json", {"by": "pk"})

        assert response.status_code == 400
        assert response.json()["error"]["field"] == "by"
