"""The words that show why a text was found: which, how many, how marked."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.catalogue.search import snippets
from statements.catalogue.search.query import (
    All,
    Any,
    Clause,
    Field,
    Near,
    Not,
    Phrase,
    Prefix,
    Query,
    Term,
)
from statements.catalogue.search.snippets import Snippet, windows
from statements.text.blocks import blocks

FILLER = "Nothing of what is looked for stands in this sentence of the text. "
WORDS = (
    "shelter shelters victims Trafficking demand re-integration l’esclavage ملاجئ 人口贩运".split()
)


def terms(*words: str) -> Query:
    return Query(tuple(map(Term, words)))


def found(text: str, *clauses: Clause, language: str = "en") -> Snippet:
    snippet = snippets.snippet(text, language, Query(clauses))
    assert snippet is not None
    return snippet


def marks(snippet: Snippet) -> list[str]:
    return [window.words[a:b] for window in snippet.windows for a, b in window.marks]


class MarkTests:
    @pytest.mark.parametrize(
        ("language", "text", "clause", "expected"),
        [
            ("en", "Open two shelters.", Term("sheltering"), ["shelters"]),
            ("en", "SHELTER for all", Term("shelter"), ["SHELTER"]),
            ("en", "The demand of men and boys", Term("and"), ["and"]),
            ("en", "Countries, and a country.", Term("country"), ["Countries", "country"]),
            ("en", "See S/2017/l98 again", Term("S/2017/198"), ["S/2017/l98"]),
            ("en", "Their re-integration", Term("reintegration"), ["re-integration"]),
            ("en", "Child-friendly rooms", Term("childfriendly"), ["Child-friendly"]),
            ("en", "A naïve reader", Term("naive"), ["naïve"]),
            ("en", "A co\u00adop--er\u00adative, a né-e reader", Term("nee"), ["né-e"]),
            ("en", "trafficking in persons, persons", Phrase(("in", "persons")), ["in persons"]),
            ("en", "victim, vicar, eviction", Prefix("vic"), ["victim", "vicar"]),
            ("en", "shelters for girls", Near(("girls", "shelter")), ["shelters", "girls"]),
            ("fr", "Les réfugiés et l’esclavage", Term("refugies"), ["réfugiés"]),
            ("fr", "Les réfugiés et l’esclavage", Term("esclavage"), ["esclavage"]),
            ("es", "las víctimas", Term("victima"), ["víctimas"]),
            ("ru", "Жертвы торговли людьми", Term("жертва"), ["Жертвы"]),
            ("ar", "حماية ضحايا الاتجار", Term("الضحية"), ["ضحايا"]),
            ("ar", "توفير الملاجئ", Term("ملاجئ"), ["الملاجئ"]),
            ("zh", "打击人口贩运，人口问题", Term("人口贩运"), ["人口贩运"]),
        ],
    )
    def test_stand_on_every_form_of_a_word(self, language, text, clause, expected):
        assert marks(found(text, clause, language=language)) == expected

    def test_stand_on_what_is_joined_and_grouped(self):
        either = Any((Term("girls"), All((Term("boys"), Term("men")))))

        assert marks(found("girls, boys and men", either)) == ["girls", "boys", "men"]

    @pytest.mark.parametrize("clause", [Not(Term("girls")), Field("title", Term("girls"))])
    def test_stand_on_nothing_excluded_and_nothing_of_a_field(self, clause):
        assert marks(found("girls and boys", clause, Term("boys"))) == ["boys"]

    def test_are_none_where_nothing_is(self):
        assert snippets.snippet("Other words.", "en", terms("shelter")) is None
        assert snippets.snippet("Other words.", "en", Query()) is None

    @given(
        st.text(),
        st.lists(st.sampled_from(WORDS), max_size=4),
        st.sampled_from("en fr ar zh".split()),
    )
    def test_are_inside_the_words_and_apart(self, noise, words, language):
        text = f"{noise} {' '.join(words)} {noise}"
        query = terms(*WORDS)

        places = [place for span in snippets.spans(text, language, query) for place in span]
        snippet = snippets.snippet(text, language, query)

        assert places == sorted(places)
        assert all(0 <= place <= len(text) for place in places)
        if words:
            assert snippet
            assert marks(snippet)
        for window in snippet.windows if snippet else ():
            edges = [place for span in window.marks for place in span]
            assert edges == sorted(set(edges))
            assert all(0 <= place <= len(window.words) for place in edges)


class WindowTests:
    def test_are_the_whole_of_a_short_paragraph(self):
        snippet = found("First.\n\nGive shelter to each victim.\n\nLast.", Term("shelter"))

        (window,) = snippet.windows
        assert window.words == "Give shelter to each victim."
        assert not window.opens
        assert not window.closes
        assert snippet.paragraph == 2

    def test_are_short_and_end_at_words(self):
        text = f"{FILLER * 9}Give shelter to each of them without conditions. {FILLER * 9}"

        snippet = found(text, Term("shelter"))

        (window,) = snippet.windows
        assert 100 < len(window.words) <= windows.ROOM
        assert f" {window.words} " in f" {text} "
        assert window.opens
        assert window.closes

    def test_begin_with_the_sentence_where_it_is_near(self):
        near = "One stands before it. Another as well? Here we give "
        text = f"{FILLER * 9}{near}shelter to each of them. {FILLER * 9}"

        words = found(text, Term("shelter")).windows[0].words

        assert words.startswith("Here we give shelter to each of them. Nothing of what")
        assert words.endswith(".")

    def test_show_what_stands_together_before_what_stands_first(self):
        text = f"A shelter. {FILLER * 4}\n\n{FILLER * 4}\n\nA shelter for each victim."

        snippet = found(text, Term("shelter"), Term("victims"))

        assert marks(snippet) == ["shelter", "victim"]
        assert snippet.paragraph == 3

    def test_are_two_where_the_words_stand_apart(self):
        text = f"{FILLER * 3}A shelter.\n\n{FILLER * 9}\n\n{FILLER * 3}A victim."

        snippet = found(text, Term("victim"), Term("shelter"))

        assert marks(snippet) == ["shelter", "victim"]
        assert sum(len(window.words) for window in snippet.windows) <= windows.ROOM
        assert "shelter</mark>. … " in snippet.html()

    @pytest.mark.parametrize("times", [windows.MOST - 1, windows.MOST + 3])
    def test_have_every_mark_that_fits_however_often_a_word_stands(self, times):
        snippet = found(f"{FILLER}\n\n{'bed, ' * times}and rest.", Term("bed"))

        assert marks(snippet) == ["bed"] * times

    def test_keep_within_a_paragraph_that_has_no_spaces(self):
        snippet = found("保护受害者。" * 80 + "打击人口贩运。", Term("人口贩运"), language="zh")

        (window,) = snippet.windows
        assert len(window.words) <= windows.ROOM
        assert marks(snippet) == ["人口贩运"]

    def test_join_the_lines_of_a_source_as_the_page_does(self):
        wrapped = (
            "The States that met there asked for many houses of child-\n"
            "friendly shelter, and for more of what a victim may need\n"
            "when she comes to a town where nobody has ever seen her."
        )

        (window,) = found(wrapped, Term("shelter"), Term("victim")).windows

        assert "houses of child-friendly shelter, and" in window.words
        assert [window.words[a:b] for a, b in window.marks] == ["shelter", "victim"]

    @given(
        st.lists(
            st.sampled_from(["shelter", "x" * 90, "…", "\n\n", "\n", "• ", "يا", "人口", ". ", " "])
        )
    )
    def test_are_never_longer_than_the_room(self, pieces):
        text = "".join(pieces) + " shelter"

        snippet = found(text, Term("shelter"))

        assert sum(len(window.words) for window in snippet.windows) <= windows.ROOM
        assert 1 <= snippet.paragraph <= len(blocks(text))
        assert "shelter" in blocks(text)[snippet.paragraph - 1].words(text)


class HtmlTests:
    def test_escapes_the_words_and_the_marks(self):
        html = found("<script>&shelter'\"</script>", Term("shelter")).html()

        assert re.findall(r"<[^>]*>", html) == ['<mark class="found">', "</mark>"]

    @given(st.text(alphabet="<>&\"'/ab ", max_size=40))
    def test_is_the_words_again_without_its_marks(self, noise):
        snippet = found(f"{noise} shelter {noise}", Term("shelter"))

        html = snippet.html()

        bare = unescape(re.sub(r'<mark class="found">|</mark>', "", html))
        assert bare == " ".join(window.words for window in snippet.windows)
        assert html.count("<mark") == len(marks(snippet))


class DirectiveTests:
    def test_names_the_words_and_what_stands_before_them(self):
        snippet = found("We ask all to give child-friendly beds, now.", Term("beds"))

        assert snippet.directive == ":~:text=to%20give%20child%2Dfriendly-,beds"

    def test_has_no_words_before_the_first(self):
        assert found("Shelter them.", Term("shelter")).directive == ":~:text=Shelter"


class HasAllTests:
    @pytest.mark.parametrize(
        ("words", "expected"),
        [(("shelters", "victim"), True), (("shelter", "girls"), False), ((), False)],
    )
    def test_tells_whether_words_have_everything_looked_for(self, words, expected):
        assert snippets.has_all("Shelter each victim", "en", terms(*words)) is expected
