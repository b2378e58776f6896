"""What public records refer to: actors, public while they are referred to, and terms."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from statements.catalogue import records, store
from statements.catalogue.models import Record, Redirect
from statements.choices import ActorKind
from statements.models import Actor, Country, Instrument, Person, Region, User
from statements.models.vocabulary import NestedTerm
from statements.workflow import door
from statements.workflow.alike import likeness
from statements.workflow.errors import Refusal
from statements.workflow.history.log import kind_of
from statements.workflow.history.versions import save_version
from statements.workflow.records import compile, terms

Shown = TypeVar("Shown", Actor, Instrument)
Term = NestedTerm | Country | Region


@transaction.atomic
def save_actor(actor: Actor, *, by: User, seen: int | None = None) -> None:
    """Save a new or changed actor; a public one's record follows at once.

    `seen` is the version the editor saw. Raises NotAllowed, Conflict, and Refusal for an
    address that is, or ever was, another's, or for an actor that would be part of itself.
    """
    door.hold()
    _refuse_circle(actor, _("An actor cannot be part of itself."))
    _save_shown(actor, compile.actor, by=by, seen=seen)
    likeness.remember(actor)


@transaction.atomic
def save_person(person: Person, *, by: User, seen: int | None = None) -> None:
    """Save a new or changed person, who is on the desk alone; `seen` is the version the editor saw.

    Raises NotAllowed, Conflict.
    """
    save_version(person, by=by, seen=seen)
    likeness.remember(person)


@transaction.atomic
def save_instrument(instrument: Instrument, *, by: User, seen: int | None = None) -> None:
    """Save a new or changed instrument; a public one's record follows at once.

    `seen` is the version the editor saw. Raises NotAllowed, Conflict, and Refusal for an
    address that is, or ever was, another's.
    """
    door.hold()
    _save_shown(instrument, compile.instrument, by=by, seen=seen)


def _save_shown(
    noun: Shown, record: Callable[[Shown], records.AnyRecord], *, by: User, seen: int | None
) -> None:
    """Save what is public while it is referred to, or shown all the same."""
    kind = kind_of(noun)
    if Redirect.objects.filter(kind=kind, slug=noun.slug).exclude(ref=noun.ref).exists():
        message = _("The address “%(slug)s” belonged to another page: choose a new one.")
        raise Refusal(message % {"slug": noun.slug})
    save_version(noun, by=by, seen=seen)
    if noun.show or store.refers_to(kind, noun.ref):
        door.put(record(noun))
    else:
        store.remove(kind, noun.ref)


@transaction.atomic
def save_term(term: Term, *, by: User, seen: int | None = None) -> None:
    """Save a new or changed term of a vocabulary; the public sees it at once.

    `seen` is the version the editor saw. Raises NotAllowed, Conflict, and Refusal for a
    term that would stand under itself.
    """
    door.hold()
    if not isinstance(term, Country):
        _refuse_circle(term, _("“%(term)s” cannot stand under itself.") % {"term": term})
    save_version(term, by=by, seen=seen)
    match term:
        case NestedTerm():
            for one in (term, *_beneath(term)):
                door.put(terms.nested(one))
        case Country():
            door.put(terms.country(term))
            for state in term.actors.filter(kind=ActorKind.STATE).select_related("country"):
                if store.state("actor", state.ref) == "live":
                    door.put(compile.actor(state))
        case Region():
            for region in (term, *_beneath(term)):
                door.put(terms.region(region))
                for country in region.countries.select_related("region"):
                    door.put(terms.country(country))


@transaction.atomic
def show_names(noun: Actor | Instrument | Term) -> None:
    """Let a public actor, instrument or term be found by its other names as they are now.

    They are saved behind the noun itself, and are part of its version.
    """
    door.hold()
    if isinstance(noun, Actor):
        likeness.remember(noun)
    match noun:
        case Actor() if store.state("actor", noun.ref) == "live":
            door.put(compile.actor(noun))
        case Instrument() if store.state("instrument", noun.ref) == "live":
            door.put(compile.instrument(noun))
        case NestedTerm():
            door.put(terms.nested(noun))
        case Country():
            door.put(terms.country(noun))


def unnamed() -> set[tuple[str, str]]:
    """Return the kind and ref of each actor and term that is public without other names."""
    bodies = Record.objects.live().filter(kind__in=["actor", "term"]).values_list("kind", "body")
    held = (records.load(kind, body) for kind, body in bodies)
    return {
        (one.KIND, one.ref)
        for one in held
        if isinstance(one, records.Actor | records.Term) and not one.also
    }


def key(noun: Actor | Instrument | Term) -> tuple[str, str]:
    """Return the kind and ref that an actor, an instrument or a term is public by."""
    match noun:
        case Actor():
            return "actor", noun.ref
        case Country():
            return "term", f"country/{noun.iso2}"
        case Region():
            return "term", f"region/{noun.code}"
        case Instrument():
            return "instrument", noun.ref
    return "term", f"{noun.scheme}/{noun.code}"


def _refuse_circle(noun: Actor | NestedTerm | Region, message: str) -> None:
    above, seen = noun.parent, set()
    while above is not None and above.pk not in seen:
        if noun.pk is not None and above.pk == noun.pk:
            raise Refusal(message)
        seen.add(above.pk)
        above = above.parent


def _beneath(term: Any) -> list[Any]:
    """Return all that stands under a term, at any depth."""
    children = type(term).objects.filter(parent=term).order_by("pk")
    return [found for child in children for found in (child, *_beneath(child))]
