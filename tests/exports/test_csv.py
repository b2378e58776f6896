"""The CSV files: what stands in which cell, and what a spreadsheet makes of it."""

import csv
import io
import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.catalogue import records, store
from statements.exports import cells
from tests.catalogue import build
from tests.exports import files
from tests.exports.conftest import ARABIC
from tests.views import corpus

NAUGHTY = [
    text
    for family in json.loads((Path(__file__).parent.parent / "naughty.json").read_text()).values()
    for text in family
]
FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    " =1+1",
    "\u00a0=1+1",
    "\t=1",
    "\rx",
    "\nx",
    "\x00=1",
    "\u200b=1",
    "\ufeff=1",
    "\u202e=1",
    "\u2066=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "﹦1",
    "\u3000＝1",
    "- a bullet of a list",
)


def read(lines: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(lines.decode(), newline=""), strict=True))


def runs(cell: str) -> bool:
    """Tell whether a spreadsheet may run a cell: as strictly as anyone could see it."""
    plain = unicodedata.normalize("NFKC", cell)
    seen = [one for one in plain if not (one.isspace() or unicodedata.category(one)[0] == "C")]
    return cell[:1] in {"\t", "\r", "\n"} or "".join(seen[:1]) in {"=", "+", "-", "@"}


class CellTests:
    @given(st.lists(st.lists(st.text(), min_size=3, max_size=3), min_size=1))
    def test_are_read_back_as_they_were_and_run_nothing(self, rows):
        found = read(cells.lines(list(zip(*rows, strict=True))))

        for before, after in zip(rows, found, strict=True):
            for cell, shown in zip(before, after, strict=True):
                assert not runs(shown)
                assert shown.removeprefix("'") == re.sub(
                    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", " ", cell.removeprefix("'")
                )

    @pytest.mark.parametrize("text", [*FORMULAS, *NAUGHTY])
    def test_run_nothing_that_is_known_to_run(self, text):
        [[cell, after]] = read(cells.lines([[text], ["after"]]))

        assert not runs(cell)
        assert after == "after"

    @pytest.mark.parametrize("text", FORMULAS)
    def test_get_an_apostrophe_where_they_would_run(self, text):
        [[cell]] = read(cells.lines([[text]]))

        assert cell[0] == "'"
        assert len(cell) == len(text) + 1

    @pytest.mark.parametrize("text", ["Ms. A", "(a) =1", "“-”", "1-2", "'=1", "…", ARABIC, "保护"])
    def test_are_left_alone_where_they_would_not(self, text):
        assert read(cells.lines([[text]])) == [[text]]

    def test_of_nothing_are_empty(self):
        assert read(cells.lines([[None], [""]])) == [["", ""]]

    def test_keep_the_place_of_each_character(self):
        [[cell]] = read(cells.lines([["a\x00b\x1fc\x1ed"]]))

        assert cell == "a b c d"

    def test_end_their_lines_as_the_standard_says(self):
        assert cells.lines([["a", "b"], ["c", 'd"']]) == b'"a","c"\r\n"b","d"""\r\n'


@pytest.mark.usefixtures("on_record")
class StatementTests:
    def test_have_a_row_each_in_the_order_of_the_list(self, client):
        found = files.rows(client, "statement")

        assert [row["ref"] for row in found] == ["release", "speech", "nasty"]

    def test_say_what_the_record_says(self, client):
        [row] = files.rows(client, "statement", event="slug-meeting", kind="speech", year="2017")

        assert {name: cell for name, cell in row.items() if cell} == {
            "url": "http://localhost:8000/statements/slug-speech/",
            "ref": "speech",
            "slug": "slug-speech",
            "version": "1",
            "kind": "speech",
            "title": "Speech speech",
            "title_is_ours": "false",
            "language": "en",
            "delivered": "2017-09-27",
            "delivered_precision": "day",
            "event": "meeting",
            "event_name": "The meeting",
            "voices_ref": "v",
            "voices_capacity": "delivers",
            "voices_name": "Ms. Aa",
            "voices_role": "Minister",
            "voices_actor": "pakistan",
            "voices_actor_name": "Pakistan",
            "voices_state": "pk",
            "countries": "iq",
            "countries_name": "Iraq",
            "themes": "shelter",
            "themes_name": "Shelter",
            "text_version": "as_delivered",
            "first_published_on": "2026-01-01",
            "recommendations": "speech-ask; speech-promise",
            "asks": "1",
            "commitments": "1",
            "tags": "beds",
            "tags_name": "beds",
            "campaigns": "shelter-for-all",
            "campaigns_name": "shelter-for-all",
            "text": corpus.TEXT,
        }

    def test_show_a_date_as_exactly_as_it_is_known(self, client):
        found = files.rows(client, "statement")

        assert [(row["delivered"], row["delivered_precision"]) for row in found] == [
            ("2018-02", "month"),
            ("2017-09-27", "day"),
            ("2016", "year"),
        ]

    def test_run_nothing_and_lose_nothing(self, client):
        nasty = files.rows(client, "statement")[2]

        assert nasty["title"].startswith("'=HYPERLINK(\"https")
        assert nasty["title"].endswith("“quoted”, and\nmore")
        assert nasty["voices_role"] == "'-1 +1; @cmd"
        assert nasty["voices_actor_name"] == "Pakistan; "
        assert nasty["text"].endswith(ARABIC)

    def test_are_named_in_english_by_who_is_public_now(self, client):
        store.remove("actor", "pakistan")

        [row] = files.rows(client, "statement", year="2017")

        assert (row["voices_actor"], row["voices_actor_name"]) == ("pakistan", "")


