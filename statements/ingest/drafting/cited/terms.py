"""Terms of the vocabularies that words name: themes, affected groups, forms of exploitation."""

import csv
from collections.abc import Iterable
from functools import cache

from django.utils.text import format_lazy

from statements.ingest.drafting.draft import Proposal, Why
from statements.ingest.drafting.page import Page
from statements.ingest.drafting.vocabulary import SHIPPED
from statements.text.naming import Names

Span = tuple[int, int]

# Terms that are the heading of others, or say less than the words do: nobody means them.
_UNMEANT = {
    "themes": "prevention protection prosecution partnership cross-cutting",
    "groups": "vulnerable-persons",
    "forms": "other-exploitation",
}
# Those whom texts name as those who act, and hardly ever as those who are affected.
_ACTING = (
    "civil-society media educational-staff-and-students medical-staff"
    " judges-lawyers-and-prosecutors law-enforcement public-officials private-security mercenaries"
)


def themes(words: str) -> tuple[str, ...]:
    """Return the codes of the themes whose label or synonym stands in `words`."""
    return tuple(sorted(_names("themes").within(words.lower())))


def groups(words: str) -> tuple[str, ...]:
    """Return the codes of the groups named in `words` that something may be done to."""
    return tuple(sorted(_names("groups").within(words.lower())))


def groups_of(page: Page, within: Iterable[Span] = ()) -> tuple[Proposal[str], ...]:
    """Return the affected groups that a page names, but for what stands `within` titles."""
    return tuple(_of("groups", page, within))


def forms_of(page: Page, within: Iterable[Span] = ()) -> tuple[Proposal[str], ...]:
    """Return the forms of exploitation that a page names, but for what stands `within` titles."""
    return tuple(_of("forms", page, within))


def _of(kind: str, page: Page, within: Iterable[Span]) -> list[Proposal[str]]:
    covered = list(within)
    found: dict[str, Proposal[str]] = {}
    for keys, start, end in _names(kind).places(page.words.lower()):
        if any(begin <= start and end <= stop for begin, stop in covered):
            continue
        for code in keys - found.keys():
            why = Why("term-named", format_lazy("“{words}”", words=page.words[start:end]))
            found[code] = Proposal(code, why, *page.place(start, end))
    return list(found.values())


@cache
def _names(kind: str) -> Names:
    unmeant = {*_UNMEANT[kind].split(), *(_ACTING.split() if kind == "groups" else ())}
    with (SHIPPED / f"{kind}.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["code"] not in unmeant]
    return Names(
        {row["code"]: [row["label"].lower(), *row["synonyms"].lower().split("|")] for row in rows}
    )
