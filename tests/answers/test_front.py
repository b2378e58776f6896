"""What is kept and said again, what is made anew each time, and what is never mixed up."""

from dataclasses import replace

import pytest
from django.conf import settings
from django.db import OperationalError

from advocacy.answers import build, shelf
from advocacy.answers.build import Build
from advocacy.answers.front import NEVER, OF_ONE, Front
from advocacy.answers.question import ASK_AGAIN
from statements.catalogue import revision
from tests.answers.asking import FakeSite, get
from tests.answers.conftest import LONG_AGO, THEN

SESSION = f"{settings.SESSION_COOKIE_NAME}=abc"


class KeptTests:
    def test_is_made_once(self, front, fake):
        first, second = get(front), get(front)

        assert first == second
        assert len(fake.made) == 1

    def test_may_be_held_by_all_and_shown_by_none_unasked(self, front):
        answer = get(front)

        assert answer.headers["Cache-Control"] == ASK_AGAIN
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert answer.headers["Last-Modified"] == "Wed, 27 Sep 2017 09:30:00 GMT"
        assert answer.tag.startswith('W/"')

    def test_is_kept_of_what_was_withdrawn_without_a_tag(self, front, fake):
        fake.status = 410

        answers = [get(front), get(front)]

        assert [answer.code for answer in answers] == [410, 410]
        assert len(fake.made) == 1
        assert "ETag" not in answers[1].headers

    def test_answers_a_head_from_a_get_and_the_other_way(self, front, fake):
        head = get(front, REQUEST_METHOD="HEAD")
        page = get(front)

        assert fake.made == ["GET"]
        assert (head.body, head.headers) == (b"", page.headers)
        assert get(front, REQUEST_METHOD="HEAD") == head

    def test_parts_addresses_with_and_without_a_query(self, front, fake):
        for address in ("/a", "/a?b", "/a%3Fb", "/a?b%0A", "/a%0A?b", "/b?a", "/ab"):
            get(front, address)

        assert len(fake.made) == 7

    def test_parts_the_schemes(self, fake, settings):
        settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
        front = Front(fake)

        get(front, HTTP_X_FORWARDED_PROTO="https")
        get(front, HTTP_X_FORWARDED_PROTO="http")

        assert len(fake.made) == 2

    def test_is_not_kept_without_a_cache(self, fake, settings):
        settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
        front = Front(fake)

        assert get(front) == get(front)
        assert len(fake.made) == 2


class ChangedTests:
    @pytest.mark.parametrize("change", [{"number": 8}, {"token": "other"}])
    def test_a_moved_revision_makes_it_anew(self, front, fake, see, change):
        before = get(front)

        see(replace(THEN, **change))
        after = get(front)

        assert len(fake.made) == 2
        assert before.tag != after.tag

    def test_a_backup_brings_its_own_pages_back(self, front, fake, see):
        before = get(front)
        see(replace(THEN, number=8))
        get(front)
        see(THEN)

        assert get(front) == before

    def test_a_new_build_makes_it_anew(self, front, fake, monkeypatch):
        before = get(front)

        monkeypatch.setattr(build, "running", lambda: Build("next", LONG_AGO))

        assert get(front).tag != before.tag
        assert len(fake.made) == 2


class NotKeptTests:
    @pytest.mark.parametrize("status", [301, 400, 404])
    def test_what_is_elsewhere_refused_or_missing_is_asked_again(self, front, fake, status):
        fake.status = status

        answers = [get(front), get(front)]

        assert len(fake.made) == 2
        assert answers[1].headers["Cache-Control"] == ASK_AGAIN
        assert "ETag" not in answers[1].headers

    def test_what_broke_is_held_by_nobody(self, front, fake):
        fake.status = 500

        answers = [get(front), get(front)]

        assert len(fake.made) == 2
        assert answers[1].headers["Cache-Control"] == NEVER

    @pytest.mark.parametrize("headers", [{"Set_Cookie": "a=b"}, {"Vary": "Cookie"}])
    def test_what_is_for_one_is_held_by_no_shared_cache(self, front, fake, headers):
        fake.headers = headers

        answers = [get(front), get(front)]

        assert len(fake.made) == 2
        assert answers[1].headers["Cache-Control"] == OF_ONE

    def test_what_has_its_own_rule_keeps_it(self, front, fake):
        fake.headers = {"Cache_Control": "max-age=60"}

        answers = [get(front), get(front)]

        assert len(fake.made) == 2
        assert answers[1].headers["Cache-Control"] == "max-age=60"
        assert "ETag" not in answers[1].headers

    def test_what_is_streamed_has_a_tag_and_is_made_each_time(self, front, fake):
        fake.is_streaming = True

        first, second = get(front), get(front)
        held = get(front, HTTP_IF_NONE_MATCH=second.tag)

        assert first == second
        assert held.code == 304
        assert len(fake.made) == 2

    def test_a_head_of_what_is_streamed_sends_nothing(self, front, fake):
        fake.is_streaming = True

        assert get(front, REQUEST_METHOD="HEAD").body == b""

    def test_what_is_too_long(self, front, fake):
        fake.body = b"x" * (shelf.LONGEST + 1)

        assert get(front).body == get(front).body == fake.body
        assert len(fake.made) == 2

    @pytest.mark.parametrize(
        "address", ["/admin/", "/healthz", "/readyz", "/robots.txt", "/static/statements/a.css"]
    )
    def test_what_is_not_of_the_catalogue_is_passed_as_it_is(self, front, fake, address):
        answers = [get(front, address), get(front, address)]

        assert len(fake.made) == 2
        assert "Cache-Control" not in answers[1].headers

    def test_what_is_sent(self, front, fake):
        get(front, REQUEST_METHOD="POST")
        get(front, REQUEST_METHOD="POST")

        assert fake.made == ["POST", "POST"]


