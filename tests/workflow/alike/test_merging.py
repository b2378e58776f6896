"""Two entries of one actor, or of one event, are made one: nothing that named either is lost."""

import pytest

from statements import workflow
from statements.catalogue import store
from statements.choices import Public
from statements.models import Actor, Event, Merged, Publication, Statement, Transition
from statements.workflow import gatherings, references
from statements.workflow.alike import likeness, merging

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee(keeper):
    """The Council, entered once more under another name."""
    actor = Actor(slug="un-council", kind="un_organ", name="UN Council", short_name="UNC", note="B")
    references.save_actor(actor, by=keeper)
    actor.aliases.create(name="Le Conseil")
    return actor


@pytest.fixture
def asked(live, committee, contributor, publisher):
    """The public statement, whose first recommendation asks the second entry too."""
    one = live.recommendations.first()
    one.addressees.add(committee)
    other = live.recommendations.last()
    other.addressees.set([committee])
    workflow.edit(live, by=contributor, seen=live.version)
    workflow.submit(live, by=contributor)
    workflow.approve(live, by=publisher)
    workflow.publish(live, by=publisher)
    return live


def merge(gone, kept, by):
    gone, kept = type(gone).objects.get(pk=gone.pk), type(kept).objects.get(pk=kept.pk)
    merging.merge(gone, into=kept, by=by)


class ActorTests:
    def test_what_named_the_one_names_the_other_once(self, asked, committee, council, editor):
        merge(committee, council, editor)

        for one in asked.recommendations.all():
            assert [actor.name for actor in one.addressees.all()] == ["Security Council"]
        assert not Actor.objects.filter(pk=committee.pk).exists()

    def test_is_found_by_the_names_of_both(self, committee, council, editor):
        merge(committee, council, editor)

        council.refresh_from_db()
        names = set(council.aliases.values_list("name", flat=True))
        assert names == {"UN Council", "UNC", "Le Conseil"}
        assert council.note == "B"
        assert [one.noun for one in likeness.alike(likeness.Sought("actor", names=("UN Council",)))]

    def test_is_known_to_the_public_by_names_that_were_public(
        self, asked, committee, council, editor
    ):
        committee.aliases.create(name="A word among us", on_desk=True)

        merge(committee, council, editor)

        record = store.held("actor", [council.ref])[council.ref]
        assert (record.short_name, set(record.also)) == ("UNC", {"UN Council", "Le Conseil"})

    def test_keeps_names_on_the_desk_that_never_were(self, live, committee, council, editor):
        merge(committee, council, editor)

        record = store.held("actor", [council.ref])[council.ref]
        assert (record.short_name, record.also) == ("", ())
        assert [one.on_desk for one in council.aliases.all()] == [True] * 3

    def test_what_the_public_reads_follows_at_once(self, asked, committee, council, editor):
        before = store.get("statement", asked.slug).record
        merge(committee, council, editor)

        record = store.get("statement", asked.slug).record
        assert {to.actor for one in record.recommendations for to in one.addressees} == {
            council.ref
        }
        assert store.found_by("statement", "actor", committee.ref) == []
        assert store.found_by("statement", "actor", council.ref) == [asked.ref]
        assert (record.text, record.version, record.voices) == (
            before.text,
            before.version,
            before.voices,
        )
        kept = Publication.objects.about("statement", asked.ref)[0]
        assert committee.ref not in kept.record

    def test_the_old_address_leads_to_the_other(self, asked, committee, council, editor, client):
        merge(committee, council, editor)

        answer = client.get("/actors/un-council/")

        assert answer.status_code == 301
        assert answer.headers["Location"].endswith("/actors/security-council/")

    def test_keeps_the_history_of_both(self, committee, council, editor, at_history):
        merge(committee, council, editor)

        assert Transition.objects.about("actor", committee.ref).filter(verb="unite").exists()
        assert at_history(council, editor).count("Made one with another") == 2

    def test_merged_again_leads_on(self, asked, committee, council, editor, keeper):
        third = Actor(slug="third", kind="un_organ", name="The third")
        references.save_actor(third, by=keeper)

        merge(committee, council, editor)
        merge(council, third, editor)

        assert set(Merged.objects.values_list("ref", "into")) == {
            (committee.ref, third.ref),
            (council.ref, third.ref),
        }
        record = store.get("statement", asked.slug).record
        assert {to.actor for one in record.recommendations for to in one.addressees} == {third.ref}

    def test_what_is_brought_back_names_the_other(
        self, asked, committee, council, editor, publisher
    ):
        asked.refresh_from_db()
        workflow.withdraw(asked, by=publisher, reason="A mistake.")
        merge(committee, council, editor)
        asked.refresh_from_db()

        workflow.bring_back(asked, by=publisher, reason="It was none.")

        assert store.found_by("statement", "actor", council.ref) == [asked.ref]
        assert store.found_by("statement", "actor", committee.ref) == []

    def test_parts_of_the_one_are_parts_of_the_other(self, committee, council, editor, keeper):
        part = Actor(slug="part", kind="un_organ", name="A part", parent=committee)
        references.save_actor(part, by=keeper)

        merge(committee, council, editor)

        part.refresh_from_db()
        assert part.parent == council

    def test_refuses_to_be_made_a_part_of_itself(self, committee, council, editor):
        Actor.objects.filter(pk=council.pk).update(parent=committee)

        with pytest.raises(workflow.Refusal, match="is a part of the other"):
            merge(committee, council, editor)

    def test_refuses_a_state(self, make_state, council, editor):
        with pytest.raises(workflow.Refusal, match="A State is its country"):
            merge(make_state("ir", "Iran"), council, editor)

    def test_refuses_itself(self, council, editor):
        with pytest.raises(workflow.Refusal, match="two different"):
            merge(council, council, editor)

    @pytest.mark.parametrize("changed", ["gone", "kept"])
    def test_refuses_what_the_person_did_not_see(self, committee, council, editor, changed):
        gone, kept = Actor.objects.get(pk=committee.pk), Actor.objects.get(pk=council.pk)
        references.save_actor(committee if changed == "gone" else council, by=editor)

        with pytest.raises(workflow.Conflict):
            merging.merge(gone, into=kept, by=editor)

        assert Actor.objects.filter(pk=committee.pk).exists()

    @pytest.mark.parametrize("name", ["contributor", "campaigner", "administrator"])
    def test_is_for_those_with_the_right(self, committee, council, request, name):
        with pytest.raises(workflow.NotAllowed):
            merge(committee, council, request.getfixturevalue(name))

    def test_tells_before_what_will_change(self, asked, committee):
        told = {one.label: one.number for one in merging.preview(committee)}

        assert told == {"recommendations": 2, "published pages": 1}


