"""What holds for the files of the project as files."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (".ci", "advocacy", "bench", "statements", "templates", "tests")
HAND_WRITTEN = {".py", ".html", ".css", ".js", ".sh", ".txt", ""}
LONGEST = 300
# The public style sheets are five at most (see test_contrast), so each may be longer.
LONGEST_STYLE = 500
VAGUE = {"utils", "helpers", "common", "core", "services", "misc"}

# The rooms of the two sides (see ARCHITECTURE.md), whether built yet or not.
PUBLIC = {
    "api",
    "briefs",
    "catalogue",
    "charts",
    "citing",
    "exports",
    "feeds",
    "ical",
    "sitemaps",
    "templatetags",
    "views",
}
DESK = {"admin", "archive", "codes", "convergence", "ingest", "models", "workflow"}
# What both sides stand on, and what only Django asks for.
NEITHER = {"__init__", "apps", "choices", "management", "migrations", "text", "urls"}


def hand_written() -> Iterator[Path]:
    """Give the files that people write: no migration, nothing vendored, no golden pair."""
    yield ROOT / "manage.py"
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            left_out = {"migrations", "vendor", "golden", "examples", "__pycache__"} & {*path.parts}
            if path.is_file() and not left_out and ".min." not in path.name:
                yield path


def built_rooms() -> set[str]:
    """Give the names of the packages and modules of `statements`."""
    rooms = ROOT / "statements"
    packages = {path.parent.name for path in rooms.glob("*/*.py")}
    return packages | {path.stem for path in rooms.glob("*.py")}


def pins(name: str) -> set[str]:
    return set(re.findall(r"^\S+==\S+", (ROOT / name).read_text(), re.MULTILINE))


class FileTests:
    def test_are_found(self):
        assert len(list(hand_written())) > 20

    def test_are_short_enough_to_be_read(self):
        lines = {
            str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
            for path in hand_written()
            if path.suffix in HAND_WRITTEN
        }

        longest = {path: LONGEST_STYLE if path.endswith(".css") else LONGEST for path in lines}

        assert {path: count for path, count in lines.items() if count > longest[path]} == {}

    def test_are_named_after_their_subject(self):
        assert [path for path in hand_written() if path.stem in VAGUE] == []


class RequirementsTests:
    @pytest.mark.parametrize("name", ["requirements.in", "requirements-dev.in"])
    def test_have_a_reason_each(self, name):
        paragraphs = (ROOT / name).read_text().strip().split("\n\n")

        assert [text for text in paragraphs if not text.startswith("#")] == []

    @pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
    def test_name_no_index_and_no_path_of_a_machine(self, name):
        text = (ROOT / name).read_text()

        assert re.findall(r"--(?:index|extra|find|trusted)\S*|\w+://\S+|(?<![\w.])/\S+", text) == []

    @pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
    def test_are_pinned_by_hash(self, name):
        text = (ROOT / name).read_text()
        entries = re.split(r"^(?=\S+==)", text, flags=re.MULTILINE)[1:]

        assert entries
        assert [entry for entry in entries if "--hash=sha256:" not in entry] == []

    def test_are_the_same_for_the_tests_as_for_the_site(self):
        assert pins("requirements.txt") <= pins("requirements-dev.txt")


class ContractTests:
    @pytest.fixture
    def forbidden(self) -> dict[str, list[str]]:
        settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
        contracts = settings["tool"]["importlinter"]["contracts"]
        return next(contract for contract in contracts if contract["type"] == "forbidden")

    def test_knows_on_which_side_every_room_stands(self):
        assert built_rooms() - PUBLIC - DESK - NEITHER == set()

    def test_knows_no_room_on_two_sides(self):
        assert PUBLIC & DESK == PUBLIC & NEITHER == DESK & NEITHER == set()

    def test_names_every_public_room_that_is_built(self, forbidden):
        expected = {f"statements.{room}" for room in PUBLIC & built_rooms()}

        assert set(forbidden["source_modules"]) == expected

    def test_names_every_room_of_the_desk_that_is_built(self, forbidden):
        expected = {f"statements.{room}" for room in DESK & built_rooms()}

        assert set(forbidden["forbidden_modules"]) == expected
