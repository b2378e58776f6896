"""Scheduling at the desk: the page that asks for an hour, and who is told of it."""

import datetime as dt

import pytest
from django.utils import timezone

from statements import workflow
from statements.models import Scheduled, Statement

AT = "%Y-%m-%dT%H:%M"


@pytest.fixture
def approved(draft, contributor, publisher):
    workflow.submit(draft, by=contributor)
    workflow.approve(draft, by=publisher)
    return draft


@pytest.fixture
def hour() -> dt.datetime:
    return (timezone.now() + dt.timedelta(days=3)).replace(second=0, microsecond=0)


@pytest.fixture
def page(at_desk, approved, publisher):
    client = at_desk(publisher)
    return lambda verb: (client, f"/admin/statements/statement/{approved.pk}/move/{verb}/")


class SchedulePageTests:
    def test_asks_for_an_hour_and_says_of_which_zone(self, page):
        client, address = page("schedule")

        shown = client.get(address).content.decode()

        assert "Public from, in UTC" in shown
        assert 'type="datetime-local"' in shown
        assert "All times of the desk are in UTC, where it is" in shown

    def test_schedules_and_says_so(self, page, approved, hour, form_of):
        client, address = page("schedule")

        client.post(address, {"version": 1, "at": f"{hour:{AT}}", "reason": ""})

        shown = client.get(form_of(approved)).content.decode()
        assert Statement.objects.get().publish_at == hour
        assert f"It becomes public on {hour.day} {hour:%b %Y, %H:%M} UTC." in shown

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("", "Give the day and the time, please."),
            ("next week", "Write it as 2030-12-31 09:00."),
            ("2020-01-01T09:00", "This time has gone by: publish it now, or choose a later one."),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, page, typed, said):
        client, address = page("schedule")

        shown = client.post(address, {"version": 1, "at": typed, "reason": "Typed"})

        assert said in shown.content.decode()
        assert "Typed" in shown.content.decode()
        assert not Scheduled.objects.exists()

    def test_shows_the_hour_that_is_to_be_changed(self, page, approved, publisher, hour):
        workflow.schedule(approved, by=publisher, at=hour)
        client, address = page("reschedule")

        shown = client.get(address).content.decode()

        assert f'value="{hour:{AT}}"' in shown
        assert 'name="reason"' not in shown

    def test_offers_an_editor_to_stop_it_alone(self, at_desk, approved, publisher, editor, hour):
        workflow.schedule(approved, by=publisher, at=hour)

        assert [move.verb for move in workflow.moves(approved, editor)] == ["unschedule"]


class StartPageTests:
    def test_shows_publishers_what_is_scheduled(
        self, at_desk, approved, publisher, contributor, hour
    ):
        workflow.schedule(approved, by=publisher, at=hour)

        told = [at_desk(one).get("/admin/").content.decode() for one in (publisher, contributor)]

        assert f"public on {hour.day} {hour:%b %Y, %H:%M} UTC" in told[0]
        assert "Scheduled (1)" not in told[1]

    def test_shows_what_is_overdue_and_why(self, at_desk, approved, publisher, hour):
        workflow.schedule(approved, by=publisher, at=hour)
        late = timezone.now() - dt.timedelta(hours=1)
        Statement.objects.update(publish_at=late)
        Scheduled.objects.update(trouble="Its address is taken.")

        shown = at_desk(publisher).get("/admin/").content.decode()

        assert "Should be public and is not (1)" in shown
        assert f"late since {late.day} {late:%b %Y, %H:%M} UTC" in shown
        assert "Its address is taken." in shown
