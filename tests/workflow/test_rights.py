"""What each role may do: the table of the design, move by move."""

import pytest
from django.contrib.auth.models import Group

from statements import workflow
from statements.choices import Public
from statements.models import Statement
from statements.workflow import gatherings

ROLES = ("contributor", "campaigner", "editor", "publisher", "administrator", "stranger")

# Of a statement that somebody else wrote.
MAY = {
    "submit": {"editor", "publisher"},
    "return": {"editor", "publisher"},
    "approve": {"publisher"},
    "publish": {"publisher"},
    "schedule": {"publisher"},
    "reschedule": {"publisher"},
    # Harm does not wait for a publisher.
    "unschedule": {"editor", "publisher"},
    "withdraw": {"editor", "publisher"},
    "bring_back": {"publisher"},
}
RIGHTS = {
    "statements.add_statement": {"contributor", "editor", "publisher"},
    "statements.change_any_statement": {"editor", "publisher"},
    "statements.view_statement": {
        "contributor",
        "campaigner",
        "editor",
        "publisher",
        "administrator",
    },
    "statements.withhold_statement": {"editor", "publisher"},
    "statements.erase_statement": {"administrator"},
    "statements.export_statement": {"campaigner", "editor", "publisher"},
    "statements.view_erasure": {"administrator"},
    "statements.change_erasure": set(),
    "statements.delete_erasure": set(),
    "statements.tag_live_recommendation": {"campaigner", "editor", "publisher"},
    "statements.change_actor": {"editor", "publisher"},
    "statements.add_actoralias": {"editor", "publisher"},
    "statements.change_event": {"editor", "publisher"},
    "statements.publish_event": {"publisher"},
    "statements.merge_actor": {"editor", "publisher"},
    "statements.merge_event": {"publisher"},
    "statements.change_campaign": {"campaigner", "publisher"},
    "statements.publish_campaign": {"campaigner", "publisher"},
    "statements.change_theme": {"administrator"},
    "statements.change_country": {"administrator"},
    "statements.change_user": {"administrator"},
    "statements.delete_user": set(),
    "statements.delete_actor": set(),
    "statements.delete_event": set(),
    "statements.delete_campaign": set(),
    "statements.delete_theme": set(),
    "statements.change_publication": set(),
    "statements.change_transition": set(),
    "statements.add_tagchange": set(),
}


@pytest.fixture
def people(request, contributor, campaigner, editor, publisher, administrator, stranger):
    return {name: request.getfixturevalue(name) for name in ROLES}


class RolesTests:
    def test_are_the_five_of_the_design(self, db):
        assert set(Group.objects.values_list("name", flat=True)) == set(ROLES) - {"stranger"}

    @pytest.mark.parametrize("right", RIGHTS)
    def test_have_exactly_these_rights(self, people, right):
        assert {name for name, one in people.items() if one.has_perm(right)} == RIGHTS[right]

    @pytest.mark.parametrize("verb", MAY)
    def test_may_make_exactly_these_moves(self, people, verb, other_contributor):
        statement = Statement.objects.create(title="A", text="B", created_by=other_contributor)

        able = {name for name, one in people.items() if workflow.may(verb, statement, one)}

        assert able == MAY[verb]

    def test_the_table_names_every_move(self):
        assert set(MAY) == set(workflow.MOVES)

    def test_a_contributor_submits_and_edits_their_own(self, draft, contributor):
        assert workflow.may("submit", draft, contributor)
        assert workflow.may_edit(draft, contributor)

    def test_drafts_are_edited_by_their_author_and_by_editors(self, people, other_contributor):
        statement = Statement.objects.create(title="A", text="B", created_by=other_contributor)

        able = {name for name, one in people.items() if workflow.may_edit(statement, one)}

        assert able == {"editor", "publisher"}

    def test_the_staff_tags_drafts_and_some_tag_what_is_live(self, people, draft):
        one = draft.recommendations.first()
        drafts = {name for name, who in people.items() if workflow.may_tag(one, who)}
        one.statement.public = Public.LIVE
        live = {name for name, who in people.items() if workflow.may_tag(one, who)}

        assert drafts == set(ROLES) - {"stranger"}
        assert live == {"campaigner", "editor", "publisher"}

    def test_a_disabled_person_may_nothing(self, draft, publisher):
        publisher.is_active = False

        assert workflow.moves(draft, publisher) == ()

    def test_moves_are_those_of_the_stage(self, draft, contributor, publisher):
        def verbs(person):
            return [move.verb for move in workflow.moves(draft, person)]

        assert verbs(contributor) == ["submit"]
        workflow.submit(draft, by=contributor)
        assert (verbs(contributor), verbs(publisher)) == ([], ["return", "approve"])
        workflow.approve(draft, by=publisher)
        assert verbs(publisher) == ["return", "publish", "schedule"]
        workflow.publish(draft, by=publisher)
        assert verbs(publisher) == ["withdraw"]

    @pytest.mark.parametrize("kind", ["event", "campaign"])
    def test_gatherings_are_refused_without_the_right(self, kind, request, editor):
        noun = request.getfixturevalue(kind)

        with pytest.raises(workflow.NotAllowed):
            gatherings.publish(noun, by=editor)
