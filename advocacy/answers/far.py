"""The cache that all workers share. The site does without it when it cannot be reached."""

import logging
import time
from collections.abc import Callable
from typing import TypeVar

import msgspec
from django.core.cache.backends.base import BaseCache
from redis.exceptions import RedisError

from advocacy.answers.entry import Entry

logger = logging.getLogger(__name__)

# So many seconds a cache that failed is left alone: its time-out is not waited for each time.
REST = 10.0

T = TypeVar("T")


class Far:
    """A shared cache; while it fails, it holds nothing and nobody's turn."""

    def __init__(self, cache: BaseCache) -> None:
        self._cache = cache
        self._is_lost = False
        self._rests_until = 0.0

    def get(self, place: str) -> Entry | None:
        try:
            found = self._tried(lambda: self._cache.get(place), None)
        except msgspec.MsgspecError:
            return None
        return found if isinstance(found, Entry) else None

    def set(self, place: str, entry: Entry) -> None:
        self._tried(lambda: self._cache.set(place, entry), None)

    def take(self, turn: str, seconds: float) -> bool:
        """Take a turn unless it is another's; it falls back by itself after so many seconds."""
        return self._tried(lambda: self._cache.add(turn, 1, timeout=seconds), True)

    def give_back(self, turn: str) -> None:
        self._tried(lambda: self._cache.delete(turn), False)

    def is_taken(self, turn: str) -> bool:
        return self._tried(lambda: self._cache.has_key(turn), False)

    def _tried(self, act: Callable[[], T], otherwise: T) -> T:
        if time.monotonic() < self._rests_until:
            return otherwise
        try:
            done = act()
        except RedisError as error:
            self._rests_until = time.monotonic() + REST
            if not self._is_lost:
                logger.warning("The shared page cache fails; going on without it: %s", error)
            self._is_lost = True
            return otherwise
        if self._is_lost:
            logger.warning("The shared page cache is back.")
        self._is_lost = False
        return done
