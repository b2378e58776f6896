"""What publishes at the hour while the site is served."""

from threading import Event

import pytest
from django.db import connections

from advocacy import memory, timekeeper
from advocacy.timekeeper import Timekeeper

# Seconds after which a test fails that hangs; nothing is ever waited out.
LONG = 30


class TimekeeperTests:
    def test_looks_at_once_and_again_until_it_is_stopped(self):
        looks: list[int] = []
        enough = Event()

        def look() -> None:
            looks.append(len(looks))
            if len(looks) == 3:
                enough.set()

        keeper = Timekeeper(look, every=0)
        keeper.start()
        assert enough.wait(LONG)
        keeper.stopped.set()
        keeper.join(LONG)

        assert not keeper.is_alive()
        assert looks[:3] == [0, 1, 2]

    def test_is_late_by_less_than_a_minute(self):
        assert timekeeper.EVERY < 60

    def test_dies_with_its_worker(self):
        assert Timekeeper(lambda: None).daemon


class LookTests:
    def test_goes_on_after_whatever_goes_wrong(self, monkeypatch, caplog):
        def broken(*, now: object) -> None:
            raise RuntimeError("Words of a draft.")

        monkeypatch.setattr("statements.workflow.publish_due", broken)
        # Nothing was opened, and a test has no connection to give away.
        monkeypatch.setattr(connections, "close_all", lambda: None)

        timekeeper.look()

        assert "RuntimeError" in caplog.text
        assert "Words of a draft." not in caplog.text


class StartTests:
    @pytest.fixture
    def looks(self, monkeypatch) -> Event:
        looked = Event()
        monkeypatch.setattr(timekeeper, "look", looked.set)
        return looked

    def test_is_what_each_worker_does(self, looks, settings):
        settings.PUBLISH_ON_TIME = True

        keeper = timekeeper.start()

        assert looks.wait(LONG)
        assert keeper is not None
        keeper.stopped.set()

    def test_leaves_it_to_a_timer_where_the_team_has_one(self, looks, settings):
        settings.PUBLISH_ON_TIME = False

        assert timekeeper.start() is None
        assert not looks.is_set()

    def test_is_named_in_what_gunicorn_reads(self, looks, settings, monkeypatch):
        settings.PUBLISH_ON_TIME = True
        started: list[str] = []
        monkeypatch.setattr(memory, "settle", lambda: started.append("settled"))
        monkeypatch.setattr(timekeeper, "start", lambda: started.append("started"))
        names: dict[str, object] = {}
        with open(settings.BASE_DIR / "gunicorn.conf.py") as file:  # noqa: PTH123
            exec(file.read(), names)

        names["post_worker_init"](None)  # type: ignore[operator]

        assert started == ["settled", "started"]
