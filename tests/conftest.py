"""What every test stands on: settings that make it quick, Hypothesis, and the browser."""

import os

import hypothesis
import pytest
from django.conf import settings

from tests import chromium

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
    if path := chromium.found(os.environ):
        os.environ["CHROMIUM"] = path


@pytest.fixture(scope="session", name="chromium")
def chromium_path() -> str:
    """Give the path of a Chromium; a test that needs one fails without it, it is never skipped."""
    path = chromium.found(os.environ)
    if path is None:
        pytest.fail(chromium.MISSING, pytrace=False)
    return path