class EventTests:
    @pytest.fixture
    def twins(self, publisher, council):
        pair = []
        for slug in ("debate", "debate-again"):
            event = Event(slug=slug, title=f"The {slug}", kind="launch")
            gatherings.save(event, by=publisher)
            gatherings.publish(event, by=publisher)
            pair.append(event)
        pair[0].participants.add(council)
        return pair

    def test_statements_of_the_one_are_of_the_other(
        self, live, twins, contributor, publisher, client
    ):
        gone, kept = twins
        live.event = gone
        workflow.edit(live, by=contributor, seen=live.version)
        workflow.submit(live, by=contributor)
        workflow.approve(live, by=publisher)
        workflow.publish(live, by=publisher)

        merge(gone, kept, publisher)

        assert Statement.objects.get().event == kept
        assert store.found_by("statement", "event", kept.ref) == [live.ref]
        record = store.get("statement", live.slug).record
        assert {record.event, *(one.event for one in record.recommendations)} == {kept.ref}
        assert [actor.slug for actor in kept.participants.all()] == ["security-council"]
        answer = client.get("/events/debate/")
        assert answer.headers["Location"].endswith("/events/debate-again/")

    def test_refuses_to_take_from_the_public(self, twins, publisher):
        gone, kept = twins
        Event.objects.filter(pk=kept.pk).update(public=Public.NEVER)

        with pytest.raises(workflow.Refusal, match="publish the other one first"):
            merge(gone, kept, publisher)

    def test_is_for_publishers_alone(self, twins, editor):
        with pytest.raises(workflow.NotAllowed):
            merge(twins[0], twins[1], editor)


@pytest.fixture
def at_history(client):
    """Give the page of a noun's history as a person reads it."""

    def read(noun, person):
        client.force_login(person)
        kind = type(noun).__name__.lower()
        return client.get(f"/admin/statements/{kind}/{noun.pk}/history/").content.decode()

    return read
