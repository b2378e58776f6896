"""Who else has something open."""

from datetime import UTC, datetime, timedelta

import pytest

from statements import workflow
from statements.admin.together import opened, presence
from statements.models import Event, Presence, Statement
from statements.workflow import gatherings
from tests.admin.filling import filled
from tests.admin.together.pages import words

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def after(**time):
    return NOW + timedelta(**time)


@pytest.fixture
def said(draft, contributor):
    """Say what the contributor is told of others, so long after."""
    return lambda **time: presence.said(presence.others(draft, contributor, after(**time)))


class OtherTests:
    def test_is_nobody_where_one_is_alone(self, draft, contributor, said):
        presence.come(draft, contributor, NOW)

        assert said() == ""

    def test_is_named_who_has_it_open_too(self, draft, editor, said):
        presence.come(draft, editor, NOW)

        assert said(seconds=40) == "editor has this open too."

    def test_are_named_together(self, draft, editor, publisher, campaigner, said):
        for person in (editor, publisher, campaigner):
            presence.come(draft, person, NOW)

        assert said() == "campaigner, editor and publisher have this open too."

    def test_is_here_as_long_as_their_browser_says_so(self, draft, editor, said):
        presence.come(draft, editor, NOW)
        presence.stay(draft, editor, after(minutes=30))

        assert said(minutes=31) == "editor has this open too."
        assert said(minutes=32) == ""

    def test_who_has_no_scripts_opened_it_so_long_ago(self, draft, editor, said):
        presence.come(draft, editor, NOW)

        assert said(minutes=2) == "editor opened this 2 minutes ago."
        assert said(minutes=16) == ""

    def test_opens_it_anew(self, draft, editor, said):
        presence.come(draft, editor, NOW)
        presence.come(draft, editor, after(minutes=20))

        assert said(minutes=20) == "editor has this open too."
        assert Presence.objects.count() == 1

    def test_comes_by_staying_where_the_row_is_gone(self, draft, editor, said):
        presence.stay(draft, editor, NOW)

        assert said() == "editor has this open too."

    def test_of_another_thing_is_not_here(self, draft, editor, council, said):
        presence.come(council, editor, NOW)

        assert said() == ""

    def test_is_forgotten_after_a_day(self, draft, council, editor):
        presence.come(council, editor, NOW)

        presence.come(draft, editor, after(hours=25))

        assert [row.kind for row in Presence.objects.all()] == ["statement"]


class PageTests:
    @pytest.fixture
    def client(self, at_desk, contributor):
        return at_desk(contributor)

    def test_says_who_has_it_open(self, client, at_desk, editor, form_of, draft):
        at_desk(editor).get(form_of(draft))

        page = words(client.get(form_of(draft)))

        assert ">editor has this open too.</p>" in page

    def test_says_nothing_of_those_who_may_only_read(
        self, client, at_desk, campaigner, form_of, draft
    ):
        at_desk(campaigner).get(form_of(draft))

        assert "has this open" not in words(client.get(form_of(draft)))

    def test_lets_go_of_who_saved_and_went_on(self, client, at_desk, editor, form_of, draft):
        other = at_desk(editor)
        data = filled(other.get(form_of(draft)))
        other.post(form_of(draft), data)

        assert "has this open" not in words(client.get(form_of(draft)))

    def test_says_it_of_events_too(self, at_desk, editor, publisher):
        event = Event(slug="debate", title="A debate", kind="launch")
        gatherings.save(event, by=editor)
        address = f"/admin/statements/event/{event.pk}/change/"
        at_desk(editor).get(address)

        assert "editor has this open too." in words(at_desk(publisher).get(address))


class HereTests:
    @pytest.fixture
    def client(self, at_desk, contributor):
        return at_desk(contributor)

    @pytest.fixture
    def here(self, draft):
        return f"/admin/statements/statement/{draft.pk}/here/"

    def test_renews_and_tells_who_is_there(self, client, here, draft, editor, contributor):
        presence.come(draft, editor)

        answer = client.post(here, {"version": draft.version})

        assert answer.json() == {"others": "editor has this open too.", "saved": ""}
        assert Presence.objects.filter(user=contributor).exists()

    def test_tells_who_saved_meanwhile(self, client, here, draft, editor):
        workflow.edit(Statement.objects.get(pk=draft.pk), by=editor, seen=1)

        told = client.post(here, {"version": "1"}).json()

        assert told["saved"].startswith("editor saved this while you were working on it.")

    def test_refuses_who_may_not_change_it(self, at_desk, other_contributor, here):
        assert at_desk(other_contributor).post(here, {"version": "1"}).status_code == 403
        assert not Presence.objects.exists()

    def test_changes_nothing_when_it_is_only_read(self, client, here):
        assert client.get(here).status_code == 405
        assert not Presence.objects.exists()

    def test_knows_nothing_of_what_is_not_there(self, client):
        assert client.post("/admin/statements/statement/999/here/").status_code == 404


class KeptTests:
    def test_is_given_a_key_of_the_persons_own(self, at_desk, contributor, editor, form_of, draft):
        keys = set()
        for person in (contributor, editor):
            page = words(at_desk(person).get(form_of(draft)))
            keys.add(page.partition('data-key="')[2].partition('"')[0])

        assert len(keys) == 2
        assert all(len(key) == 44 for key in keys)

    def test_changes_its_key_with_the_password(self, at_desk, contributor, form_of, draft):
        before = words(at_desk(contributor).get(form_of(draft)))
        contributor.set_password("another-secret")
        contributor.save()

        after_ = words(at_desk(contributor).get(form_of(draft)))

        key = before.partition('data-key="')[2].partition('"')[0]
        assert key
        assert key not in after_

    def test_is_not_done_where_the_site_says_no(
        self, at_desk, contributor, form_of, draft, settings
    ):
        settings.KEEP_UNSAVED = False

        page = words(at_desk(contributor).get(form_of(draft)))

        assert "data-key" not in page

    def test_is_not_offered_to_who_may_only_read(self, at_desk, campaigner, form_of, draft):
        assert "data-key" not in words(at_desk(campaigner).get(form_of(draft)))


class WithheldTests:
    def test_travel_neither_with_the_form_nor_into_the_browser(
        self, at_desk, contributor, editor, publisher, form_of, draft
    ):
        reason = "She is in hiding"
        workflow.withhold(draft, by=editor, words="Mr. President", reason=reason)
        noun = Statement.objects.get()

        answer = at_desk(editor).get(form_of(draft))

        carried = opened.unsealed(noun, filled(answer)["opened"][0])
        assert carried is not None
        assert set(carried.rows) == {"voices", "recommendations", "citations"}
