"""Many ask for one page at the same moment: one makes it, all get it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache

from advocacy import environment
from advocacy.answers import shelf
from advocacy.answers.entry import Entry
from advocacy.answers.far import Far
from advocacy.answers.front import Front
from advocacy.answers.question import Question, ask
from advocacy.answers.shelf import Shelf
from tests.answers.asking import FakeSite, environ, get
from tests.answers.conftest import THEN

CROWD = 8


@pytest.fixture
def question() -> Question:
    return ask(environ("/"), THEN)


@pytest.fixture
def page(question: Question) -> Entry:
    return Entry(question.state.tag, "", 200, "200 OK", [], b"page")


class SlowSite(FakeSite):
    """Makes its page only when told to, and says when it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.was_asked, self.may_go_on = Event(), Event()

    def __call__(self, environ, start):
        self.was_asked.set()
        assert self.may_go_on.wait(10)
        return super().__call__(environ, start)


class CrowdTests:
    def ask_all(self, front: Front, site: SlowSite) -> list[bytes]:
        """Let a crowd ask at once while the first is still being answered."""
        together = Barrier(CROWD)

        def one() -> bytes:
            together.wait(10)
            return get(front).body

        with ThreadPoolExecutor(CROWD + 1) as threads:
            first = threads.submit(lambda: get(front).body)
            assert site.was_asked.wait(10)
            crowd = [threads.submit(one) for _ in range(CROWD - 1)]
            together.wait(10)
            site.may_go_on.set()
            return [asked.result(10) for asked in (first, *crowd)]

    def test_is_answered_by_making_a_page_once(self, see):
        site = SlowSite()

        bodies = self.ask_all(Front(site), site)

        assert bodies == [site.body] * CROWD
        assert len(site.made) == 1

    def test_is_answered_where_a_page_cannot_be_kept(self, see):
        site = SlowSite()
        site.status = 404

        bodies = self.ask_all(Front(site), site)

        assert bodies == [site.body] * CROWD
        assert len(site.made) == CROWD

    def test_does_not_wait_for_an_older_page(self, see, question):
        """Whoever asks after a publication gets what was published, not what is being made."""
        shelves = Shelf()
        newer = ask(environ("/"), THEN.__class__(8, "new", THEN.at))

        with shelves.turn(question), shelves.turn(newer) as turn:
            assert turn.entry is None

    def test_loses_patience(self, question, page, monkeypatch):
        monkeypatch.setattr(shelf, "PATIENCE", 0.0)
        shelves = Shelf()

        with shelves.turn(question) as first:
            with shelves.turn(question) as second:
                assert second.entry is None
            first.entry = page

    def test_goes_on_when_the_first_one_fails(self, question):
        shelves = Shelf()

        with pytest.raises(ZeroDivisionError), shelves.turn(question):
            raise ZeroDivisionError
        with shelves.turn(question) as turn:
            assert turn.entry is None

    def test_finds_what_was_made_just_before_its_turn(self, question, page):
        shelves = Shelf()
        shelves.keep(question, page)

        with shelves.turn(question) as turn:
            assert turn.entry == page


class TakenOutTests:
    def test_a_page_of_before_does_not_lie_in_the_process(self, question, page):
        shelves = Shelf()
        shelves.keep(question, page)
        newer = ask(environ("/other/"), THEN.__class__(8, "new", THEN.at))

        found = shelves.find(newer)

        assert found is None
        assert caches["default"].get(question.place) is None

    def test_a_page_that_was_made_too_slowly_throws_nothing_away(self, question, page):
        shelves = Shelf()
        newer = ask(environ("/"), THEN.__class__(8, "new", THEN.at))
        of_now = Entry(newer.state.tag, "", 200, "200 OK", [], b"newer")
        shelves.find(newer)
        shelves.keep(newer, of_now)

        shelves.keep(question, page)

        assert shelves.find(newer) == of_now

    def test_a_page_of_now_stays(self, question, page):
        shelves = Shelf()
        shelves.keep(question, page)

        shelves.find(ask(environ("/other/"), THEN))

        assert shelves.find(question) == page


class WorkersTests:
    """Two workers, each with a shelf of its own, and a cache that both reach."""

    @pytest.fixture
    def workers(self, settings) -> tuple[Shelf, Shelf]:
        shared = environment.IN_PROCESS | {"LOCATION": "shared"}
        settings.CACHES = {"default": environment.IN_PROCESS, "shared": shared}
        caches["shared"].clear()
        one, other = Shelf(), Shelf()
        other._near = LocMemCache("other", {})
        other._near.clear()
        return one, other

    def test_give_each_other_what_they_made(self, workers, question, page):
        one, other = workers

        one.keep(question, page)

        assert other.find(question) == page
        assert other._near.get(question.place) == page

    def test_make_a_page_once(self, workers, question, page, monkeypatch):
        one, other = workers
        waits = Event()
        monkeypatch.setattr("advocacy.answers.shelf.time.sleep", lambda seconds: waits.set())

        def ask_the_other():
            with other.turn(question) as its:
                found = its.entry
            return found

        with ThreadPoolExecutor(1) as thread:
            with one.turn(question) as turn:
                asked = thread.submit(ask_the_other)
                assert waits.wait(10)
                one.keep(question, page)
                turn.entry = page

            assert asked.result(10) == page

    def test_do_not_wait_for_what_could_not_be_kept(self, workers, question, monkeypatch):
        one, other = workers
        waits = Event()
        monkeypatch.setattr("advocacy.answers.shelf.time.sleep", lambda seconds: waits.set())

        def ask_the_other():
            with other.turn(question) as its:
                found = its.entry
            return found

        with ThreadPoolExecutor(1) as thread:
            with one.turn(question):
                asked = thread.submit(ask_the_other)
                assert waits.wait(10)

            assert asked.result(10) is None

    def test_lose_patience(self, workers, question, monkeypatch):
        monkeypatch.setattr(shelf, "PATIENCE", 0.0)
        one, _other = workers
        one._far = Far(_Taken())

        with one.turn(question) as turn:
            assert turn.entry is None


class _Taken(LocMemCache):
    """A cache in which somebody else always has the turn."""

    def __init__(self) -> None:
        super().__init__("taken", {})

    def add(self, *given, **more):
        return False

    def has_key(self, *given, **more):
        return True
