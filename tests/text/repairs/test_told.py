"""Repairs as readers are told of them: whole words, from which the source can be had again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.text import withholding
from statements.text.repairs import Change, Replacement, proposals, public, told
from tests.workflow.repairs import RIGHT, TEXT


def accepted(text, language="en", keep=lambda proposal: True):
    """Return a text with its proposals made, and those at their places of then."""
    chosen = [one for one in proposals(text, language) if keep(one)]
    change = Change.of(each for one in chosen for each in one.replacements)
    kinds = {each.start: one.kind for one in chosen for each in one.replacements}
    moved = zip(change.replacements, change.inverse().replacements, strict=True)
    made = [(kinds[one.start], one._replace(start=then.start)) for one, then in moved]
    return change.apply(text), made


def undone(text, several):
    return Change.of(Replacement(one.start, one.after, one.before) for one in several).apply(text)


class ToldTests:
    def test_are_whole_words(self):
        text, made = accepted(TEXT)

        words = [(one.kind, one.before, one.after) for one in told(text, made) if one.after.strip()]

        assert text == RIGHT
        assert words == [
            ("symbol", "S/2017/l98", "S/2017/198"),
            ("words", "ofhuman", "of human"),
        ]

    def test_stand_where_they_say(self):
        text, made = accepted(TEXT)

        assert all(text[one.start : one.end] == one.after for one in told(text, made))

    @given(data=st.data())
    def test_give_the_source_again(self, data):
        """Whatever was accepted of words, lines, spaces and symbols that touch one another."""
        pieces = [
            "of",
            "human",
            "ofhuman",
            " ",
            "  ",
            "\n",
            "traf-\n",
            "fic",
            "A/RES/7l/l",
            ".\n\n",
        ]
        source = "".join(data.draw(st.lists(st.sampled_from(pieces), max_size=40)))
        wanted = data.draw(st.sets(st.integers(0, 60)))
        text, made = accepted(source, keep=lambda one: one.start not in wanted)

        several = told(text, made)

        assert undone(text, several) == source

    def test_of_one_word_are_one(self):
        made = [("symbol", Replacement(8, "l", "1")), ("symbol", Replacement(9, "O", "0"))]

        (one,) = told("see A/7/10.", made)

        assert (one.before, one.after) == ("A/7/lO", "A/7/10")

    def test_reach_no_further_in_a_script_without_spaces(self):
        (one,) = told("国际法律框架", [("signs", Replacement(2, "沄", "法"))])

        assert (one.before, one.after) == ("沄", "法")


class PublicTests:
    """A name that is withheld, beside repairs."""

    def told(self, source, *withheld):
        text, made = accepted(source)
        spans = [span for words in withheld for span in withholding.places(text, words)]
        shown = withholding.shown(text, spans, "en")
        return shown, public(shown, told(text, made), withheld)

    def test_stand_in_the_public_text(self):
        shown, several = self.told("Jane Doe asked. Put an end to S/2017/l98 now.", "Jane Doe")

        assert [shown.text[one.start : one.end] for one in several] == ["S/2017/198"]

    @pytest.mark.parametrize("name", ["Jane  Doe", "Jane Doe ofhuman", "S/2017/l98 Doe"])
    def test_say_nothing_of_what_is_withheld(self, name):
        words = accepted(name)[0]
        _shown, several = self.told(f"We heard {name} today.", words)

        assert several == ()

    def test_do_not_tell_it_by_the_words_of_before(self):
        """The repair stands elsewhere, and undone it gives the withheld words."""
        text = "We heard of Jane D. and of Jan Doe."
        start = text.index("Jan Doe")
        made = [("signs", Replacement(start, "Jane", "Jan"))]
        shown = withholding.shown(text, [], "en")

        assert public(shown, told(text, made), ["Mary Doe"]) != ()
        assert public(shown, told(text, made), ["Jane Doe"]) == ()
