"""Where the browser tests look for their browser."""

from pathlib import Path

import pytest

from tests import chromium


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch) -> dict[str, str]:
    """The environment of a machine without any browser."""
    monkeypatch.setattr(chromium, "PLACES", ())
    return {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path)}


def program(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o755)
    return str(path)


class FoundTests:
    def test_is_none_where_there_is_none(self, nowhere):
        assert chromium.found(nowhere) is None

    def test_prefers_the_one_that_is_asked_for(self, nowhere, tmp_path):
        program(tmp_path / "bin" / "chromium")
        asked = program(tmp_path / "mine")

        assert chromium.found(nowhere | {"CHROMIUM": asked}) == asked

    def test_does_not_replace_the_one_that_is_asked_for(self, nowhere, tmp_path):
        program(tmp_path / "bin" / "chromium")

        assert chromium.found(nowhere | {"CHROMIUM": str(tmp_path / "gone")}) is None

    @pytest.mark.parametrize("name", chromium.COMMANDS)
    def test_looks_on_the_path(self, nowhere, tmp_path, name):
        there = program(tmp_path / "bin" / name)

        assert chromium.found(nowhere) == there

    def test_looks_where_debian_puts_it(self, nowhere, tmp_path, monkeypatch):
        there = program(tmp_path / "elsewhere" / "chromium")
        monkeypatch.setattr(chromium, "PLACES", (there,))

        assert chromium.found(nowhere) == there

    def test_takes_the_newest_of_playwrights_own(self, nowhere, tmp_path):
        cache = tmp_path / ".cache" / "ms-playwright"
        program(cache / "chromium-999" / "chrome-linux" / "chrome")
        newest = program(cache / "chromium-1200" / "chrome-linux64" / "chrome")

        assert chromium.found(nowhere) == newest
