"""What is proposed for a text, and what is left alone."""

from itertools import pairwise

import pytest
from hypothesis import given

from statements.text.blocks import blocks
from statements.text.repairs import Change, proposals
from tests.text.sources import ANY_TEXT, SHARED, STEMS, document, needs_shared

WRAPPED = (
    "The international legal framework for combatting\n"
    "human trafficking is based on the rules operating\n"
    "within the relevant branches of international law,\n"
    "and traf-\nficking is fought by law-\nenforcement.\n"
)


def repaired(text: str, language: str = "en") -> str:
    found = proposals(text, language)
    return Change.of(each for one in found for each in one.replacements).apply(text)


def kinds(text: str, language: str = "en") -> list[str]:
    return [one.kind for one in proposals(text, language)]


class LineTests:
    def test_are_joined_a_paragraph_at_once(self):
        text = WRAPPED.replace("and traf-\nficking is fought by law-\nenforcement.\n", "and more.")

        assert kinds(text) == ["lines"]
        assert "\n" not in repaired(text)

    def test_lose_a_hyphen_only_where_the_word_stands_without_one(self):
        text = WRAPPED.replace("and traf-", "and all the many kinds of organized crime and traf-")

        right = repaired(text.replace("by law-", "by States and by good international law-"))

        assert "trafficking is fought" in right
        assert "law-enforcement." in right

    def test_that_are_paragraphs_stay(self):
        assert proposals("One.\nTwo.\nThree.", "en") == ()

    @pytest.mark.parametrize("stem", STEMS)
    def test_of_a_seed_are_drawn_as_before(self, stem):
        text = document(stem)
        joined = [one for one in proposals(text, "en") if one.kind == "lines"]
        right = Change.of(each for one in joined for each in one.replacements).apply(text)

        assert [one.words(text) for one in blocks(text)] == [
            one.words(right) for one in blocks(right)
        ]
        assert all(len(one.spans) == 1 for one in blocks(right))


class FoundTests:
    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("see S/2017/l98 here", "see S/2017/198 here"),
            ("see A/RES/7O/1 here", "see A/RES/70/1 here"),
            ("see (8/2017/198, annex)", "see (S/2017/198, annex)"),
            ("abuse ofhuman rights, a human face", "abuse of human rights, a human face"),
            ("member statesneed action, as states do", "member states need action, as states do"),
            ("the goal ofthe law", "the goal of the law"),
            ("until October 2017.Participating States", "until October 2017. Participating States"),
            ("left  their homes", "left their homes"),
            ("left.\u00a0 Their homes", "left. Their homes"),
            ("of\ufb01cial and e\ufb00ective", "official and effective"),
            ("traf\u00adficking", "trafficking"),
            ("word\u200bs", "words"),
            ("\ufeffMr. President", "Mr. President"),
            ("fight traf- ficking, for trafficking is", "fight trafficking, for trafficking is"),
            ("\ufee3\ufea3\ufee4\ufeaa", "محمد"),
        ],
    )
    def test_are_put_right(self, text, right):
        assert repaired(text) == right

    @pytest.mark.parametrize(
        "text",
        [
            "see S/2017/198 and A/RES/70/1",
            "and/or, 24/7, km/h, he/she",
            "https://example.org/2017/l98 and www.Example.Org",
            "an ongoing forum; all go, or um",
            "official, often, offer, office of fice ten fer",
            "within with in, today to day, before be fore, income in come",
            "another statesman, a man of states",
            "the U.S.Government and GLO.ACT",
            "pre- and post-conflict, and before",
            "A table    of    columns",
            "•  A bullet",
            "می\u200cخواهم",
            "a\u200db",
            "the shelter for all.",
        ],
    )
    def test_leave_alone_what_is_right(self, text):
        assert proposals(text, "en") == ()

    def test_look_for_words_run_together_in_english_alone(self):
        assert proposals("ofhuman, human", "fr") == ()

    @given(ANY_TEXT)
    def test_never_touch_one_another(self, text):
        places = sorted(each for one in proposals(text, "en") for each in one.replacements)

        for one, after in pairwise(places):
            assert one.end < after.start
        assert all(text[each.start : each.end] == each.before for each in places)

    @given(ANY_TEXT)
    def test_change_no_letter_without_a_sign_of_it(self, text):
        for one in proposals(text, "en"):
            if one.kind in {"lines", "spaces", "words"}:
                gone = "".join(each.before + each.after for each in one.replacements)
                assert not gone.strip(" \n\t\r\v\f\x85\u00a0\u2028\u2029\u00ad-‐‑\x1c\x1d\x1e\x1f")

    def test_answer_a_hostile_text_in_its_length(self):
        for piece in ("a", "a-", "1/", "\u00ad", "ofof", "a. ", "  ", "ﬁ", "a\n"):
            proposals(piece * 20_000, "en")


class DocumentTests:
    @pytest.mark.parametrize("stem", STEMS)
    def test_need_no_second_look(self, stem):
        assert proposals(repaired(document(stem)), "en") == ()

    def test_of_the_seeds_get_just_these_besides_lines_and_spaces(self):
        found = [
            (stem[:3], one.kind, document(stem)[one.start - 8 : one.end + 8])
            for stem in STEMS
            for one in proposals(document(stem), "en")
            if one.kind not in {"lines", "spaces"}
        ]

        assert found == [
            ("002", "words", "er 2017.Particip"),
            ("003", "words", "r statesneed to "),
            ("004", "symbol", "(S/2017/l98, anne"),
            ("004", "words", "abuse ofhuman ri"),
        ]

    @needs_shared
    def test_of_others_are_drawn_as_before(self):
        for path in sorted((SHARED / "gold" / "documents").glob("*.txt")):
            text = path.read_text("utf-8")
            right = repaired(text)

            assert len(blocks(text)) == len(blocks(right)), path.name
