"""How manage.py builds its environment; nothing is installed here."""

import fcntl
import os
import sys
from pathlib import Path

import pytest

from advocacy import bootstrap
from advocacy.bootstrap import DEVELOPMENT, RUNTIME


class ReadyPythonTests:
    @pytest.fixture
    def builds(self, monkeypatch) -> list[str]:
        """The requirements of each build, none of which is carried out."""
        made: list[str] = []

        def build(venv: Path, requirements: str, root: Path, lock: int) -> None:
            made.append(requirements)

        monkeypatch.setattr(bootstrap, "build", build)
        return made

    def test_builds_where_nothing_is(self, root, builds):
        python = bootstrap.ready_python(RUNTIME, root)

        assert builds == [RUNTIME]
        assert python == str(root / ".venv" / "bin" / "python")

    def test_builds_nothing_where_the_stamp_is_right(self, root, venv, builds, write_stamp):
        write_stamp(RUNTIME)

        bootstrap.ready_python(RUNTIME, root)

        assert builds == []

    def test_leaves_developers_their_tools_when_a_requirement_changes(
        self, root, venv, builds, write_stamp
    ):
        write_stamp(DEVELOPMENT)
        (root / DEVELOPMENT).write_text("django==5.2.2\npytest==9.0.0\n")

        bootstrap.ready_python(RUNTIME, root)

        assert builds == [DEVELOPMENT]

    def test_builds_nothing_when_another_start_has_while_this_one_waited(
        self, root, venv, builds, monkeypatch, write_stamp
    ):
        real_flock = fcntl.flock

        def flock(lock: int, operation: int) -> None:
            if operation & fcntl.LOCK_NB:
                raise BlockingIOError
            real_flock(lock, operation)
            write_stamp(RUNTIME)

        monkeypatch.setattr(fcntl, "flock", flock)

        bootstrap.ready_python(RUNTIME, root)

        assert builds == []


class OnlyOneTests:
    def test_keeps_others_out_until_it_ends(self, root):
        other = os.open(root, os.O_RDONLY)

        with bootstrap.only_one(root), pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)

        os.close(other)


class BuildTests:
    @pytest.fixture
    def commands(self, monkeypatch) -> list[list[str]]:
        """The commands of each build, none of which is run."""
        given: list[list[str]] = []

        def run(command: list[str], complaint: str, lock: int) -> None:
            given.append(command)

        monkeypatch.setattr(bootstrap, "run", run)
        return given

    def test_adds_what_developers_need_without_a_rebuild(self, root, venv, commands, write_stamp):
        write_stamp(RUNTIME)

        bootstrap.build(venv, DEVELOPMENT, root, lock=0)

        assert len(commands) == 1
        assert bootstrap.is_built(venv, DEVELOPMENT, root)

    def test_starts_from_nothing_after_one_that_was_killed(self, root, venv, monkeypatch):
        (venv / "left-behind").touch()
        steps: list[list[str]] = []

        def run(command: list[str], complaint: str, lock: int) -> None:
            steps.append(command)
            venv.mkdir(exist_ok=True)
            assert not (venv / "left-behind").exists()

        monkeypatch.setattr(bootstrap, "run", run)
        bootstrap.build(venv, RUNTIME, root, lock=0)

        assert len(steps) == 2

    def test_leaves_no_stamp_when_it_fails(self, root, venv, monkeypatch, write_stamp):
        write_stamp(RUNTIME)

        def run(command: list[str], complaint: str, lock: int) -> None:
            raise bootstrap.SetUpError(complaint)

        monkeypatch.setattr(bootstrap, "run", run)

        with pytest.raises(bootstrap.SetUpError):
            bootstrap.build(venv, DEVELOPMENT, root, lock=0)
        assert not (venv / "stamp").exists()


class RunTests:
    def fail_with(self, output: str, root: Path) -> str:
        command = [sys.executable, "-c", f"import sys; sys.exit({output!r})"]
        with bootstrap.only_one(root) as lock, pytest.raises(bootstrap.SetUpError) as caught:
            bootstrap.run(command, "It did not work.", lock)
        return str(caught.value)

    def test_says_so_when_there_is_no_network(self, root):
        said = self.fail_with("NewConnectionError: Temporary failure in name resolution", root)

        assert said == bootstrap.NO_NETWORK

    def test_shows_the_end_of_any_other_failure(self, root, capsys):
        said = self.fail_with("the disk is full", root)

        assert said == "It did not work."
        assert "the disk is full" in capsys.readouterr().err

    def test_lets_the_child_hold_the_lock(self, root):
        """A start that is killed leaves its installer running; the next must wait for that."""
        with bootstrap.only_one(root) as lock:
            holds = f"import os; os.fstat({lock})"

            bootstrap.run([sys.executable, "-c", holds], "The lock was closed.", lock)


class WithPipTests:
    def test_names_the_package_where_debian_keeps_venv_apart(self, root, monkeypatch):
        monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

        with pytest.raises(bootstrap.SetUpError, match="apt install python3-venv"):
            bootstrap.with_pip(root / ".venv", root / RUNTIME)

    def test_takes_nothing_without_its_hash(self, root):
        _, install = bootstrap.with_pip(root / ".venv", root / RUNTIME)

        assert "--require-hashes" in install
