"""A worker looks for lost objects seldom, and not among the code it was started with."""

import gc
import weakref

import pytest

from advocacy import memory


@pytest.fixture(autouse=True)
def _as_before():
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


class Lost:
    """Something that holds on to itself."""

    def __init__(self) -> None:
        self.me = self


class SettleTests:
    def test_leaves_out_what_is_there_at_the_start(self):
        memory.settle()

        assert gc.get_freeze_count() > 0
        assert gc.get_threshold() == (memory.YOUNG, memory.ELDER, memory.ELDER)

    def test_still_finds_what_is_lost_later(self):
        memory.settle()
        lost = weakref.ref(Lost())

        made: list[object] = [[] for _ in range(2 * memory.YOUNG)]

        assert made
        assert lost() is None
