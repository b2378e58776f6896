"""What all tests of a module stand on: made once, and gone after the last of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

Made = TypeVar("Made")


@contextmanager
def standing(blocker: DjangoDbBlocker, make: Callable[[], Made]) -> Iterator[Made]:
    """Give what `make` returns, in a transaction around the tests, each of which has a savepoint.

    For fixtures of a module whose tests do not commit. What a test does to these rows is undone
    with it; whoever changes what is given changes it for the tests that come after.
    """
    with blocker.unblock():
        rows = transaction.atomic()
        rows.__enter__()
        try:
            made = make()
        except BaseException as error:
            rows.__exit__(type(error), error, error.__traceback__)
            raise
    yield made
    with blocker.unblock():
        transaction.set_rollback(True)
        rows.__exit__(None, None, None)
