"""Affected groups and forms of exploitation on the way from the desk to the catalogue."""

import pytest

from statements.models import AffectedGroup, ExploitationForm
from statements.workflow import references
from statements.workflow.records import compile
from tests.cast import DATA, SHELTER


@pytest.fixture
def children(keeper) -> AffectedGroup:
    group = AffectedGroup(code="children", label="Children")
    references.save_term(group, by=keeper)
    return group


@pytest.fixture
def girls(keeper, children) -> AffectedGroup:
    group = AffectedGroup(code="girls", label="Girls", parent=children)
    references.save_term(group, by=keeper)
    return group


@pytest.fixture
def servitude(keeper) -> ExploitationForm:
    form = ExploitationForm(code="servitude", label="Servitude")
    references.save_term(form, by=keeper)
    return form


class CompileTests:
    def test_a_recommendation_has_its_own_else_its_statement_s(
        self, draft, children, girls, servitude
    ):
        draft.groups.set([girls, children])
        draft.forms.set([servitude])
        draft.recommendations.get(passage__exact=SHELTER).groups.set([girls])

        record = compile.statement(draft.pk)

        held = {one.passage.exact: (one.groups, one.forms) for one in record.recommendations}
        assert (record.groups, record.forms) == (("children", "girls"), ("servitude",))
        assert held[SHELTER] == (("girls",), ("servitude",))
        assert held[DATA] == (("children", "girls"), ("servitude",))


class TermTests:
    def test_only_administrators_change_them(self, editor, administrator, children):
        for person, may in ((editor, False), (administrator, True)):
            for noun in ("affectedgroup", "exploitationform"):
                assert person.has_perm(f"statements.change_{noun}") is may
                assert person.has_perm(f"statements.view_{noun}")
