"""Two people change things at the same moment: nothing of either is lost, nothing leaks.

Where they are not alike, either comes first in turn.
"""

import pytest
from django.db import connection

from statements import workflow
from statements.catalogue import store
from statements.choices import Public
from statements.models import Campaign, Event, Publication, Recommendation, Statement, Tag
from statements.workflow import gatherings
from statements.workflow.tags import tagging
from tests.workflow.people import Change, at_once, refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite",
        reason="SQLite's test database is in memory, for one connection: PostgreSQL is needed",
    ),
]


@pytest.fixture(params=[False, True], ids=["one-way", "the-other-way"])
def turned(request) -> bool:
    """Which of the two comes first."""
    return bool(request.param)


def in_turn(turned: bool, one: Change, other: Change) -> list[Exception | None]:
    return at_once(other, one) if turned else at_once(one, other)


def again(statement: Statement) -> Statement:
    """Give the row as somebody has it who opens it now."""
    return Statement.objects.get(pk=statement.pk)


def is_public(statement: Statement) -> bool:
    """Tell whether a statement is public; desk and catalogue must be of one mind."""
    on_desk = Statement.objects.filter(pk=statement.pk, public=Public.LIVE).exists()
    assert on_desk == (store.state("statement", statement.ref) == "live")
    return on_desk


class TagTests:
    @pytest.fixture
    def label(self, campaigner) -> Tag:
        tag = Tag(name="label")
        tagging.save_tag(tag, by=campaigner)
        return tag

    def test_two_on_two_recommendations_are_both_shown(self, turned, live, campaigner, editor):
        one, two = live.recommendations.all()

        outcome = in_turn(
            turned,
            lambda: workflow.tag([one], by=campaigner, add=["first"]),
            lambda: workflow.tag([two], by=editor, add=["second"]),
        )

        assert refused(outcome) == []
        assert store.get("statement", live.slug).live.tags == ("first", "second")

    def test_two_on_one_recommendation_are_both_shown(self, turned, live, campaigner, editor):
        one = live.recommendations.first()

        outcome = in_turn(
            turned,
            lambda: workflow.tag([one], by=campaigner, add=["first"]),
            lambda: workflow.tag([one], by=editor, add=["second"]),
        )

        assert refused(outcome) == []
        assert store.get("recommendation", one.ref).live.tags == ("first", "second")

    def test_of_one_name_are_one_tag(self, turned, live, campaigner, editor):
        one, two = live.recommendations.all()

        outcome = in_turn(
            turned,
            lambda: workflow.tag([one], by=campaigner, add=["Food"]),
            lambda: workflow.tag([two], by=editor, add=["food"]),
        )

        assert refused(outcome) == []
        assert Tag.objects.get().name == ("food" if turned else "Food")

    def test_is_gathered_by_a_campaign_published_meanwhile(
        self, turned, live, label, campaigner, editor
    ):
        campaign = Campaign(slug="bed", title="A bed", aim="One for each.", tag=label)
        gatherings.save(campaign, by=campaigner)
        one = live.recommendations.first()

        outcome = in_turn(
            turned,
            lambda: gatherings.publish(Campaign.objects.get(pk=campaign.pk), by=campaigner),
            lambda: workflow.tag([one], by=editor, add=["label"]),
        )

        assert refused(outcome) == []
        assert store.found_by("recommendation", "campaign", campaign.ref) == [one.ref]
        assert store.get("recommendation", one.ref).live.campaigns == (campaign.ref,)

    def test_that_turns_internal_is_not_shown(self, turned, live, label, campaigner, editor):
        one = live.recommendations.first()

        def turn_internal() -> None:
            tag = Tag.objects.get(pk=label.pk)
            tag.internal = True
            tagging.save_tag(tag, by=editor)

        outcome = in_turn(
            turned, turn_internal, lambda: workflow.tag([one], by=campaigner, add=["label"])
        )

        assert refused(outcome) == []
        assert Recommendation.objects.filter(tags=label).count() == 1
        assert store.get("recommendation", one.ref).live.tags == ()
        assert store.state("term", f"tag/{label.slug}") != "live"

    def test_on_a_draft_published_meanwhile_is_shown_or_refused(
        self, turned, approved, contributor, publisher
    ):
        one = approved.recommendations.first()

        outcome = in_turn(
            turned,
            lambda: workflow.publish(again(approved), by=publisher),
            lambda: workflow.tag([one], by=contributor, add=["early"]),
        )

        early = Recommendation.objects.filter(pk=one.pk, tags__name="early").exists()
        assert refused(outcome) == ([] if turned else [workflow.NotAllowed])
        assert early is turned
        assert store.get("recommendation", one.ref).live.tags == (("early",) if turned else ())


