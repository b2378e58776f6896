"""Events, their series, and campaigns: draft, live, withdrawn, without a second pair of eyes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.catalogue import records, store
from statements.choices import Public
from statements.models import Campaign, Event, Publication, Series, Statement, Tag, User
from statements.workflow import door
from statements.workflow.alike import likeness
from statements.workflow.errors import Conflict, NotAllowed, ReasonOwed, Refusal, WrongStage
from statements.workflow.history import log
from statements.workflow.history.versions import save_version
from statements.workflow.records import carrying, compile
from statements.workflow.tags import tagging

Gathering = Event | Series | Campaign
COMPILED: Mapping[type[Any], Callable[..., Any]] = {
    Event: compile.event,
    Series: compile.series,
    Campaign: compile.campaign,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringMove:
    """One button of what has no stages: the public sees it or not."""

    verb: str
    label: str | Promise
    public: frozenset[str]
    owes_reason_from: frozenset[str]

    def starts_from(self, noun: Gathering) -> bool:
        if self.verb == "publish" and is_public_as_it_stands(noun):
            return False
        return noun.public in self.public

    def owes(self, noun: Gathering) -> bool:
        """Tell whether a reason is owed: also for publishing what was withdrawn."""
        return noun.public in self.owes_reason_from


MOVES: Mapping[str, GatheringMove] = {
    move.verb: move
    for move in (
        GatheringMove(
            verb="publish",
            label=gettext_lazy("Publish"),
            public=frozenset(Public.values),
            owes_reason_from=frozenset({Public.WITHDRAWN}),
        ),
        GatheringMove(
            verb="withdraw",
            label=gettext_lazy("Withdraw"),
            public=frozenset({Public.LIVE}),
            owes_reason_from=frozenset(Public.values),
        ),
    )
}


def is_public_as_it_stands(noun: Gathering) -> bool:
    """Tell whether the public reads exactly this version."""
    if noun.public != Public.LIVE:
        return False
    last = Publication.objects.about(log.kind_of(noun), noun.ref).first()
    return last is not None and last.version == noun.version


def may_publish(noun: Gathering, by: User) -> bool:
    """Tell whether a person has the right to publish and to withdraw, wherever it stands."""
    return by.has_perm(f"statements.publish_{log.kind_of(noun)}")


def moves(noun: Gathering, by: User) -> tuple[GatheringMove, ...]:
    """Return the moves that a person can make with an event or a campaign as it stands."""
    if not may_publish(noun, by):
        return ()
    return tuple(move for move in MOVES.values() if move.starts_from(noun))


@transaction.atomic
def save(noun: Gathering, *, by: User, seen: int | None = None) -> None:
    """Save a new or changed draft; `seen` is the version the editor saw.

    Raises NotAllowed, and Conflict where somebody saved since.
    """
    save_version(noun, by=by, seen=seen)
    if isinstance(noun, Event):
        likeness.remember(noun)


@transaction.atomic
def publish(noun: Gathering, *, by: User, reason: str = "") -> None:
    """Make the version of `noun` that the person saw public.

    What was withdrawn owes a reason. Live statements of an event carry it from now on.
    Raises NotAllowed, Conflict, WrongStage, ReasonOwed, and Refusal for a taken address or
    a campaign that gathers an internal tag.
    """
    door.hold()
    held = _check(noun, "publish", by, reason)
    go_public(noun, held, by=by, reason=reason)


def go_public(noun: Gathering, held: Any, *, by: User, reason: str = "") -> None:
    """Put the present version through the door, as `publish` does, whoever asks for it."""
    if isinstance(held, Campaign) and held.tag.internal:
        message = _("The tag “%(tag)s” is internal: the public must not read it.")
        raise Refusal(message % {"tag": held.tag})
    before = store.facets_of(log.kind_of(held), held.ref)
    record = COMPILED[type(held)](held)
    door.put(record)
    log.keep(record, by=by, note=reason)
    was_live = held.public == Public.LIVE
    _set_public(noun, Public.LIVE)
    log.note(noun, "publish", by=by, reason=reason)
    if isinstance(held, Campaign):
        tags = {value for name, value in before if name == "tag"} | {held.tag.slug}
        tagging.gather(Tag.objects.filter(slug__in=tags))
    elif isinstance(held, Series) and not was_live:
        _carry_series(held, by)
    elif not was_live:
        statements = Statement.objects.filter(event=held)
        carrying.carry(statements, by=by, note=_("Its event became public."))


@transaction.atomic
def withdraw(noun: Gathering, *, by: User, reason: str, successor: str = "") -> None:
    """Leave a tombstone of a live event or campaign, with a public reason.

    Raises NotAllowed, Conflict, WrongStage, ReasonOwed.
    """
    door.hold()
    held = _check(noun, "withdraw", by, reason)
    before = store.facets_of(log.kind_of(held), held.ref)
    door.withdraw(log.kind_of(held), held.ref, reason=reason, successor=successor)
    _set_public(noun, Public.WITHDRAWN)
    log.note(noun, "withdraw", by=by, reason=reason)
    if isinstance(held, Series):
        _leave_series(held, by)
    if isinstance(held, Campaign):
        tags = {value for name, value in before if name == "tag"}
        tagging.gather(Tag.objects.filter(slug__in=tags))


def unpublished(event: Event | None) -> list[Gathering]:
    """Return what was never public of an event and its series, in the order of publishing them."""
    both = (event.series, event) if event else ()
    return [noun for noun in both if noun and noun.public == Public.NEVER]


def _carry_series(series: Series, by: User) -> None:
    """Let live events carry their series, where the public reads them as they stand."""
    held = Event.objects.select_for_update(of=("self",)).filter(series=series).order_by("pk")
    note = _("Its series became public.")
    _put_events([compile.event(one) for one in held if is_public_as_it_stands(one)], by, note)


def _leave_series(series: Series, by: User) -> None:
    """Take a series out of the live events that carry it, and nothing else of them."""
    held = store.held("event", store.found_by("event", "series", series.ref))
    without = [replace(one, series=None) for _ref, one in sorted(held.items())]
    _put_events(without, by, _("Its series was withdrawn."))


def _put_events(given: Iterable[records.Event], by: User, note: str) -> None:
    with store.change():
        for record in given:
            door.put(record)
            log.keep(record, by=by, note=note)


def _check(noun: Gathering, verb: str, by: User, reason: str) -> Any:
    """Hold the row and return it, where the person may make the move with what they saw."""
    move = MOVES[verb]
    held = type(noun).objects.select_for_update(of=("self",)).get(pk=noun.pk)
    if not may_publish(held, by):
        raise NotAllowed(_("You have not the right to do this: %(move)s.") % {"move": move.label})
    if held.version != noun.version:
        raise Conflict(log.last_author(held))
    noun.public = held.public
    if not move.starts_from(held):
        message = _("This cannot be done from where it stands: %(move)s.")
        raise WrongStage(message % {"move": move.label})
    if move.owes(held) and not reason.strip():
        raise ReasonOwed(_("Give a reason, please."))
    return held


def _set_public(noun: Gathering, public: Public) -> None:
    type(noun).objects.filter(pk=noun.pk).update(public=public)
    noun.public = public
