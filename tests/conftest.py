"""What every test stands on: how Hypothesis works, and the browser."""

import os

import pytest
from hypothesis import settings

from tests import chromium

# Never a test that fails by the clock; on a shared machine never one that fails by chance.
settings.register_profile("suite", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("suite")


def pytest_configure() -> None:
    """Find the browser once, before the tests; CHROMIUM tells them which."""
    if path := chromium.found(os.environ):
        os.environ["CHROMIUM"] = path


@pytest.fixture(scope="session", name="chromium")
def chromium_path() -> str:
    """Give the path of a Chromium; a test that needs one fails without it, it is never skipped."""
    path = chromium.found(os.environ)
    if path is None:
        pytest.fail(chromium.MISSING, pytrace=False)
    return path
