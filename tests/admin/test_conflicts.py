"""Two people at one statement: the second keeps what they typed and is told who saved."""

import pytest

from statements import workflow
from statements.models import Actor, Event, Statement, TagChange
from statements.workflow import editing, gatherings
from tests.admin.filling import filled, row
from tests.cast import SHELTER


class SecondEditorTests:
    @pytest.fixture
    def client(self, at_desk, contributor):
        return at_desk(contributor)

    @pytest.fixture
    def stale(self, client, form_of, draft, editor):
        """What the contributor typed while the editor saved."""
        data = filled(client.get(form_of(draft)))
        data["title"] = ["Typed by the second"]
        row(data, words="Trafficking is a crime.", short_form="Typed too")
        other = Statement.objects.get(pk=draft.pk)
        other.title = "Saved by the first"
        workflow.edit(other, by=editor, seen=1)
        return data

    def test_does_not_overwrite_the_first(self, client, form_of, draft, stale):
        client.post(form_of(draft), stale)

        draft.refresh_from_db()
        assert (draft.title, draft.version) == ("Saved by the first", 2)
        assert draft.recommendations.count() == 2

    def test_keeps_every_letter_and_is_told_who_saved(self, client, form_of, draft, stale):
        answer = client.post(form_of(draft), stale)

        page = answer.content.decode()
        again = filled(answer)
        assert "editor saved this while you were working on it." in page
        assert f'href="{form_of(draft)}" target="_blank"' in page.replace("'", '"')
        assert again["title"] == ["Typed by the second"]
        assert again["recommendations-2-words"] == ["Trafficking is a crime."]
        assert again["recommendations-2-short_form"] == ["Typed too"]

    def test_is_told_again_until_they_say_that_they_looked(self, client, form_of, draft, stale):
        again = filled(client.post(form_of(draft), stale))

        answer = client.post(form_of(draft), again)

        assert answer.status_code == 200
        assert "saved this while you were working" in answer.content.decode()

    def test_may_save_theirs_once_they_have_looked(self, client, form_of, draft, stale):
        again = filled(client.post(form_of(draft), stale)) | {"take_over": ["2"]}

        client.post(form_of(draft), again)

        draft.refresh_from_db()
        assert (draft.title, draft.version) == ("Typed by the second", 3)

    def test_cannot_take_over_a_version_they_have_not_seen(
        self, client, form_of, draft, stale, editor
    ):
        again = filled(client.post(form_of(draft), stale)) | {"take_over": ["2"]}
        workflow.edit(Statement.objects.get(pk=draft.pk), by=editor, seen=2)

        answer = client.post(form_of(draft), again)

        assert answer.status_code == 200
        assert Statement.objects.get(pk=draft.pk).version == 3

    def test_without_a_version_is_a_conflict_too(self, client, form_of, draft):
        data = filled(client.get(form_of(draft))) | {"title": ["No version"]}
        del data["version"]

        client.post(form_of(draft), data)

        draft.refresh_from_db()
        assert draft.title == "Iraq on shelter"


class RaceTests:
    def test_shows_the_conflict_on_the_form_with_what_was_typed(
        self, at_desk, contributor, editor, form_of, draft, monkeypatch
    ):
        """Somebody saves between the check of the form and the save."""
        client = at_desk(contributor)
        data = filled(client.get(form_of(draft))) | {"title": ["Typed"]}

        def late(noun, **given):
            monkeypatch.undo()
            raise workflow.Conflict(str(editor))

        monkeypatch.setattr(editing, "claim", late)

        answer = client.post(form_of(draft), data)

        assert answer.status_code == 200
        assert "editor saved this while you were working on it." in answer.content.decode()
        assert filled(answer)["title"] == ["Typed"]
        assert Statement.objects.get(pk=draft.pk).title == "Iraq on shelter"


