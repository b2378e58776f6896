"""What the tests of the files look at."""

import pytest

from statements.catalogue import store
from tests.catalogue import build
from tests.views import corpus

NASTY = '=HYPERLINK("https://evil.example","Click") \x07 “quoted”, and\nmore'
ARABIC = "حماية الضحايا"


@pytest.fixture
def on_record(db: None) -> None:
    """A speech with an ask and a promise, a press release, and one full of what breaks files."""
    corpus.vocabularies()
    corpus.publish(corpus.speech())
    store.put(corpus.release())
    voices = (
        build.voice("pakistan", "pk", name="A", role="-1\x00+1"),
        build.voice(None, None, name="", role="@cmd"),
    )
    corpus.publish(
        corpus.speech(
            "nasty",
            title=NASTY,
            voices=voices,
            text=f"{corpus.TEXT}\n\n{ARABIC}",
            delivered=build.date("2016-01-01", "year"),
        )
    )
