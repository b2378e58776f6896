"""The way of a record into the catalogue and out of it, with all that refers or is referred to."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from django.utils import timezone
from django.utils.translation import gettext as _

from statements.catalogue import records, store
from statements.catalogue.records import AnyRecord, Live
from statements.catalogue.store import Filing, Lives
from statements.models import Actor, Instrument, Tag
from statements.workflow.errors import Refusal
from statements.workflow.records import compile, terms

T = TypeVar("T")

# The first of every operation that may change what the public reads: what is compiled after it
# cannot be overtaken by another's change. `change` holds as well, and writes all that was put
# within it at once, at its end.
hold, change = store.hold, store.change
# For those who put very many statements, change after change.
bulk = store.bulk
# Public while a live record refers to them, or an editor ticks "show".
SHOWN: Mapping[str, type[Actor | Instrument]] = {"actor": Actor, "instrument": Instrument}


def put(record: AnyRecord) -> None:
    """Make a record public, and what it refers to.

    Raises Refusal where its address is, or ever was, another's.
    """
    with store.change():
        follow(_put([record]))


def put_statement(record: records.Statement, live: Live | None = None) -> None:
    """Make one statement public as `put_statements` does."""
    put_statements([record], {} if live is None else {record.ref: live})


def put_statements(
    given: Collection[records.Statement], lives: Mapping[str, Live] = MappingProxyType({})
) -> None:
    """Make statements and their recommendations public; withdraw those of before they left out.

    `lives` are the live parts of statements, by reference, with those of all they recommend;
    who is given none keeps it. Raises Refusal where the address of one is, or ever was, another's.
    """
    with store.change():
        public = store.parts(record.ref for record in given)
        kept = {one.ref for record in given for one in record.recommendations}
        left_out = [ref for refs in public.values() for ref in refs if ref not in kept]
        filings = _put(
            _with_parts(given), {key: part for each in lives.items() for key, part in _parts(*each)}
        )
        reason = _("Left out by the editors.")
        store.withdraw_all("recommendation", [_tombstone(ref, reason, "") for ref in left_out])
        follow(filings)


def put_batches(
    batches: Iterable[Collection[records.Statement]],
) -> Iterator[Collection[records.Statement]]:
    """Make very many statements public, a change for each batch; yield each once it is there.

    Within `bulk`, the words of the next batch are analysed while one is written. So a batch is
    taken a change early: it may be of records that nobody changes meanwhile, such as those that
    a file brings, not of what is compiled from the desk.
    """
    for given, following in _with_following(batches):
        with store.change():
            put_statements(given)
            store.foresee(_with_parts(following))
        yield given


def _with_parts(given: Collection[records.Statement]) -> list[AnyRecord]:
    return [*given, *(one for record in given for one in record.recommendations)]


def _with_following(
    batches: Iterable[Collection[T]],
) -> Iterator[tuple[Collection[T], Collection[T]]]:
    """Yield each of the batches with the one behind it; the last with none."""
    left = iter(batches)
    given = next(left, None)
    while given is not None:
        following = next(left, None)
        yield given, following or ()
        given = following


def put_live(statement: str, live: Live) -> None:
    """Change the live parts of one public statement as `put_lives` does."""
    put_lives({statement: live})


def put_lives(lives: Mapping[str, Live]) -> None:
    """Change the live parts of public statements and what they recommend, and nothing else."""
    with store.change():
        follow(
            store.put_live_all({key: one for each in lives.items() for key, one in _parts(*each)})
        )


def _parts(statement: str, live: Live) -> Iterator[tuple[tuple[str, str], Live]]:
    """Yield the live parts of a statement and its recommendations, by kind and reference."""
    yield ("statement", statement), live
    for ref, part in live.recommendations.items():
        yield ("recommendation", ref), part


def withdraw(kind: str, ref: str, *, reason: str, successor: str = "") -> None:
    """Leave a tombstone of a live record, and of the recommendations of a statement."""
    with store.change():
        if kind == "statement":
            parts = store.parts([ref])[ref]
            stones = [_tombstone(each, reason, successor) for each in parts]
            store.withdraw_all("recommendation", stones)
        follow(store.withdraw_all(kind, [_tombstone(ref, reason, successor)]))


def erase(statement: str, parts: Collection[str]) -> None:
    """Take a statement and its recommendations out as if they had never been public."""
    with store.change():
        store.erase("recommendation", parts)
        follow(store.erase("statement", [statement]))


def erase_tags(slugs: Collection[str]) -> None:
    """Take tags out as if they had never been public, with their addresses."""
    store.erase("term", [f"tag/{slug}" for slug in slugs])
    store.forget_values("tag", slugs)


def follow(filings: Iterable[Filing]) -> None:
    """Make public what records now refer to, and take out what none refers to any more.

    What a recommendation refers to, its statement does.
    """
    held = [one for one in filings if one.kind != "recommendation"]
    for name, kind in (("actor", "actor"), ("instrument", "instrument"), ("tag", "term")):
        old = {value for one in held for facet, value in one.before if facet == name}
        new = {value for one in held for facet, value in one.after if facet == name}
        _add(kind, new)
        _take_out(kind, old - new - store.carried(name, old - new))


def _put(given: Collection[AnyRecord], lives: Lives = MappingProxyType({})) -> list[Filing]:
    try:
        return store.put_all(given, lives)
    except store.SlugTaken as taken:
        message = _("The address “%(slug)s” belonged to another page: choose a new one.")
        raise Refusal(message % {"slug": taken.slug}) from taken


def _add(kind: str, values: Iterable[str]) -> None:
    if made := unpublished(kind, values):
        _put(made)


def unpublished(kind: str, values: Iterable[str]) -> list[AnyRecord]:
    """Return the records of the actors, instruments or tags that would become public."""
    refs = {f"tag/{value}" if kind == "term" else value for value in values}
    missing = refs - store.live(kind, refs)
    return sorted(_made(kind, missing), key=lambda record: record.ref) if missing else []


def _made(kind: str, refs: Collection[str]) -> list[AnyRecord]:
    """Return the records of what the desk has under the references."""
    match kind:
        case "actor":
            actors = Actor.objects.filter(ref__in=refs).select_related("country", "parent")
            return [compile.actor(actor) for actor in actors.prefetch_related("aliases")]
        case "instrument":
            cited = Instrument.objects.filter(ref__in=refs).prefetch_related("aliases")
            return [compile.instrument(one) for one in cited]
    slugs = [ref.removeprefix("tag/") for ref in refs]
    return [terms.tag(tag) for tag in Tag.objects.filter(slug__in=slugs, internal=False)]


def _take_out(kind: str, values: Collection[str]) -> None:
    """Take out of the catalogue what no editor wants to show all the same."""
    if not values:
        return
    shown: set[str] = set()
    if kind in SHOWN:
        held = SHOWN[kind]._default_manager.filter(show=True, ref__in=values)
        shown = set(held.values_list("ref", flat=True))
    for value in sorted(set(values) - shown):
        store.remove(kind, f"tag/{value}" if kind == "term" else value)


def _tombstone(ref: str, reason: str, successor: str) -> records.Tombstone:
    return records.Tombstone(
        ref=ref, on=timezone.now().date(), reason=reason.strip(), successor=successor
    )