@pytest.fixture
def approved(draft: Statement, contributor, publisher) -> Statement:
    workflow.submit(draft, by=contributor)
    workflow.approve(draft, by=publisher)
    return draft


class StatementTests:
    def test_of_one_title_get_two_addresses(self, contributor, editor):
        drafts = [Statement(title="On shelter", text="We act.") for _ in range(2)]

        outcome = at_once(
            lambda: workflow.create(drafts[0], by=contributor),
            lambda: workflow.create(drafts[1], by=editor),
        )

        assert refused(outcome) == []
        assert {draft.slug for draft in drafts} == {"on-shelter", "on-shelter-2"}

    def test_withdrawn_while_edited_is_withdrawn_or_the_publisher_is_told(
        self, turned, live, contributor, publisher
    ):
        open_form, open_page = again(live), again(live)
        open_form.title = "New title"

        outcome = in_turn(
            turned,
            lambda: workflow.withdraw(open_page, by=publisher, reason="It does harm."),
            lambda: workflow.edit(open_form, by=contributor, seen=open_form.version),
        )

        assert refused(outcome) == ([workflow.Conflict] if turned else [])
        assert is_public(live) is turned
        assert again(live).title == "New title"

    def test_published_while_edited_is_published_as_approved_or_not_at_all(
        self, turned, approved, contributor, publisher
    ):
        open_form, open_page = again(approved), again(approved)
        open_form.title = "New title"

        outcome = in_turn(
            turned,
            lambda: workflow.publish(open_page, by=publisher),
            lambda: workflow.edit(open_form, by=contributor, seen=open_form.version),
        )

        assert refused(outcome) == ([workflow.Conflict] if turned else [])
        assert is_public(approved) is not turned
        assert again(approved).title == "New title"
        if not turned:
            assert store.get("statement", approved.slug).record.title == "Iraq on shelter"

    def test_is_published_by_one_of_two_publishers(self, approved, publisher):
        pages = [again(approved), again(approved)]

        outcome = at_once(
            lambda: workflow.publish(pages[0], by=publisher),
            lambda: workflow.publish(pages[1], by=publisher),
        )

        assert refused(outcome) == [workflow.WrongStage]
        assert is_public(approved)
        assert Publication.objects.about("statement", approved.ref).count() == 1

    def test_keeps_the_words_of_the_first_of_two_editors(self, draft, contributor, editor):
        forms = [again(draft), again(draft)]
        forms[0].title, forms[1].title = "First", "Second"

        outcome = at_once(
            lambda: workflow.edit(forms[0], by=contributor, seen=draft.version),
            lambda: workflow.edit(forms[1], by=editor, seen=draft.version),
        )

        assert refused(outcome) == [workflow.Conflict]
        assert again(draft).title == "First"
        assert again(draft).version == draft.version + 1

    def test_published_while_thrown_away_is_there_for_both_or_for_none(
        self, turned, approved, contributor, publisher
    ):
        page, row = again(approved), again(approved)

        outcome = in_turn(
            turned,
            lambda: workflow.publish(page, by=publisher),
            lambda: workflow.discard(row, by=contributor),
        )

        assert len(refused(outcome)) == 1
        assert issubclass(refused(outcome)[0], workflow.Refusal)
        assert is_public(approved) is not turned
        assert Statement.objects.filter(pk=approved.pk).exists() is not turned


class EventTests:
    def test_published_while_edited_reads_as_the_publisher_saw_it(
        self, turned, event, publisher, editor
    ):
        page, form = Event.objects.get(pk=event.pk), Event.objects.get(pk=event.pk)
        form.title = "New title"

        outcome = in_turn(
            turned,
            lambda: gatherings.publish(page, by=publisher),
            lambda: gatherings.save(form, by=editor, seen=form.version),
        )

        event.refresh_from_db()
        assert refused(outcome) == ([workflow.Conflict] if turned else [])
        assert event.title == "New title"
        assert event.public == (Public.NEVER if turned else Public.LIVE)
        if not turned:
            assert store.get("event", event.slug).record.title == "Open debate"

    def test_published_while_its_statement_is_published_is_carried(
        self, turned, approved, event, publisher, editor
    ):
        Statement.objects.filter(pk=approved.pk).update(event=event)
        page, noun = again(approved), Event.objects.get(pk=event.pk)

        outcome = in_turn(
            turned,
            lambda: workflow.publish(page, by=publisher),
            lambda: gatherings.publish(noun, by=publisher),
        )

        assert refused(outcome) == []
        assert store.get("statement", approved.slug).record.event == event.ref
        assert store.found_by("statement", "event", event.ref) == [approved.ref]
