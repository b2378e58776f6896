"""How a change of records becomes a change of postings.

What a record was filed under is worked out from its row: postings always are what `facets`
says of the rows by the present trees of terms.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from pyroaring import BitMap

from statements.catalogue import facets, records, sql, vocabulary
from statements.catalogue.facets import Broader, Facets
from statements.catalogue.models import Redirect
from statements.catalogue.postings import changes, rows
from statements.catalogue.postings.changes import Change
from statements.catalogue.postings.rows import Held
from statements.catalogue.records import AnyRecord, Live

Lives = Mapping[tuple[str, str], Live]
# What other records name: labels that a reader kept are stale after a change of one.
NAMED = frozenset({"term", "actor", "instrument", "event", "series", "campaign"})
# What is found by the ancestors of its terms.
THEMED = ("statement", "recommendation", "event")


# The ancestors of each term, as long as no name changes; before any was given there are none.
_tree: tuple[int, Broader] = (0, {})


class SlugTaken(ValueError):
    """The slug is, or once was, the public address of something else."""

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug


@dataclass(frozen=True, slots=True)
class Filing:
    """What a record was found by before a change, and what it is found by now."""

    kind: str
    ref: str
    before: Facets
    after: Facets


def put(
    present: Change, kind: str, given: Mapping[str, AnyRecord], lives: Lives
) -> Iterator[Filing]:
    """Write records of one kind, by reference, and file them; what is the same is left alone.

    Raises SlugTaken.
    """
    _claim(kind, given.values())
    held, broader = rows.live(kind, given), _broader(present, kind)
    written, relived = [], []
    for ref, record in given.items():
        row, live = held.get(ref), lives.get((kind, ref))
        live = kept(live, row) if live and row else live
        if row and row.says(record):
            relived += [(row, live)] if live is not None else []
            continue
        live = live or (row.live_part() if row else Live())
        before = _unfile(present, row, broader) if row else frozenset()
        number, after = present.give(record), facets.filed(record, live, broader)
        present.file(kind, number, after)
        written.append(rows.of_record(record, records.dump(live), number))
        yield Filing(kind, ref, before, after)
    yield from put_live(present, relived)
    rows.write(written)
    _mark(present, kind, written)


def kept(live: Live, held: Held) -> Live:
    """Return a live part with the translations of before, which follow from other records."""
    return replace(live, translations=held.live_part().translations)


def put_live(present: Change, given: Collection[tuple[Held, Live]]) -> Iterator[Filing]:
    """Write live parts, and file their records by them."""
    written = []
    for held, live in given:
        if (text := records.dump(live)) == held.live:
            continue
        record, broader = held.record(), _broader(present, held.kind)
        before = facets.facets(record, held.live_part(), broader)
        after = facets.facets(record, live, broader)
        present.unfile(held.kind, held.number, before - after)
        present.file(held.kind, held.number, after - before)
        written.append((text, held.kind, held.ref))
        yield Filing(held.kind, held.ref, before, after)
    rows.write_live(written)
    present.is_made = present.is_made or bool(written)


def take(present: Change, held: Collection[Held]) -> list[Filing]:
    """Take records out of all postings."""
    found = []
    for row in held:
        before = _unfile(present, row, _broader(present, row.kind))
        found.append(Filing(row.kind, row.ref, before, frozenset()))
        _mark(present, row.kind, found)
    return found


def _unfile(present: Change, held: Held, broader: Broader) -> Facets:
    """Take a version out of all postings; return what it was found by."""
    found = facets.filed(held.record(), held.live_part(), broader)
    present.unfile(held.kind, held.number, found)
    present.take(held.kind, held.number)
    return found


def _mark(present: Change, kind: str, written: Collection[object]) -> None:
    """Note that records of a kind changed."""
    present.is_made = present.is_made or bool(written)
    present.moves_names = present.moves_names or (bool(written) and kind in NAMED)


def _claim(kind: str, given: Iterable[AnyRecord]) -> None:
    """Make the slugs the records' own. A recommendation's is its reference: nobody else's."""
    wanted: dict[str, str] = {}
    table = Redirect._meta.db_table
    for record in given:
        if isinstance(record, records.Recommendation):
            continue
        if wanted.setdefault(record.slug, record.ref) != record.ref:
            raise SlugTaken(record.slug)
    for slugs in sql.batched(list(wanted)):
        owners = f"SELECT slug, ref FROM {table} WHERE kind = %s AND slug IN {sql.marks(slugs)}"  # noqa: S608
        for slug, ref in sql.rows(owners, [kind, *slugs]):
            if wanted.pop(slug) != ref:
                raise SlugTaken(slug)
    sql.many(
        f"INSERT INTO {table} (kind, slug, ref) VALUES (%s, %s, %s)",  # noqa: S608
        [(kind, slug, ref) for slug, ref in wanted.items()],
    )


def _broader(present: Change, kind: str) -> Broader:
    """Return the trees of terms, for kinds that are filed by them."""
    if kind not in THEMED:
        return {}
    global _tree
    if present.tree is None:
        if _tree[0] != present.held.names:
            _tree = present.held.names, vocabulary.broader()
        present.tree = _tree[1]
    return present.tree


@contextmanager
def regrown(present: Change, kind: str, refs: Iterable[str]) -> Iterator[None]:
    """File anew the records whose terms stand elsewhere after a change of the records given.

    The trees are read before and after it, if it changes any of them: countries and tags are in
    none.
    """
    if kind != "term" or not any(ref.partition("/")[0] in vocabulary.NESTED for ref in refs):
        yield
        return
    before = vocabulary.broader()
    yield
    after = present.tree = vocabulary.broader()
    known = sorted(before.keys() | after.keys())
    moved = [term for term in known if before.get(term, ()) != after.get(term, ())]
    for of in THEMED:
        found = BitMap.union(BitMap(), *(changes.found(of, *term) for term in moved))
        for held in rows.numbered(of, found):
            record = held.record()
            was, now = facets.facets(record, Live(), before), facets.facets(record, Live(), after)
            present.unfile(of, held.number, was - now)
            present.file(of, held.number, now - was)