class TagsOfOthersTests:
    """Tags stand outside the versions: a form says what was done to those it showed."""

    def names(self, draft):
        return sorted(draft.recommendations.get(passage__exact=SHELTER).tags.names())

    @pytest.fixture
    def client(self, at_desk, contributor):
        return at_desk(contributor)

    @pytest.fixture
    def one(self, draft, campaigner):
        one = draft.recommendations.get(passage__exact=SHELTER)
        workflow.tag([one], by=campaigner, add=["Shown", "Old"])
        return one

    def test_given_meanwhile_are_kept(self, client, campaigner, form_of, draft, one):
        data = filled(client.get(form_of(draft))) | {"title": ["Typed"]}
        workflow.tag([one], by=campaigner, add=["Meanwhile"])

        client.post(form_of(draft), data)

        assert Statement.objects.get().title == "Typed"
        assert self.names(draft) == ["Meanwhile", "Old", "Shown"]
        assert {change.by for change in TagChange.objects.all()} == {campaigner}

    def test_taken_off_meanwhile_stay_off(self, client, campaigner, form_of, draft, one):
        data = filled(client.get(form_of(draft))) | {"title": ["Typed"]}
        workflow.tag([one], by=campaigner, remove=["Old"])

        client.post(form_of(draft), data)

        assert self.names(draft) == ["Shown"]

    def test_stand_beside_what_was_typed(self, client, campaigner, form_of, draft, one):
        data = filled(client.get(form_of(draft))) | {"recommendations-0-tag_names": ["shown, New"]}
        workflow.tag([one], by=campaigner, add=["Meanwhile"])

        client.post(form_of(draft), data)

        assert self.names(draft) == ["Meanwhile", "New", "Shown"]

    def test_are_those_first_shown_after_an_error(self, client, campaigner, form_of, draft, one):
        data = filled(client.get(form_of(draft))) | {"title": [""]}
        workflow.tag([one], by=campaigner, add=["Meanwhile"])

        again = filled(client.post(form_of(draft), data)) | {"title": ["Typed"]}
        client.post(form_of(draft), again)

        assert self.names(draft) == ["Meanwhile", "Old", "Shown"]

    def test_hinder_no_save_of_those_who_may_not_tag(
        self, client, campaigner, contributor, publisher, form_of, draft, one
    ):
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)
        workflow.publish(draft, by=publisher)
        data = filled(client.get(form_of(draft))) | {"title": ["Typed"]}
        workflow.tag([one], by=campaigner, add=["Meanwhile"], remove=["Old"])

        client.post(form_of(draft), data)

        assert Statement.objects.get().title == "Typed"
        assert self.names(draft) == ["Meanwhile", "Shown"]

    def test_are_kept_where_nothing_says_what_was_shown(self, client, form_of, draft, one):
        data = filled(client.get(form_of(draft)))
        del data["recommendations-0-shown_tags"]

        client.post(form_of(draft), data | {"recommendations-0-tag_names": [""]})

        assert self.names(draft) == ["Old", "Shown"]


class OtherNounTests:
    def test_events_are_guarded_too(self, at_desk, editor, publisher):
        event = Event(slug="debate", title="A debate", kind="launch")
        gatherings.save(event, by=editor)
        client = at_desk(editor)
        address = f"/admin/statements/event/{event.pk}/change/"
        data = filled(client.get(address), "event_form") | {"title": ["Typed"]}
        gatherings.save(event, by=publisher)

        answer = client.post(address, data)

        assert "publisher saved this while you were working on it." in answer.content.decode()
        assert Event.objects.get().title == "A debate"

    def test_actors_are_guarded_too(self, at_desk, editor, council):
        client = at_desk(editor)
        address = f"/admin/statements/actor/{council.pk}/change/"
        data = filled(client.get(address), "actor_form") | {"name": ["Typed"]}
        Actor.objects.filter(pk=council.pk).update(version=7)

        answer = client.post(address, data)

        assert answer.status_code == 200
        assert Actor.objects.get(pk=council.pk).name == "Security Council"
