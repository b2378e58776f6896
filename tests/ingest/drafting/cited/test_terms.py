"""Groups and forms that a text names, in the words of the vocabularies."""

import pytest

from statements.choices import StatementKind
from statements.ingest.drafting import draft
from statements.ingest.drafting.cited import terms
from statements.ingest.drafting.page import Page
from tests.ingest.drafting.heading.test_kinds import LAW


def codes(text: str, kind: str = "groups") -> set[str]:
    return {one.value for one in getattr(terms, f"{kind}_of")(Page.of(text))}


class GroupTests:
    def test_are_named_by_label_or_synonym(self):
        assert codes("Refugees and trafficked persons need a home.") == {
            "refugees-and-asylum-seekers",
            "victims-of-trafficking",
        }

    @pytest.mark.parametrize(
        "words", ["Police and civil society work with the media.", "Childhood"]
    )
    def test_are_not_those_who_act(self, words):
        assert codes(words) == set()

    def test_tell_the_words_and_where_they_stand(self):
        text = "Homes for\nvictims of trafficking."

        (one,) = terms.groups_of(Page.of(text))

        assert str(one.why.words) == "“victims of trafficking”"
        assert text[one.start : one.end] == "victims of trafficking"


class FormTests:
    def test_are_named_by_label_or_synonym(self):
        assert codes("From bonded labour to forced begging", "forms") == {
            "debt-bondage",
            "forced-begging",
        }

    def test_are_not_words_of_a_title(self):
        page = Page.of("The Forced Labour Convention binds us.")

        assert terms.forms_of(page, [(4, 28)]) == ()

    def test_are_not_proposed_for_what_is_no_statement(self):
        drafted = draft(f"{LAW}\n\nForced labour is punished.")

        assert (drafted.kind.value, drafted.forms) == (StatementKind.OTHER, ())
