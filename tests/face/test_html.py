"""The pages are valid HTML, as the Nu checker (the W3C's) reads it.

`VNU_JAR` names the checker's file; the gate fetches it (see .ci/run and CONTRIBUTING.md).
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.face import kinds

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not os.environ.get("VNU_JAR") or not shutil.which("java"),
        reason="needs Java, and VNU_JAR to name vnu.jar: see CONTRIBUTING.md",
    ),
]

# VoiceOver reads no list where there are no bullets, unless it is told that this is one.
NEEDED = ".*“list” role is unnecessary.*"


def complaints(folder: Path) -> list[tuple[str, str]]:
    """Return what the checker says of the pages in a folder: the file, and its words."""
    checker = ["java", "-jar", os.environ["VNU_JAR"], "--format", "json", "--stdout"]
    command = [*checker, "--filterpattern", NEEDED, str(folder)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.stdout, said.stderr
    return [
        (one["url"].rpartition("/")[2], f"{one['message']} {one.get('extract', '')}")
        for one in json.loads(said.stdout)["messages"]
    ]


class PageTests:
    def test_are_valid(self, seeded, client, tmp_path):
        names = {}
        for language in kinds.SPOKEN:
            for number, path in enumerate(kinds.KINDS):
                address = kinds.address(path, language)
                name = f"{language}-{number}.html"
                names[name] = address
                (tmp_path / name).write_bytes(client.get(address).content)

        found = complaints(tmp_path)

        assert [(names[name], said) for name, said in found] == []

    def test_are_told_where_they_are_not(self, tmp_path):
        (tmp_path / "bad.html").write_text("<!doctype html><title>A</title><p id=a><p id=a>")

        assert any("Duplicate ID" in said for _name, said in complaints(tmp_path))
