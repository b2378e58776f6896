"""Symbols of United Nations documents, with digits that a scan misread put right."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from statements.ingest.drafting.draft import Proposal, Why
from statements.ingest.drafting.page import Page
from statements.text.analysis import symbols

_RUN = re.compile(
    r"(?<![A-Za-z0-9_/.:@-])(?:A|S|E|ST|T|8|5|HRI|CAT|CRC|CEDAW|CERD|CMW|CRPD|CED|CCPR|UNEP|CTOC|TD|PBC|SC"
    r"|GA|SG|DSG|UNIS|ECOSOC|HR|SOC|WOM|PI|AG|CS)"
    r"/[A-Za-z0-9.\-]{1,24}(?:/[A-Za-z0-9.\-]{1,24}){0,5}(?:\((?:19|20)\d\d\))?"
)
_WHY = Why("symbol", _("it has the form of a document symbol"))
_REPAIRED = Why("symbol-repaired", _("a document symbol, with misread digits put right"))


def find(page: Page) -> tuple[Proposal[str], ...]:
    """Propose each symbol once, where it stands first."""
    found: dict[str, Proposal[str]] = {}
    for proposal in _all(page):
        found.setdefault(proposal.value, proposal)
    return tuple(found.values())


def _all(page: Page) -> Iterator[Proposal[str]]:
    for run in _RUN.finditer(page.words):
        written = run[0].rstrip(".-")
        bare, bracket, year = written.partition("(")
        right = symbols.put_right(bare)
        if right is None or not any(map(str.isdigit, right)):
            continue
        place = page.place(run.start(), run.start() + len(written))
        value = right + bracket + year
        yield Proposal(value, _WHY if value == written else _REPAIRED, *place)
