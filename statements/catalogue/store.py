"""The door of the catalogue: what goes in, what comes out, what is taken back.

Every change runs in a transaction of the caller or its own, and moves the revision last.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar, overload

from django.db import transaction
from django.db.models import F, Q

from statements.catalogue import records, revision, vocabulary
from statements.catalogue.facets import Broader, Facets, facets, span
from statements.catalogue.models import Count, Facet, Record, Redirect
from statements.catalogue.records import AnyRecord, Live, Tombstone


class Missing(LookupError):
    """Nothing public has this address."""


class Moved(LookupError):
    """The address was given up for another: `slug` is the present one."""

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug


class Withdrawn(LookupError):
    """What stood here was withdrawn; `tombstone` is all that stays."""

    def __init__(self, tombstone: Tombstone) -> None:
        super().__init__(tombstone.ref)
        self.tombstone = tombstone


class SlugTaken(ValueError):
    """The slug is, or once was, the public address of something else."""

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug


RecordT = TypeVar("RecordT")


@dataclass(frozen=True, slots=True)
class Entry(Generic[RecordT]):
    """A live record with the part that tagging changes."""

    record: RecordT
    live: Live


@overload
def get(kind: Literal["statement"], slug: str) -> Entry[records.Statement]: ...
@overload
def get(kind: Literal["recommendation"], slug: str) -> Entry[records.Recommendation]: ...
@overload
def get(kind: Literal["event"], slug: str) -> Entry[records.Event]: ...
@overload
def get(kind: Literal["actor"], slug: str) -> Entry[records.Actor]: ...
@overload
def get(kind: Literal["campaign"], slug: str) -> Entry[records.Campaign]: ...
@overload
def get(kind: Literal["term"], slug: str) -> Entry[records.Term]: ...
@overload
def get(kind: str, slug: str) -> Entry[Any]: ...
def get(kind: str, slug: str) -> Entry[Any]:
    """Return the live record at a public slug, in one query.

    Raises Moved for a slug given up, Withdrawn with the tombstone, Missing for all else.
    """
    row = Record.objects.filter(kind=kind, slug=slug).first()
    if row is None:
        raise _elsewhere(kind, slug)
    if row.withdrawn:
        raise Withdrawn(records.load_tombstone(row.body))
    return Entry(records.load(kind, row.body), records.load_live(row.live))


def _elsewhere(kind: str, slug: str) -> LookupError:
    owner = Redirect.objects.filter(kind=kind, slug=slug).values_list("ref", flat=True).first()
    now = Record.objects.filter(kind=kind, ref=owner).values_list("slug", flat=True).first()
    return Moved(now) if owner and now else Missing(slug)


def state(kind: str, ref: str) -> str:
    """Return "live", "withdrawn", or "never" for what the catalogue does not hold."""
    withdrawn = (
        Record.objects.filter(kind=kind, ref=ref).values_list("withdrawn", flat=True).first()
    )
    return "never" if withdrawn is None else "withdrawn" if withdrawn else "live"


def refers_to(name: str, value: str) -> bool:
    """Tell whether any live record is found by a facet value."""
    return Facet.objects.filter(name=name, value=value).exists()


def found_by(kind: str, name: str, value: str) -> list[str]:
    """Return the refs of the live records of `kind` that a facet value finds."""
    found = Facet.objects.filter(kind=kind, name=name, value=value)
    return sorted(found.values_list("record__ref", flat=True))


@transaction.atomic
def put(record: AnyRecord, live: Live | None = None) -> None:
    """Make `record` public, or its new version; keep the live part unless one is given.

    Raises SlugTaken where its slug belongs, or ever belonged, to something else.
    """
    revision.hold()
    _claim(record.KIND, record.slug, record.ref)
    row = Record.objects.select_for_update().filter(kind=record.KIND, ref=record.ref).first()
    if live is None:
        live = records.load_live(row.live) if row and not row.withdrawn else Live()
    row = row or Record(kind=record.KIND, ref=record.ref)
    fill(row, record, live)
    row.save()
    file(row, facets(record, live, _broader(record)))
    revision.bump()


@transaction.atomic
def put_live(kind: str, ref: str, live: Live) -> None:
    """Change the live part of a live record, and what it is found by; nothing else is touched."""
    revision.hold()
    row = Record.objects.live().select_for_update().get(kind=kind, ref=ref)
    row.live = records.dump(live)
    row.save(update_fields=["live"])
    record = records.load(kind, row.body)
    file(row, facets(record, live, _broader(record)))
    revision.bump()


@transaction.atomic
def withdraw(kind: str, tombstone: Tombstone) -> None:
    """Leave only `tombstone` of a live record: no title, no words, in no list and no count."""
    revision.hold()
    row = Record.objects.select_for_update().get(kind=kind, ref=tombstone.ref)
    row.withdrawn, row.since, row.until = True, None, None
    row.sort_on, row.rank = dt.date.min, ""
    row.card, row.body, row.live = "{}", records.dump(tombstone), "{}"
    file(row, frozenset())
    row.save()
    revision.bump()


@transaction.atomic
def remove(kind: str, ref: str) -> None:
    """Take out a record that nothing public refers to any more; its slugs stay its own."""
    revision.hold()
    row = Record.objects.select_for_update().filter(kind=kind, ref=ref).first()
    if row is not None:
        file(row, frozenset())
        row.delete()
        revision.bump()


@transaction.atomic
def refile(name: str, values: Iterable[str]) -> None:
    """File anew every live record found by one of the values, after their terms changed."""
    revision.hold()
    broader = vocabulary.broader()
    found = Record.objects.live().filter(facets__name=name, facets__value__in=list(values))
    for row in found.distinct().order_by("pk"):
        record = records.load(row.kind, row.body)
        file(row, facets(record, records.load_live(row.live), broader))
    revision.bump()


def fill(row: Record, record: AnyRecord, live: Live) -> None:
    """Write everything of `record` into its row; the caller saves and files it."""
    row.slug, row.version, row.schema = record.slug, record.version, records.SCHEMA
    row.since, row.until = span(record)
    row.sort_on = row.since or dt.date.min
    row.rank, row.withdrawn = rank(record), False
    row.card, row.body, row.live = (
        records.dump_card(record),
        records.dump(record),
        records.dump(live),
    )


def file(row: Record, wanted: Facets) -> tuple[Facets, Facets]:
    """Make the facets of `row` exactly `wanted`, and the counts with them.

    Returns what was missing and what was too much.
    """
    held = frozenset(row.facets.values_list("name", "value"))
    missing, extra = wanted - held, held - wanted
    counts = Counter(dict.fromkeys(missing, 1))
    counts.subtract(dict.fromkeys(extra, 1))
    counts["", ""] = bool(wanted) - bool(held)
    if extra:
        row.facets.filter(_any_of(extra)).delete()
    Facet.objects.bulk_create(
        Facet(record=row, kind=row.kind, name=name, value=value) for name, value in sorted(missing)
    )
    _count(row.kind, counts)
    return missing, extra


def _count(kind: str, changes: Counter[tuple[str, str]]) -> None:
    """Add the changes to the counts; nobody else counts while the revision is held."""
    held: set[tuple[str, str]] = set()
    for change, keys in _by_change(changes).items():
        rows = Count.objects.filter(_any_of(keys), kind=kind)
        held.update(rows.values_list("name", "value"))
        rows.update(n=F("n") + change)
    Count.objects.bulk_create(
        Count(kind=kind, name=name, value=value, n=change)
        for (name, value), change in sorted(changes.items())
        if change and (name, value) not in held
    )


def _any_of(pairs: Iterable[tuple[str, str]]) -> Q:
    by_name: dict[str, list[str]] = {}
    for name, value in sorted(pairs):
        by_name.setdefault(name, []).append(value)
    found = Q()
    for name, values in by_name.items():
        found |= Q(name=name, value__in=values)
    return found


def _by_change(changes: Counter[tuple[str, str]]) -> dict[int, list[tuple[str, str]]]:
    grouped: dict[int, list[tuple[str, str]]] = {}
    for key, change in sorted(changes.items()):
        if change:
            grouped.setdefault(change, []).append(key)
    return grouped


def _claim(kind: str, slug: str, ref: str) -> None:
    claim, _made = Redirect.objects.get_or_create(kind=kind, slug=slug, defaults={"ref": ref})
    if claim.ref != ref:
        raise SlugTaken(slug)


def _broader(record: AnyRecord) -> Broader:
    has_themes = isinstance(record, records.Statement | records.Recommendation | records.Event)
    return vocabulary.broader() if has_themes else {}


def rank(record: AnyRecord) -> str:
    """Return what orders records of one day."""
    match record:
        case records.Recommendation():
            return f"{record.statement}/{record.number:04}"
        case records.Actor():
            return record.name.casefold()[:128]
        case records.Term():
            return f"{record.scheme}/{record.order:05}"
        case records.Statement() | records.Event() | records.Campaign():
            return record.title.casefold()[:128]
