"""A call is a whole sentence, at its very place in the text."""

import pytest

from statements.choices import Strength
from statements.ingest.drafting import asks
from statements.ingest.drafting.asks.languages import GRAMMARS
from statements.ingest.drafting.page import Page
from tests.ingest.drafting.asks.found import all_in, calls
from tests.ingest.drafting.cases import ENDLESS

WRAPPED = """\
Ms. Adeyemi (Freedonia): I thank you, Madam President,
for this meeting. My country believes that the Security
Council should meet twice a year on
this matter. That would help us.
"""


class FindTests:
    def test_a_call_runs_over_the_lines_of_its_sentence(self):
        (ask,) = all_in(WRAPPED)

        assert ask.exact == WRAPPED[ask.start : ask.end]
        assert ask.exact.startswith("My country believes")
        assert ask.exact.endswith("on\nthis matter.")

    def test_of_a_quotation_only_the_quoted_sentence(self):
        text = "“Roads were closed. Ports must be opened now”, said Anna Ruiz, head of the agency."

        assert calls(text) == ["Ports must be opened now"]

    def test_headings_do_not_call(self):
        text = "Agency urges States to open ports\n\n3 May 2021\n\nShips waited for days.\n"

        assert calls(text) == []

    def test_a_language_without_a_grammar_has_no_calls(self):
        assert all_in("Nós devemos agir agora.", "pt") == []

    def test_strength_verb_and_themes_are_those_of_the_call(self):
        (ask,) = all_in("We urge all States to open shelters.")

        assert (ask.strength, ask.verb) == (Strength.URGES, "urge")
        assert ask.themes == ("shelter-and-accommodation",)
        assert ask.sure

    @pytest.mark.parametrize("text", ENDLESS)
    def test_a_hostile_text_comes_to_an_end(self, text):
        page = Page.of(text)

        for language in GRAMMARS:
            assert len(asks.find(page, language)) <= len(text)

    def test_what_is_left_around_a_quotation_may_call(self):
        text = "“Roads were closed on Monday”, she said, urging both sides to open them.\n"

        assert calls(text) == ["she said, urging both sides to open them."]
