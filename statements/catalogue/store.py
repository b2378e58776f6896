"""The door of the catalogue: what goes in, what comes out, what is taken back.

Every change runs in a transaction of the caller or its own, and moves the revision last.
"""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Generic, Literal, TypeVar, overload

from statements.catalogue import facets, records, search, sql, vocabulary
from statements.catalogue.facets import Facets
from statements.catalogue.models import Posting, Record, Redirect
from statements.catalogue.postings import changes, filing, rows
from statements.catalogue.postings.changes import change, foresee, hold
from statements.catalogue.postings.filing import Filing, Lives, SlugTaken
from statements.catalogue.records import AnyRecord, Live, Tombstone

__all__ = ["Filing", "Lives", "SlugTaken", "change", "foresee", "hold"]

AT_SLUG = "SELECT withdrawn, body, live, number FROM catalogue_record WHERE kind = %s AND slug = %s"


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


RecordT = TypeVar("RecordT")


@dataclass(frozen=True, slots=True)
class Entry(Generic[RecordT]):
    """A live record with the part that tagging changes, and the number of this version of it."""

    record: RecordT
    live: Live
    number: int


@overload
def get(kind: Literal["statement"], slug: str) -> Entry[records.Statement]: ...
@overload
def get(kind: Literal["recommendation"], slug: str) -> Entry[records.Recommendation]: ...
@overload
def get(kind: Literal["event"], slug: str) -> Entry[records.Event]: ...
@overload
def get(kind: Literal["series"], slug: str) -> Entry[records.Series]: ...
@overload
def get(kind: Literal["actor"], slug: str) -> Entry[records.Actor]: ...
@overload
def get(kind: Literal["instrument"], slug: str) -> Entry[records.Instrument]: ...
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
    found = sql.rows(AT_SLUG, [kind, slug])
    if not found:
        raise _elsewhere(kind, slug)
    ((withdrawn, body, live, number),) = found
    if withdrawn:
        raise Withdrawn(records.load_tombstone(body))
    return Entry(records.load(kind, body), records.load_live(live), number)


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
    return bool(carried(name, [value]))


def carried(name: str, values: Iterable[str]) -> set[str]:
    """Return those of the values that any live record is found by."""
    return changes.carried(records.KINDS, name, values)


def found_by(kind: str, name: str, value: str) -> list[str]:
    """Return the refs of the live records of `kind` that a facet value finds."""
    return sorted(row.ref for row in rows.numbered(kind, changes.found(kind, name, value)))


