"""The way of a record into the catalogue and out of it, with all that refers or is referred to."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from statements.catalogue import records, revision, store
from statements.catalogue.facets import Facets
from statements.catalogue.models import Facet, Record
from statements.catalogue.records import AnyRecord, Live
from statements.models import Actor, Tag
from statements.workflow import compile
from statements.workflow.errors import Refusal

# The first statement of every operation that may change what the public reads: what is
# compiled after it cannot be overtaken by another's change.
hold = revision.hold


def put(record: AnyRecord) -> None:
    """Make a record public, and what it refers to.

    Raises Refusal where its address is, or ever was, another's.
    """
    before = facets_of(record.KIND, record.ref)
    _put(record)
    follow(before, facets_of(record.KIND, record.ref))


def put_statement(record: records.Statement) -> None:
    """Make a statement and its recommendations public; withdraw those of before that it left out.

    Raises Refusal where its address is, or ever was, another's.
    """
    before = facets_of("statement", record.ref)
    kept = {one.ref for one in record.recommendations}
    _put(record)
    for one in record.recommendations:
        _put(one)
    public = store.found_by("recommendation", "statement", record.ref)
    for ref in sorted(set(public) - kept):
        store.withdraw("recommendation", _tombstone(ref, _("Left out by the editors."), ""))
    follow(before, facets_of("statement", record.ref))


def put_live(statement: str, live: Live) -> None:
    """Change the live parts of a public statement and its recommendations, and nothing else."""
    before = facets_of("statement", statement)
    for ref, part in sorted(live.recommendations.items()):
        store.put_live("recommendation", ref, part)
    store.put_live("statement", statement, live)
    follow(before, facets_of("statement", statement))


def withdraw(kind: str, ref: str, *, reason: str, successor: str = "") -> None:
    """Leave a tombstone of a live record, and of the recommendations of a statement."""
    before = facets_of(kind, ref)
    if kind == "statement":
        for each in store.found_by("recommendation", "statement", ref):
            store.withdraw("recommendation", _tombstone(each, reason, successor))
    store.withdraw(kind, _tombstone(ref, reason, successor))
    follow(before, frozenset())


def facets_of(kind: str, ref: str) -> Facets:
    """Return what a public record is found by; nothing for one that is not live."""
    rows = Facet.objects.filter(record__kind=kind, record__ref=ref)
    return frozenset(rows.values_list("name", "value"))


def follow(before: Facets, after: Facets) -> None:
    """Make public the actors and tags that records now refer to, take out those none does.

    `before` and `after` are what one record was and is found by.
    """
    for name, kind in (("actor", "actor"), ("tag", "term")):
        old = {value for facet, value in before if facet == name}
        new = {value for facet, value in after if facet == name}
        gone = {value for value in old - new if not store.refers_to(name, value)}
        _add(kind, new)
        _take_out(kind, gone)


def _put(record: AnyRecord) -> None:
    try:
        store.put(record)
    except store.SlugTaken as taken:
        message = _("The address “%(slug)s” belonged to another page: choose a new one.")
        raise Refusal(message % {"slug": taken.slug}) from taken


def _add(kind: str, values: Iterable[str]) -> None:
    refs = {value if kind == "actor" else f"tag/{value}" for value in values}
    known = Record.objects.live().filter(kind=kind, ref__in=refs).values_list("ref", flat=True)
    missing = refs - set(known)
    made: list[AnyRecord] = []
    if kind == "actor":
        actors = Actor.objects.filter(ref__in=missing).select_related("country", "parent")
        made += [compile.actor(actor) for actor in actors]
    else:
        slugs = [ref.removeprefix("tag/") for ref in missing]
        tags = Tag.objects.filter(slug__in=slugs, internal=False)
        made += [compile.tag(tag) for tag in tags]
    for record in sorted(made, key=lambda record: record.ref):
        _put(record)


def _take_out(kind: str, values: Iterable[str]) -> None:
    shown = set(Actor.objects.filter(show=True, ref__in=values).values_list("ref", flat=True))
    for value in sorted(set(values) - shown):
        store.remove(kind, value if kind == "actor" else f"tag/{value}")


def _tombstone(ref: str, reason: str, successor: str) -> records.Tombstone:
    return records.Tombstone(
        ref=ref, on=timezone.now().date(), reason=reason.strip(), successor=successor
    )
