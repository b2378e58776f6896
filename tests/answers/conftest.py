"""A front of the site with empty shelves, and a past that is well settled."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from django.core import signals
from django.core.cache import caches
from django.core.handlers.wsgi import WSGIHandler
from django.db import close_old_connections

from advocacy import environment
from advocacy.answers import build
from advocacy.answers.front import Front
from statements.catalogue import revision
from statements.catalogue.revision import Seen
from tests.answers.asking import FakeSite

LONG_AGO = dt.datetime(2017, 9, 27, 9, 30, tzinfo=dt.UTC)
THEN = Seen(7, "token", LONG_AGO)


@pytest.fixture(autouse=True)
def _empty_shelf(settings) -> Iterator[None]:
    settings.CACHES = {"default": environment.IN_PROCESS}
    yield
    caches["default"].clear()


@pytest.fixture(autouse=True)
def _settled_build(monkeypatch) -> None:
    monkeypatch.setattr(build, "running", lambda: build.Build("build", LONG_AGO))


@pytest.fixture
def see(monkeypatch) -> Callable[[Seen], None]:
    """Make the front see a revision; no database is asked."""

    def make(seen: Seen) -> None:
        monkeypatch.setattr(revision, "glanced", lambda: seen)

    make(THEN)
    return make


@pytest.fixture
def fake(see) -> FakeSite:
    return FakeSite()


@pytest.fixture
def front(fake: FakeSite) -> Front:
    return Front(fake)


@pytest.fixture(autouse=True)
def _connection_stays() -> Iterator[None]:
    """Leave a test its connection when a request ends, as Django's test client does."""
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def whole(db: None) -> Front:
    """The front of the real site."""
    return Front(WSGIHandler())
