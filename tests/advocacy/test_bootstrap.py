"""How manage.py decides whether to build its environment; nothing is installed here."""

import os
import subprocess
import sys

import pytest

from advocacy import bootstrap
from advocacy.bootstrap import DEVELOPMENT, RUNTIME

NOT_OURS = "a-package-that-nobody-has==1.0"


class IsBuiltTests:
    def test_is_false_without_an_environment(self, root):
        assert not bootstrap.is_built(root / ".venv", RUNTIME, root)

    def test_is_false_for_one_killed_before_its_stamp(self, root, venv):
        assert not bootstrap.is_built(venv, RUNTIME, root)

    @pytest.mark.parametrize("requirements", [RUNTIME, DEVELOPMENT])
    def test_is_true_once_stamped(self, root, venv, requirements, write_stamp):
        write_stamp(requirements)

        assert bootstrap.is_built(venv, requirements, root)

    def test_takes_what_developers_need_for_the_site_too(self, root, venv, write_stamp):
        write_stamp(DEVELOPMENT)

        assert bootstrap.is_built(venv, RUNTIME, root)

    def test_does_not_take_what_the_site_needs_for_the_tests(self, root, venv, write_stamp):
        write_stamp(RUNTIME)

        assert not bootstrap.is_built(venv, DEVELOPMENT, root)

    @pytest.mark.parametrize("requirements", [RUNTIME, DEVELOPMENT])
    def test_is_false_when_the_site_needs_something_else(
        self, root, venv, requirements, write_stamp
    ):
        write_stamp(requirements)
        (root / RUNTIME).write_text("django==5.2.2\n")

        assert not bootstrap.is_built(venv, RUNTIME, root)

    def test_is_false_for_another_python(self, root, venv, monkeypatch, write_stamp):
        write_stamp(RUNTIME)

        monkeypatch.setattr(bootstrap, "python_version", lambda: "cpython 3.99")

        assert not bootstrap.is_built(venv, RUNTIME, root)

    def test_is_false_when_the_checkout_has_moved(self, root, venv, tmp_path_factory, write_stamp):
        write_stamp(RUNTIME)
        moved = root.rename(tmp_path_factory.mktemp("elsewhere") / "checkout")

        assert not bootstrap.is_built(moved / ".venv", RUNTIME, moved)

    def test_is_false_when_its_python_is_gone(self, root, venv, write_stamp):
        write_stamp(RUNTIME)
        (venv / "bin" / "python").unlink()

        assert not bootstrap.is_built(venv, RUNTIME, root)


class IsMetTests:
    def test_is_true_where_every_pin_is_installed(self, tmp_path):
        requirements = tmp_path / RUNTIME
        requirements.write_text(f"pytest=={pytest.__version__} \\\n    --hash=sha256:00\n")

        assert bootstrap.is_met(requirements)

    @pytest.mark.parametrize("pin", ["pytest==0.1", NOT_OURS])
    def test_is_false_where_one_is_missing_or_of_another_version(self, tmp_path, pin):
        requirements = tmp_path / RUNTIME
        requirements.write_text(f"pytest=={pytest.__version__}\n{pin} \\\n    --hash=sha256:00\n")

        assert not bootstrap.is_met(requirements)

    def test_leaves_out_what_is_for_another_platform(self, tmp_path):
        requirements = tmp_path / RUNTIME
        requirements.write_text(f"{NOT_OURS} ; sys_platform == 'win32' \\\n    --hash=sha256:00\n")

        assert bootstrap.is_met(requirements)

    def test_reads_every_pin_of_the_compiled_files(self):
        for name in (RUNTIME, DEVELOPMENT):
            text = (bootstrap.ROOT / name).read_text()

            assert len(bootstrap.PIN.findall(text)) == text.count("==") - text.count(" == '")


class AppliesTests:
    @pytest.mark.parametrize(
        ("marker", "expected"),
        [
            ("", True),
            ("python_full_version >= '3.11'", True),
            ("python_full_version < '3.11'", False),
            ("python_full_version < '4'", True),
            ("python_full_version >= '4'", False),
            (f"sys_platform == '{sys.platform}'", True),
            (f"sys_platform != '{sys.platform}'", False),
            ("sys_platform == 'win32'", False),
            ("implementation_name != 'pypy'", True),
            ("extra == 'unheard-of'", True),
            ("sys_platform == 'win32' and python_full_version < '3.11'", True),
        ],
    )
    def test_knows_single_comparisons_and_says_yes_to_the_rest(self, marker, expected):
        assert bootstrap.applies(marker) is expected


class RequirementsTests:
    @pytest.mark.parametrize(
        ("argv", "expected"),
        [
            (["manage.py", "test"], DEVELOPMENT),
            (["manage.py", "test", "-k", "demo"], DEVELOPMENT),
            (["manage.py", "bench", "--statements", "1000"], DEVELOPMENT),
            (["manage.py", "demo"], RUNTIME),
            (["manage.py", "help", "test"], RUNTIME),
            (["manage.py"], RUNTIME),
        ],
    )
    def test_are_the_developers_for_tests_and_the_benchmark_alone(self, argv, expected):
        assert bootstrap.requirements_of(argv) == expected


class ManageTests:
    def test_says_in_one_sentence_that_python_is_too_old(self):
        """Run as an old Python would: only the version is feigned."""
        code = (
            "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0);"
            "runpy.run_path('manage.py', run_name='__main__')"
        )

        done = subprocess.run(
            [sys.executable, "-c", code], cwd=bootstrap.ROOT, capture_output=True, text=True
        )

        assert done.returncode == 1
        assert "needs Python 3.11 or newer, and this is Python 3.9" in done.stderr
        assert len(done.stderr.splitlines()) == 1

    @pytest.mark.parametrize("command", ["demo", "migrate", "test"])
    def test_says_in_one_sentence_that_a_setting_is_wrong(self, command):
        done = subprocess.run(
            [sys.executable, "manage.py", command],
            cwd=bootstrap.ROOT,
            env=os.environ | {"DEBUG": "perhaps"},
            capture_output=True,
            text=True,
        )

        assert done.returncode == 1
        assert done.stderr == "DEBUG must be yes or no, not 'perhaps'.\n"
