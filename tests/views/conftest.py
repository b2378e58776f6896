"""What the tests of the public pages look at."""

import pytest

from statements.catalogue import store
from tests.views import corpus


@pytest.fixture
def on_record(db: None) -> None:
    """A speech of Pakistan with an ask and a promise, and a press release with neither."""
    corpus.vocabularies()
    corpus.publish(corpus.speech())
    store.put(corpus.release())
