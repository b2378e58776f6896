"""A small folder of seeds, loaded once and to be loaded again."""

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django.plugin import DjangoDbBlocker

from statements.models import Statement
from tests.ingest.folder import Folder
from tests.standing import standing

Load = Callable[[], list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def load_folder(path: Path) -> list[str]:
    """Load a folder, and return what the command said."""
    out = StringIO()
    call_command("load_seeds", folder=path, stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture(scope="module")
def _loaded_once(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """The folder as it is, loaded for all tests of a module."""
    first = Folder(tmp_path_factory.mktemp("seeds"))
    with standing(django_db_blocker, lambda: load_folder(first.path)):
        yield


@pytest.fixture
def load(_loaded_once: None, db: None, folder: Folder) -> Load:
    """Loaded once already; call it to load again."""
    return lambda: load_folder(folder.path)


@pytest.fixture
def statement(load: Load, folder: Folder) -> Statement:
    return Statement.objects.get(ref=folder.read(folder.statement_path)["ref"])
