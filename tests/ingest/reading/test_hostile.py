"""Documents that were made to do harm: each is refused in a sentence, or read as if harmless."""

import subprocess
import sys
import textwrap

import pytest

from statements.ingest.documents.unfit import Reason
from statements.ingest.reading import sentences
from statements.ingest.reading.reader import Reader, Unreadable
from tests.ingest.hostile import FILES


@pytest.fixture(scope="module")
def reading():
    with Reader() as one:
        yield one


@pytest.mark.parametrize("name", FILES)
def test_is_refused_or_read(name, reading):
    make, expected = FILES[name]

    try:
        came = " ".join(reading.read(make()).text.split())
    except Unreadable as unreadable:
        came = unreadable.reason

    assert came == expected


def test_a_hundred_megabytes_of_spaces_take_no_memory(tmp_path):
    # In a process of its own, whose memory nothing else has raised.
    code = """
        import resource, sys
        from pathlib import Path
        import django
        django.setup()
        from statements.ingest.reading import brought
        from statements.ingest.reading.reader import Reader, Unreadable
        from tests.ingest.hostile import FILES

        with Reader() as reader:
            reader.read(b"Whatever a first document needs is there now.")
            bomb = FILES["bomb.docx"][0]()
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            for document in brought.from_paths([Path(sys.argv[1])]):
                print(document.refused)
            try:
                reader.read(bomb)
            except Unreadable as unreadable:
                print(unreadable)
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 10_000)
    """
    with (tmp_path / "spaces.txt").open("wb") as file:
        for _ in range(100):
            file.write(b" " * (1 << 20))

    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )

    refused = [sentences.why(Reason.TOO_LARGE), sentences.why(Reason.BOMB)]
    assert (done.stderr, done.stdout.splitlines()) == ("", [*refused, "True"])
