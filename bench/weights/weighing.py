"""A page on the scales: it, its files and its queries.

A first view is the page with its style sheets and scripts, compressed as they are sent. The fonts
that it preloads are told apart: a browser keeps them.
"""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from statements import sitemaps
from statements.catalogue import select
from statements.catalogue.selection import Selection

KILO = 1000
FILE = re.compile(r'(?:href|src)="/static/([^"]+)"')
HEAD = f"{'page, in kB':66}{'html':>7}{'gz':>7}{'first':>7}{'fonts':>7}{'files':>7}{'sql':>5}"


@dataclass(frozen=True, slots=True)
class Weight:
    """What a page weighs in bytes, and how many files and queries it needs."""

    address: str
    html: int
    gz: int
    first_view: int
    fonts: int
    files: int
    queries: int

    def __str__(self) -> str:
        sizes = (self.html, self.gz, self.first_view, self.fonts)
        kilobytes = "".join([f"{size / KILO:7.1f}" for size in sizes])
        return f"{self.address:66}{kilobytes}{self.files:7}{self.queries:5}"


def addresses() -> Iterator[str]:
    """Yield the addresses of lists, of a search, and of a record of each kind."""
    for name in sitemaps.LISTS:
        yield reverse(name)
    yield f"{reverse('search')}?q=trafficking"
    for kind in sitemaps.PAGES:
        for slug in select.slugs(kind, select.find(Selection(kind=kind))[-1:]):
            yield reverse(f"{kind}-detail", args=[slug])
    for name, counts in select.counted("statement", sitemaps.TERMS).items():
        if counts:
            yield reverse(f"{name}-detail", args=[max(counts, key=lambda code: counts[code])])


def weigh(address: str) -> Weight:
    """Return the weight of a page that this process has shown once before."""
    client = Client()
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address).content
    files = {name: _read(name) for name in set(FILE.findall(page.decode()))}
    fonts = [held for name, held in files.items() if name.endswith(".woff2")]
    others = [held for name, held in files.items() if not name.endswith(".woff2")]
    gz = len(gzip.compress(page))
    return Weight(
        address=address,
        html=len(page),
        gz=gz,
        first_view=gz + sum(len(gzip.compress(held)) for held in others),
        fonts=sum(map(len, fonts)),
        files=len(files),
        queries=len(queries),
    )


def _read(name: str) -> bytes:
    found = finders.find(name)
    assert found, f"there is no file {name}"
    return Path(found).read_bytes()