@pytest.mark.usefixtures("on_record")
class RecommendationTests:
    def test_have_a_row_each_in_the_order_of_the_list(self, client):
        found = files.rows(client, "recommendation", sort="oldest")

        assert [row["ref"] for row in found] == [
            "nasty-ask",
            "nasty-promise",
            "speech-ask",
            "speech-promise",
        ]

    def test_say_what_the_record_says(self, client):
        [row] = files.rows(client, "recommendation", kind="ask", year="2017")

        assert {name: cell for name, cell in row.items() if cell} == {
            "url": "http://localhost:8000/recommendations/speech-ask/",
            "statement_url": "http://localhost:8000/statements/slug-speech/#rspeech-ask",
            "ref": "speech-ask",
            "version": "1",
            "statement": "speech",
            "statement_name": "Speech speech",
            "number": "1",
            "kind": "ask",
            "passage": corpus.CALL,
            "passage_start": str(corpus.TEXT.index(corpus.CALL)),
            "passage_end": str(corpus.TEXT.index(corpus.CALL) + len(corpus.CALL)),
            "lead_in": corpus.LEAD_IN,
            "lead_in_start": str(corpus.TEXT.index(corpus.LEAD_IN)),
            "lead_in_end": str(corpus.TEXT.index(corpus.LEAD_IN) + len(corpus.LEAD_IN)),
            "short_form": "Give every victim a bed",
            "askers_ref": "v",
            "askers_capacity": "delivers",
            "askers_name": "Ms. Aa",
            "askers_role": "Minister",
            "askers_actor": "pakistan",
            "askers_actor_name": "Pakistan",
            "askers_state": "pk",
            "addressees_actor": "iraq",
            "addressees_actor_name": "Iraq",
            "addressees_state": "iq",
            "verb": "should",
            "strength": "3",
            "pillar": "protection",
            "themes": "shelter",
            "themes_name": "Shelter",
            "date": "2017-09-27",
            "date_precision": "day",
            "event": "meeting",
            "event_name": "The meeting",
            "language": "en",
            "tags": "beds",
            "tags_name": "beds",
            "campaigns": "shelter-for-all",
            "campaigns_name": "shelter-for-all",
        }

    def test_have_a_column_for_the_short_form_in_each_language(self, client):
        short_forms = {"ar": "سرير لكل ضحية", "zh": "为每名受害者提供床位"}
        store.put(build.recommendation("many", statement="speech", short_forms=short_forms))

        rows = {row["ref"]: row for row in files.rows(client, "recommendation")}

        told = {name: cell for name, cell in rows["many"].items() if name.startswith("short_form_")}
        none = {"short_form_es": "", "short_form_fr": "", "short_form_ru": ""}
        assert told == none | {f"short_form_{code}": words for code, words in short_forms.items()}

    def test_point_to_their_words_by_positions_of_the_text(self, client):
        text = files.rows(client, "statement", year="2017")[0]["text"]
        for row in files.rows(client, "recommendation", year="2017"):
            assert text[int(row["passage_start"]) : int(row["passage_end"])] == row["passage"]

    def test_leave_an_unknown_strength_empty(self, client):
        one = build.recommendation("weak", statement="speech", strength=None)
        store.put(one, records.Live())

        found = files.rows(client, "recommendation")

        assert [row["strength"] for row in found if row["ref"] == "weak"] == [""]