class StaffTests:
    @pytest.mark.parametrize(
        "known", [{"HTTP_COOKIE": f"a=b; {SESSION}"}, {"HTTP_AUTHORIZATION": "Basic abc"}]
    )
    def test_are_answered_apart_and_leave_nothing_to_visitors(self, front, fake, known):
        fake.body = b"for staff"
        for_staff = get(front, **known)
        fake.body = b"for all"
        for_all = get(front)

        assert (for_staff.body, for_all.body) == (b"for staff", b"for all")
        assert for_staff.headers["Cache-Control"] == OF_ONE
        assert "ETag" not in for_staff.headers

    def test_are_given_nothing_of_visitors(self, front, fake):
        tag = get(front).tag
        fake.body = b"for staff"

        answer = get(front, HTTP_COOKIE=SESSION, HTTP_IF_NONE_MATCH=tag)

        assert answer.body == b"for staff"

    def test_are_not_known_by_somebody_elses_cookie(self, front, fake):
        get(front, HTTP_COOKIE="cdn=1")
        get(front)

        assert len(fake.made) == 1


class WrongTests:
    """What Django refuses is never answered from the shelf."""

    @pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "a b"])
    def test_a_host_that_is_not_ours(self, front, fake, host):
        get(front)

        answer = get(front, HTTP_HOST=host)

        assert len(fake.made) == 2
        assert answer.headers["Cache-Control"] == NEVER

    def test_every_host_of_ours_reads_the_same(self, front, fake):
        assert get(front, HTTP_HOST="127.0.0.1:8000") == get(front, HTTP_HOST="localhost")
        assert len(fake.made) == 1

    def test_a_database_that_does_not_answer(self, fake, monkeypatch):
        front = Front(fake)

        def broken() -> None:
            raise OperationalError("gone")

        monkeypatch.setattr(revision, "glanced", broken)

        assert get(front).headers["Cache-Control"] == NEVER
        assert get(front).headers["Cache-Control"] == NEVER
        assert len(fake.made) == 2


class DayTests:
    """A page that asked which day it is holds until midnight; others do not mind."""

    @pytest.fixture
    def on(self, monkeypatch):
        def turn(day: int) -> None:
            now = LONG_AGO.replace(year=2026, day=day)
            monkeypatch.setattr("django.utils.timezone.now", lambda: now)

        turn(1)
        return turn

    @pytest.fixture
    def dated(self, see) -> FakeSite:
        class Dated(FakeSite):
            def __call__(self, environ, start):
                revision.today()
                return super().__call__(environ, start)

        return Dated()

    def test_holds_until_midnight(self, dated, on):
        front = Front(dated)
        first, second = get(front), get(front)
        on(2)
        next_day = get(front, HTTP_IF_NONE_MATCH=first.tag)

        assert first == second
        assert next_day.code == 200
        assert next_day.tag != first.tag
        assert len(dated.made) == 2

    def test_is_held_on_its_day(self, dated, on):
        front = Front(dated)
        tag = get(front).tag

        assert get(front, HTTP_IF_NONE_MATCH=tag).code == 304
        assert get(front).headers["Last-Modified"] == "Tue, 01 Sep 2026 00:00:00 GMT"

    def test_of_pages_without_a_day_does_not_matter(self, front, fake, on):
        first = get(front)
        on(2)

        assert get(front) == first
        assert len(fake.made) == 1
