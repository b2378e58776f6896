"""The folder of extractors and the list of formats are the same."""

import importlib
from pathlib import Path

from statements.ingest import extractors


def test_every_format_is_a_module_of_the_folder():
    folder = Path(extractors.__file__).parent

    assert sorted(extractors.FORMATS) == sorted(
        path.stem for path in folder.glob("*.py") if path.stem != "__init__"
    )


def test_every_module_extracts():
    modules = [
        importlib.import_module(f"{extractors.__name__}.{one}") for one in extractors.FORMATS
    ]

    assert [module.__name__ for module in modules if not callable(module.extract)] == []
