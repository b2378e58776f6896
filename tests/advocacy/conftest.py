"""A checkout and its environment, as manage.py finds them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from advocacy import bootstrap
from advocacy.bootstrap import DEVELOPMENT, RUNTIME


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with two requirements files and no environment."""
    (tmp_path / RUNTIME).write_text("django==5.2.1\n")
    (tmp_path / DEVELOPMENT).write_text("django==5.2.1\npytest==9.0.0\n")
    return tmp_path


@pytest.fixture
def venv(root: Path) -> Path:
    """A folder that has a Python, as if built for this checkout, but no stamp."""
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / ".venv" / "bin" / "python").touch()
    return root / ".venv"


@pytest.fixture
def write_stamp(venv: Path) -> Callable[[str], None]:
    """Marks the environment as wholly built from a requirements file."""

    def write(requirements: str) -> None:
        (venv / "stamp").write_text(bootstrap.stamp(requirements, venv.parent))

    return write
