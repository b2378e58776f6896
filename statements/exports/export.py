"""What one file holds, settled when it is asked for; and what a format has to say."""

import datetime as dt
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext as _

from statements.catalogue import filters, revision, sql, store
from statements.catalogue.selection import Refused, Selection
from statements.exports import reading

KINDS = ("statement", "recommendation")
# More would be no name but a list.
MOST_WORDS = 3
LONGEST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """All records of a selection, as the catalogue had them at a revision.

    `address` is the page that shows the same; `link` and `statement_link` are what stands
    before the slug in the permanent link of a row, and of the statement it is part of.
    """

    selection: Selection
    keys: "array[int]"
    revision: int
    address: str
    link: str
    statement_link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file: `write` gives its bytes in pieces, `refuse` the body of an error.

    It is there for lists, for one statement, or for both.
    """

    suffix: str
    name: str | Promise
    media_type: str
    write: Callable[[Export], Iterator[bytes]]
    error_type: str
    refuse: Callable[[Refused], str]
    is_of_lists: bool = True
    is_of_one: bool = False


def read(kind: str, given: Mapping[str, Sequence[str]]) -> Export:
    """Return the export that the parameters of a list ask for; it holds every page of the list.

    Raises what `asked` raises.
    """
    # One revision for both; `keys` may have to take a newer one.
    with revision.pinned():
        selection = asked(kind, given)
        keys = reading.keys(selection)
        number = revision.current()
    pages = settings.SITE_URL + reverse(f"{kind}-list")
    return Export(
        selection=selection,
        keys=keys,
        revision=number,
        address=pages + selection.query(),
        link=pages,
        statement_link=settings.SITE_URL + reverse("statement-list"),
    )


def asked(kind: str, given: Mapping[str, Sequence[str]]) -> Selection:
    """Return the selection that the parameters of a list ask for, all pages of it.

    Raises Refused for what the list refuses, and for a page.
    """
    if "page" in given:
        raise Refused("page", _("A download holds all pages, so it takes no “page”."))
    return filters.read(kind, given)


def one(slug: str) -> Export:
    """Return the export of one statement.

    Raises what `store.get` raises where none stands at the slug.
    """
    with revision.pinned():
        entry = store.get("statement", slug)
        keys = [key for _number, key in sql.records("number, id", "statement", [entry.number])]
        number = revision.current()
    pages = settings.SITE_URL + reverse("statement-list")
    return Export(
        selection=Selection(kind="statement"),
        keys=array("q", keys),
        revision=number,
        address=settings.SITE_URL + reverse("statement-detail", args=[slug]),
        link=pages,
        statement_link=pages,
    )


def file_name(selection: Selection, suffix: str, today: dt.date) -> str:
    """Return a name that tells what is in the file, in ASCII: statements-iraq-2026-11-21.csv."""
    values = [value for held in selection.values.values() for value in held]
    words = [slugify(selection.q)]
    words += [slugify(value.label) or slugify(value.given) for value in values[:MOST_WORDS]]
    words += [f"since-{selection.since}"] if selection.since else []
    words += [f"until-{selection.until}"] if selection.until else []
    parts = [f"{selection.kind}s", *filter(None, words)]
    return f"{'-'.join(parts)[:LONGEST].rstrip('-')}-{today:%Y-%m-%d}.{suffix}"
