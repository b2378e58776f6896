"""How the tests are started."""

import os
import sys
from io import StringIO

import pytest

from statements.management.commands import test as command


class Started(Exception):
    """Raised in place of becoming pytest."""


@pytest.fixture
def started(monkeypatch) -> list[str]:
    """The command line that the process becomes."""
    line: list[str] = []

    def become(program: str, arguments: list[str]) -> None:
        line.extend(arguments)
        raise Started

    monkeypatch.setattr(os, "execv", become)
    return line


class RunTests:
    def test_hands_its_arguments_on_unread(self, started):
        with pytest.raises(Started):
            command.Command(stdout=StringIO()).run_from_argv(["manage.py", "test", "-k", "a or b"])

        assert started == [sys.executable, "-m", "pytest", "-k", "a or b"]

    def test_takes_every_core_for_the_whole_suite(self, started):
        with pytest.raises(Started):
            command.Command(stdout=StringIO()).run_from_argv(["manage.py", "test"])

        assert started == [sys.executable, "-m", "pytest", *command.ON_EVERY_CORE]

    def test_first_names_interpreter_and_database(self, started):
        out = StringIO()

        with pytest.raises(Started):
            command.Command(stdout=out).run_from_argv(["manage.py", "test"])

        interpreter, database = out.getvalue().splitlines()
        assert sys.executable in interpreter
        assert database.startswith("Database: ")


class DescribedTests:
    def test_never_tells_a_password(self):
        said = command.described({"HOST": "db.example", "NAME": "site", "PASSWORD": "geheim"})

        assert "db.example" in said
        assert "geheim" not in said
