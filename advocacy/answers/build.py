"""Which build of the site is running: a new one makes every page anew."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

FOLDERS = ("advocacy", "statements", "templates")
# What pages are made by. Static files count by their manifest, which names each by its hash.
MAKERS = frozenset({".html", ".json", ".mo", ".py", ".txt", ".xml"})
REQUIREMENTS = "requirements.txt"
MANIFEST = "staticfiles.json"


@dataclass(frozen=True, slots=True)
class Build:
    """`tag` is the same wherever the same code runs with the same words of the site; `at` is when
    it was started here, because files may be older than the moment they are put in place."""

    tag: str
    at: dt.datetime


@cache
def running() -> Build:
    """Return the build of this process: code, templates, packages, static files, site's name."""
    digest = hashlib.blake2b(digest_size=8)
    for path in _files():
        digest.update(f"{path.name} {path.stat().st_size}\n".encode())
        digest.update(path.read_bytes())
    names = (settings.SITE_NAME, settings.SITE_URL, settings.CONTACT_EMAIL)
    digest.update(repr((*names, settings.LANGUAGES, settings.TIME_ZONE)).encode())
    return Build(digest.hexdigest(), dt.datetime.now(dt.UTC))


def _files() -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((settings.BASE_DIR / folder).rglob("*")):
            if path.suffix in MAKERS and "static" not in path.parts:
                yield path
    yield settings.BASE_DIR / REQUIREMENTS
    manifest = Path(settings.STATIC_ROOT or "") / MANIFEST
    if manifest.is_file():
        yield manifest
