"""What every test stands on: settings that make it quick, Hypothesis, and the browser."""

import gc
import os

import hypothesis
import pytest
from django.conf import settings
from django.db import connections

from statements.catalogue import vocabulary
from statements.views import likeness
from tests import chromium

pytest_plugins = ["tests.cast"]

# Never a test that fails by the clock; on a shared machine never one that fails by chance.
hypothesis.settings.register_profile("suite", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("suite")


def pytest_configure() -> None:
    """Take what is slow on purpose out of the tests, and find the browser for them."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Files under their own names, with nothing to collect first; test_static.py does collect.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    settings.STATIC_ROOT = None
    # Those tests that are about codes ask for them.
    settings.REQUIRE_CODES = False
    _reverse_what_has_no_order()
    if path := chromium.found(os.environ):
        os.environ["CHROMIUM"] = path


def _reverse_what_has_no_order() -> None:
    """Let SQLite give rows that are asked for in no order from the last to the first.

    PostgreSQL gives them in another order once it has tidied a table up: many who count on one are
    found here, and not by chance.
    """
    for connection in connections.all():
        if connection.vendor == "sqlite":
            options = connection.settings_dict["OPTIONS"]
            first = f"{options['init_command']} PRAGMA reverse_unordered_selects=ON;"
            connection.settings_dict["OPTIONS"] = options | {"init_command": first}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give tests that commit what the migrations wrote (the groups): the one before emptied it."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        options = dict(marker.kwargs) if marker else {}
        fixtures = {"live_server", "transactional_db"} & {*getattr(item, "fixturenames", ())}
        if fixtures or options.get("transaction"):
            options |= {"transaction": True, "serialized_rollback": True}
            item.add_marker(pytest.mark.django_db(**options), append=False)


def pytest_collection_finish() -> None:
    """Spare a seventh of the time: look for garbage rarely, and never among what stays anyway."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.fixture(autouse=True)
def _forgets() -> None:
    """Forget what the test before has kept: an emptied database starts its revisions over."""
    vocabulary.forget()
    likeness.forget()


@pytest.fixture(scope="session", name="chromium")
def chromium_path() -> str:
    """Give the path of a Chromium; a test that needs one fails without it, it is never skipped."""
    path = chromium.found(os.environ)
    if path is None:
        pytest.fail(chromium.MISSING, pytrace=False)
    return path
