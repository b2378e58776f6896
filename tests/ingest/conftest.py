"""A small folder of seeds, loaded once and to be loaded again."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from statements.models import Statement
from tests.ingest.folder import Folder

Load = Callable[[], list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture
def load(db: None, folder: Folder) -> Load:
    """Loaded once already; call it to load again."""

    def again() -> list[str]:
        out = StringIO()
        call_command("load_seeds", folder=folder.path, stdout=out)
        return out.getvalue().splitlines()

    again()
    return again


@pytest.fixture
def statement(load: Load, folder: Folder) -> Statement:
    return Statement.objects.get(ref=folder.read(folder.statement_path)["ref"])
