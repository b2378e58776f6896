"""The cache in Redis: what lies there, and how the site does without it."""

import logging
import socket
from collections.abc import Iterator

import msgspec
import pytest
from django.core.cache.backends.base import BaseCache
from redis.exceptions import RedisError

from advocacy import environment
from advocacy.answers import far
from advocacy.answers.entry import Entry, Serializer
from advocacy.answers.far import Far
from advocacy.answers.front import Front
from tests.answers.asking import get

PAGE = Entry("state", "2026-09-01", 200, "200 OK", [("Content-Type", "text/html")], b"\xff", b"z")


class SerializerTests:
    @pytest.mark.parametrize("value", [PAGE, 1])
    def test_gives_back_what_it_took(self, value):
        kept = Serializer().dumps(value)

        assert Serializer().loads(kept if isinstance(kept, bytes) else b"%d" % kept) == value

    @pytest.mark.parametrize("data", [b"", b"\x80\x04K\x01.", b"\x81\xa5state\x01", b"\xc1"])
    def test_refuses_what_we_never_wrote(self, data):
        with pytest.raises(msgspec.MsgspecError):
            Serializer().loads(data)


class LostTests:
    @pytest.fixture
    def closed_port(self) -> Iterator[int]:
        with socket.socket() as nobody_listens:
            nobody_listens.bind(("127.0.0.1", 0))
            yield nobody_listens.getsockname()[1]

    @pytest.fixture
    def lost(self, closed_port: int) -> str:
        return f"redis://127.0.0.1:{closed_port}/0"

    def test_pages_are_made_without_it_and_that_is_said_once(
        self, fake, settings, lost, caplog, monkeypatch
    ):
        monkeypatch.setattr(far, "REST", 0.0)
        shared = environment.IN_REDIS | {"LOCATION": lost}
        settings.CACHES = {"default": environment.IN_PROCESS, "shared": shared}
        front = Front(fake)

        with caplog.at_level(logging.WARNING):
            answers = [get(front), get(front), get(front, "/other/")]

        assert [answer.code for answer in answers] == [200, 200, 200]
        assert len(fake.made) == 2
        assert [record.message[:27] for record in caplog.records] == ["The shared page cache fails"]

    def test_is_left_alone_for_a_while(self):
        lost = _Holding(RedisError("gone"))
        one = Far(lost)

        assert [one.get("place") for _ in range(3)] == [None, None, None]
        assert one.take("turn", 1.0)
        assert lost.asked == 1

    def test_that_comes_back_is_used_again_and_that_is_said(self, caplog, monkeypatch):
        monkeypatch.setattr(far, "REST", 0.0)
        cache = _Holding(RedisError("gone"))
        one = Far(cache)
        one.get("place")

        cache.held = PAGE
        with caplog.at_level(logging.WARNING):
            found = one.get("place")

        assert found == PAGE
        assert [record.message for record in caplog.records][-1:] == [
            "The shared page cache is back."
        ]

    def test_that_holds_what_we_never_wrote_holds_nothing(self):
        assert Far(_Holding(msgspec.DecodeError("?"))).get("place") is None


class _Holding(BaseCache):
    """A cache that holds one thing, or fails with it."""

    def __init__(self, held: object) -> None:
        super().__init__({})
        self.held = held
        self.asked = 0

    def get(self, *given, **more):
        self.asked += 1
        if isinstance(self.held, Exception):
            raise self.held
        return self.held
