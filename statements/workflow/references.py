"""What public records refer to: actors and terms, public while they are referred to."""

from collections.abc import Iterable

from django.db import transaction

from statements.catalogue import records, store
from statements.catalogue.facets import Facets
from statements.catalogue.models import Facet, Record
from statements.models import Actor, Country, Region, Tag, Theme, User
from statements.workflow import compile, door
from statements.workflow.versions import save_version

Term = Theme | Country | Region


@transaction.atomic
def save_actor(actor: Actor, *, by: User, seen: int | None = None) -> None:
    """Save a new or changed actor; a public one's record follows at once.

    `seen` is the version the editor saw. Raises Conflict where somebody saved since, Refusal
    for a taken address.
    """
    save_version(actor, by=by, seen=seen)
    if actor.show or store.refers_to("actor", actor.ref):
        door.put(compile.actor(actor))
    else:
        store.remove("actor", actor.ref)


@transaction.atomic
def save_term(term: Term, *, by: User, seen: int | None = None) -> None:
    """Save a new or changed term of a vocabulary; the public sees it at once.

    `seen` is the version the editor saw. Raises Conflict where somebody saved since.
    """
    save_version(term, by=by, seen=seen)
    put_term(term)


@transaction.atomic
def put_term(term: Term) -> None:
    """Make a term public as it stands, and file anew what a moved theme changes."""
    match term:
        case Theme():
            store.put(compile.theme(term))
            for narrower in _beneath(term):
                store.put(compile.theme(narrower))
            store.refile("theme", [term.code, *(one.code for one in _beneath(term))])
        case Country():
            store.put(compile.country(term))
        case Region():
            store.put(compile.region(term))


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


def facets_of(kind: str, ref: str) -> Facets:
    """Return what a public record is found by; nothing for one that is not live."""
    rows = Facet.objects.filter(record__kind=kind, record__ref=ref)
    return frozenset(rows.values_list("name", "value"))


def _add(kind: str, values: Iterable[str]) -> None:
    refs = {value if kind == "actor" else f"tag/{value}" for value in values}
    known = Record.objects.live().filter(kind=kind, ref__in=refs).values_list("ref", flat=True)
    missing = refs - set(known)
    made: list[records.AnyRecord] = []
    if kind == "actor":
        actors = Actor.objects.filter(ref__in=missing).select_related("country", "parent")
        made += [compile.actor(actor) for actor in actors]
    else:
        tags = Tag.objects.filter(slug__in=[ref.removeprefix("tag/") for ref in missing])
        made += [compile.tag(tag) for tag in tags]
    for record in sorted(made, key=lambda record: record.ref):
        store.put(record)


def _take_out(kind: str, values: Iterable[str]) -> None:
    shown = set(Actor.objects.filter(show=True, ref__in=values).values_list("ref", flat=True))
    for value in sorted(set(values) - shown):
        store.remove(kind, value if kind == "actor" else f"tag/{value}")


def _beneath(theme: Theme) -> list[Theme]:
    found: list[Theme] = []
    for one in theme.narrower.all():
        found += [one, *_beneath(one)]
    return found
