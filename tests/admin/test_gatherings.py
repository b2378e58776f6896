"""Events and campaigns at the desk: their dates, their addresses, their buttons."""

import pytest

from statements.catalogue import store
from statements.catalogue.models import Redirect
from statements.models import Actor, Campaign, Event, Tag, Transition
from statements.workflow import gatherings
from statements.workflow.history import log
from tests.admin.filling import filled


@pytest.fixture
def event(editor):
    event = Event(slug="debate", title="The debate", kind="launch")
    gatherings.save(event, by=editor)
    return event


def move_of(noun, verb):
    return f"/admin/statements/{log.kind_of(noun)}/{noun.pk}/move/{verb}/"


def seen_by(client, noun, verb):
    """Open the page of a move; return what it sends along unasked."""
    return {"version": client.get(move_of(noun, verb)).context["form"]["version"].value()}


def moved(client, noun, verb, **typed):
    return client.post(move_of(noun, verb), seen_by(client, noun, verb) | typed)


class EventTests:
    ADD = "/admin/statements/event/add/"

    def test_is_added_with_its_dates_in_words(self, at_desk, editor):
        client = at_desk(editor)
        data = filled(client.get(self.ADD), "event_form")
        data |= {"title": ["Days"], "slug": ["days"], "kind": ["launch"]}
        data |= {"starts": ["27 September 2017"], "ends": ["2017-09-28"]}

        client.post(self.ADD, data)

        event = Event.objects.get()
        assert (str(event.starts_on), event.starts_precision) == ("2017-09-27", "day")
        assert str(event.ends_on) == "2017-09-28"
        assert Transition.objects.about("event", event.ref).get().by == editor

    @pytest.mark.parametrize(
        ("starts", "ends", "message"),
        [
            ("2017-09-28", "2017-09-27", "The last day is before the first."),
            ("", "2017-09-27", "Give the first day too."),
            ("2017", "2018", "Give the day"),
        ],
    )
    def test_says_what_is_wrong_with_its_dates(self, at_desk, editor, starts, ends, message):
        client = at_desk(editor)
        data = filled(client.get(self.ADD), "event_form")
        data |= {"title": ["Days"], "slug": ["days"], "kind": ["launch"]}

        answer = client.post(self.ADD, data | {"starts": [starts], "ends": [ends]})

        assert message in answer.content.decode()
        assert not Event.objects.exists()

    def test_is_not_saved_by_a_save_without_a_change(self, at_desk, editor, event):
        client = at_desk(editor)
        address = f"/admin/statements/event/{event.pk}/change/"

        client.post(address, filled(client.get(address), "event_form"))

        event.refresh_from_db()
        assert event.version == 1

    def test_is_published_and_withdrawn_by_publishers_alone(
        self, at_desk, editor, publisher, event
    ):
        refused = at_desk(editor).get(move_of(event, "publish"))
        client = at_desk(publisher)
        moved(client, event, "publish")
        live = store.state("event", event.ref)
        bare = moved(client, event, "withdraw", reason=" ")
        moved(client, event, "withdraw", reason="It was called off.")

        assert refused.status_code == 403
        assert live == "live"
        assert "Give a reason, please." in bare.content.decode()
        assert store.state("event", event.ref) == "withdrawn"

    def test_is_published_again_with_a_reason_alone(self, at_desk, publisher, event):
        client = at_desk(publisher)
        moved(client, event, "publish")
        moved(client, event, "withdraw", reason="It was called off.")

        bare = moved(client, event, "publish")
        still = store.state("event", event.ref)
        moved(client, event, "publish", reason="It took place after all.")

        assert "Give a reason, please." in bare.content.decode()
        assert (still, store.state("event", event.ref)) == ("withdrawn", "live")

    @pytest.mark.parametrize("verb", ["publish", "withdraw"])
    def test_is_moved_only_as_the_person_saw_it(self, at_desk, editor, publisher, event, verb):
        client = at_desk(publisher)
        if verb == "withdraw":
            moved(client, event, "publish")
        before = store.state("event", event.ref)
        seen = seen_by(client, event, verb) | {"reason": "Typed"}
        gatherings.save(Event.objects.get(), by=editor)

        answer = client.post(move_of(event, verb), seen)

        assert "editor saved this while you were working on it." in answer.content.decode()
        assert store.state("event", event.ref) == before


class CampaignTests:
    def test_is_added_and_published_by_a_campaigner(self, at_desk, campaigner):
        tag = Tag.objects.create(name="Shelter now")
        client = at_desk(campaigner)
        address = "/admin/statements/campaign/add/"
        data = filled(client.get(address), "campaign_form")
        data |= {"title": ["Shelter"], "slug": ["shelter"], "aim": ["Shelter."]}
        data["tag"] = [str(tag.pk)]

        client.post(address, data)
        campaign = Campaign.objects.get()
        moved(client, campaign, "publish")
        page = client.get(f"/admin/statements/campaign/{campaign.pk}/change/")

        assert store.state("campaign", campaign.ref) == "live"
        assert "/campaigns/shelter/" in page.content.decode()

    def test_is_refused_with_a_tag_that_turned_internal(self, at_desk, campaigner):
        tag = Tag.objects.create(name="Worklist")
        campaign = Campaign(slug="shelter", title="Shelter", aim="Shelter.", tag=tag)
        gatherings.save(campaign, by=campaigner)
        Tag.objects.update(internal=True)

        answer = moved(at_desk(campaigner), campaign, "publish")

        assert "The tag “Worklist” is internal" in answer.content.decode()
        assert store.state("campaign", campaign.ref) == "never"


class AddressTests:
    @pytest.mark.parametrize("noun", ["event", "actor"])
    def test_that_was_anothers_is_refused_on_the_form(self, at_desk, editor, noun):
        Redirect.objects.create(kind=noun, slug="taken", ref="another")
        client = at_desk(editor)
        address = f"/admin/statements/{noun}/add/"
        data = filled(client.get(address), f"{noun}_form")
        data |= {"title": ["New"], "name": ["New"], "slug": ["taken"]}
        data["kind"] = ["launch" if noun == "event" else "un_organ"]

        answer = client.post(address, data)

        assert "The address “taken” belonged to another page" in answer.content.decode()
        assert not Event.objects.exists()
        assert not Actor.objects.exists()

    def test_that_was_ones_own_may_be_taken_again(self, at_desk, editor, event):
        Redirect.objects.create(kind="event", slug="debate-2017", ref=event.ref)
        client = at_desk(editor)
        address = f"/admin/statements/event/{event.pk}/change/"

        client.post(address, filled(client.get(address), "event_form") | {"slug": ["debate-2017"]})

        assert Event.objects.get().slug == "debate-2017"
