"""Where a Chromium for the browser tests may be."""

import shutil
from collections.abc import Mapping
from pathlib import Path

MISSING = (
    "The browser tests need a Chromium, and none was found; install it with: "
    "apt install chromium, or: .venv/bin/playwright install chromium, "
    "or set CHROMIUM to the path of one."
)

COMMANDS = ("chromium", "chromium-browser", "google-chrome")
PLACES = ("/usr/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# Playwright's own browsers: a folder for each revision, laid out by platform.
CACHES = (".cache/ms-playwright", "Library/Caches/ms-playwright")
LAYOUTS = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
)


def found(environ: Mapping[str, str]) -> str | None:
    """Return the path of a Chromium: the one CHROMIUM names, else the first there is, else None.

    A CHROMIUM that names nothing is None too: what was asked for is not quietly replaced.
    """
    path = environ.get("PATH")
    if asked := environ.get("CHROMIUM"):
        return shutil.which(asked, path=path)
    known = [shutil.which(command, path=path) for command in COMMANDS]
    known += [shutil.which(place) for place in PLACES]
    return next((place for place in known if place), None) or playwright_own(environ)


def playwright_own(environ: Mapping[str, str]) -> str | None:
    """Return the newest Chromium that Playwright has downloaded."""
    home = Path(environ.get("HOME", "/"))
    named = environ.get("PLAYWRIGHT_BROWSERS_PATH")
    folders = [Path(named)] if named else [home / cache for cache in CACHES]
    there = [place for folder in folders for layout in LAYOUTS for place in folder.glob(layout)]
    return str(max(there, key=revision)) if there else None


def revision(place: Path) -> int:
    """Return the number of Playwright's revision in a path of its cache."""
    folder = next(part for part in place.parts if part.startswith("chromium-"))
    number = folder.removeprefix("chromium-")
    return int(number) if number.isdigit() else 0
