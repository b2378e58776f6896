"""The process that reads: what it may not do, and what becomes of those that fail."""

import os
import signal
import subprocess
import sys

import pytest

from statements.ingest import extractors
from statements.ingest.documents.extracted import Notice
from statements.ingest.documents.unfit import Reason
from statements.ingest.reading import child, reader, sentences
from statements.ingest.reading.reader import Reader, Unreadable


@pytest.fixture
def reading():
    with Reader() as one:
        yield one


def in_child(code: str) -> str:
    """Return what a restricted process prints."""
    restricted = f"from statements.ingest.reading import child; child.restrict()\n{code}"
    done = subprocess.run([sys.executable, "-c", restricted], capture_output=True, text=True)
    return done.stdout + done.stderr


class ReaderTests:
    def test_reads_many_in_one_process(self, reading):
        texts = [reading.read(f"Statement {number}.".encode()).text for number in range(3)]
        first = reading._process.pid
        reading.read(b"One more.")

        assert texts == ["Statement 0.", "Statement 1.", "Statement 2."]
        assert reading._process.pid == first

    def test_takes_a_new_process_after_many(self, reading, monkeypatch):
        monkeypatch.setattr(reader, "DOCUMENTS", 1)
        reading.read(b"One.")
        first = reading._process.pid

        assert reading.read(b"Two.").text == "Two."
        assert reading._process.pid != first

    def test_refuses_in_a_sentence(self, reading):
        with pytest.raises(Unreadable, match=r"^The file is empty\.$"):
            reading.read(b"")

    def test_reads_on_after_a_refusal(self, reading):
        with pytest.raises(Unreadable):
            reading.read(b"\x89PNG")

        assert reading.read(b"Two.").text == "Two."

    def test_reads_on_after_its_process_was_killed(self, reading):
        reading.read(b"One.")
        os.kill(reading._process.pid, signal.SIGKILL)

        with pytest.raises(Unreadable) as refused:
            reading.read(b"Two.")

        assert refused.value.reason == Reason.CRASHED
        assert reading.read(b"Three.").text == "Three."

    def test_gives_up_on_a_process_that_does_not_answer(self, reading, monkeypatch):
        reading.read(b"One.")
        monkeypatch.setattr(reader, "PATIENCE", 0.2)
        os.kill(reading._process.pid, signal.SIGSTOP)

        with pytest.raises(Unreadable) as refused:
            reading.read(b"Two.")

        assert refused.value.reason == Reason.TOO_SLOW

    def test_leaves_no_process_behind(self):
        with Reader() as one:
            one.read(b"One.")
            process = one._process

        assert process
        assert process.returncode is not None


class ChildTests:
    @pytest.mark.parametrize(
        "code",
        [
            "import socket; socket.create_connection(('127.0.0.1', 9))",
            "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
            "import subprocess; subprocess.run(['true'])",
            "import os; os.system('true')",
            "open('/tmp/never', 'w')",
            "import os; os.remove('/tmp/never')",
        ],
    )
    def test_reaches_nothing(self, code):
        assert "Forbidden" in in_child(code)

    def test_has_its_memory_limited(self):
        assert "MemoryError" in in_child("b' ' * (1 << 30)")

    def test_is_started_without_django(self):
        code = "import sys; print(any(name.startswith('django') for name in sys.modules))"

        assert in_child(code) == "False\n"


class FailureTests:
    def test_of_a_library_is_told_without_words_of_the_document(self, monkeypatch):
        def fail(data):
            raise KeyError(data)

        monkeypatch.setattr(extractors, "extract", fail)

        answer = child.answered(b"A name that nobody may read.")

        assert answer["reason"] == "crashed"
        assert answer["detail"].startswith("KeyError in fail, ")
        assert "name that" not in answer["detail"]

    @pytest.mark.parametrize(
        ("error", "reason"), [(MemoryError, "too-much-memory"), (RecursionError, "too-deep")]
    )
    def test_of_what_is_limited_is_named(self, monkeypatch, error, reason):
        def fail(data):
            raise error

        monkeypatch.setattr(extractors, "extract", fail)

        assert child.answered(b"x") == {"reason": reason}


class SentencesTests:
    def test_are_there_for_every_reason_and_notice(self):
        assert set(sentences.REASONS) == set(Reason)
        assert set(sentences.NOTICES) == set(Notice)

    def test_name_their_limits_as_people_write_them(self):
        assert "at most 1,000,000 characters" in sentences.why(Reason.TOO_LONG)
        assert "at most 20 MB" in sentences.why(Reason.TOO_LARGE)

    def test_are_whole(self):
        said = [str(one) for one in sentences.REASONS.values()]
        said += [sentences.of(one, "3") for one in Notice]

        assert [one for one in said if not one.endswith(".") or "{" in one] == []