def parts(statements: Iterable[str]) -> Mapping[str, list[str]]:
    """Return the refs of the live recommendations of each of the statements, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for some in sql.batched(statements):
        held = f"FROM {sql.RECORDS} WHERE part_of IN {sql.marks(some)} AND NOT withdrawn"
        for statement, ref in sorted(sql.rows(f"SELECT part_of, ref {held}", some)):
            found[statement].append(ref)
    return found


def live(kind: str, refs: Iterable[str]) -> set[str]:
    """Return those of the references that name a live record of `kind`."""
    found = set()
    for some in sql.batched(refs):
        held = f"FROM {sql.RECORDS} WHERE kind = %s AND ref IN {sql.marks(some)}"
        found |= {ref for (ref,) in sql.rows(f"SELECT ref {held} AND NOT withdrawn", [kind, *some])}
    return found


def held(kind: str, refs: Iterable[str]) -> Mapping[str, Any]:
    """Return those of the records that are live, by reference."""
    return {ref: row.record() for ref, row in rows.live(kind, refs).items()}


def one(kind: str, ref: str | None) -> Any:
    """Return one live record by its reference, or None."""
    return held(kind, [ref]).get(ref) if ref else None


def cards(kind: str, refs: Collection[str]) -> Mapping[str, Any]:
    """Return the cards of those of the records that are live, by reference; one query if any."""
    if not refs:
        return {}
    held = Record.objects.live().filter(kind=kind, ref__in=refs).values_list("ref", "card")
    return {ref: records.load_card(kind, card) for ref, card in held}


def facets_of(kind: str, ref: str) -> Facets:
    """Return what a public record is found by; nothing for one that is not live."""
    held = rows.live(kind, [ref]).get(ref)
    if held is None:
        return frozenset()
    return facets.facets(held.record(), held.live_part(), vocabulary.broader())


def put(record: AnyRecord, live: Live | None = None) -> None:
    """Make one record public, as `put_all` does."""
    put_all([record], {} if live is None else {(record.KIND, record.ref): live})


def put_all(given: Iterable[AnyRecord], lives: Lives = MappingProxyType({})) -> list[Filing]:
    """Make records public, or new versions of them; keep the live part of one not given any.

    What is public as it stands is left as it is. Raises SlugTaken where the slug of one
    belongs, or ever belonged, to something else. The number of queries does not grow with
    the records, but for one more each few hundred.
    """
    by_kind: dict[str, dict[str, AnyRecord]] = defaultdict(dict)
    for record in given:
        by_kind[record.KIND][record.ref] = record
    filings: list[Filing] = []
    with change() as present:
        # Terms first: the themes of all others are filed by the tree that they make.
        for kind in sorted(by_kind, key=lambda kind: kind != "term"):
            with filing.regrown(present, kind, by_kind[kind]):
                filings += filing.put(present, kind, by_kind[kind], lives)
        tell_originals(_originals(filings))
    return filings


def put_live(kind: str, ref: str, live: Live) -> None:
    """Change the live part of one record, as `put_live_all` does."""
    put_live_all({(kind, ref): live})


def put_live_all(lives: Lives) -> list[Filing]:
    """Change the live parts of live records, and what they are found by; nothing else.

    Raises Missing for one that is not live.
    """
    filings: list[Filing] = []
    with change() as present:
        for kind in sorted({kind for kind, _ref in lives}):
            wanted = {ref: live for (of, ref), live in lives.items() if of == kind}
            held = rows.live(kind, wanted)
            if missing := wanted.keys() - held.keys():
                raise Missing(min(missing))
            given = [(held[ref], filing.kept(live, held[ref])) for ref, live in wanted.items()]
            filings += filing.put_live(present, given)
    return filings


def moved(kind: str, slugs: Iterable[str]) -> Mapping[str, str]:
    """Return the present slugs of those that were given up, of what is live."""
    owners = dict(Redirect.objects.filter(kind=kind, slug__in=slugs).values_list("slug", "ref"))
    live = Record.objects.live().filter(kind=kind, ref__in=owners.values())
    now = dict(live.values_list("ref", "slug"))
    return {slug: now[ref] for slug, ref in owners.items() if ref in now}


def tell_originals(refs: Collection[str]) -> None:
    """Let live statements know which translations of them are live, as their live parts say.

    It follows by itself where a translation is put or withdrawn; not where an original is back.
    """
    with change() as present:
        held = rows.live("statement", refs) if refs else {}
        found = {ref: tuple(found_by("statement", "translation_of", ref)) for ref in held}
        given = [
            (row, replace(row.live_part(), translations=found[row.ref])) for row in held.values()
        ]
        deque(filing.put_live(present, given), maxlen=0)


def _originals(filings: Iterable[Filing]) -> set[str]:
    """Return the originals of which a translation came or went."""
    moved = (pair for one in filings if one.kind == "statement" for pair in one.before ^ one.after)
    return {value for name, value in moved if name == "translation_of"}


@contextmanager
def bulk(processes: int | None = None) -> Iterator[None]:
    """Put very many records, change after change: other processes analyse their words.

    There are `processes` of them, or as many as fit this machine. What was put is found at once.
    """
    with search.bulk(processes):
        yield
        with change() as present:
            search.settle(present.held)


def withdraw(kind: str, tombstone: Tombstone) -> None:
    """Withdraw one record, as `withdraw_all` does."""
    withdraw_all(kind, [tombstone])


def withdraw_all(kind: str, tombstones: Collection[Tombstone]) -> list[Filing]:
    """Leave only tombstones of live records: no title, no words, in no list and no count.

    Raises Missing for one that is not live.
    """
    refs = [stone.ref for stone in tombstones]
    with change() as present, filing.regrown(present, kind, refs):
        held = rows.live(kind, refs)
        if missing := {*refs} - held.keys():
            raise Missing(min(missing))
        rows.bury(kind, tombstones)
        filings = filing.take(present, held.values())
        tell_originals(_originals(filings))
        return filings


def redirect(kind: str, ref: str, to: str) -> None:
    """Give the slugs of a record that is no more to another, for good."""
    with change() as present:
        moved = Redirect.objects.filter(kind=kind, ref=ref).update(ref=to)
        present.is_made = present.is_made or bool(moved)


def remove(kind: str, ref: str) -> None:
    """Take out a record that nothing public refers to any more; its slugs stay its own."""
    with change() as present, filing.regrown(present, kind, [ref]):
        filing.take(present, rows.live(kind, [ref]).values())
        Record.objects.filter(kind=kind, ref=ref).delete()


def erase(kind: str, refs: Collection[str]) -> list[Filing]:
    """Take records out as if they had never been: no tombstone, no address, no word is left."""
    with change() as present, filing.regrown(present, kind, refs):
        filings = filing.take(present, rows.live(kind, refs).values())
        Record.objects.filter(kind=kind, ref__in=refs).delete()
        Redirect.objects.filter(kind=kind, ref__in=refs).delete()
        present.scrub()
        return filings


def forget_values(name: str, values: Collection[str]) -> None:
    """Leave no row of values by which nothing is found any more: a value may be a name."""
    Posting.objects.filter(name=name, value__in=values, n=0).delete()
