"""What was read from a text and waits in a draft until a person keeps, changes or refuses it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements.choices import ProposalDecision, ProposedField
from statements.models import (
    Actor,
    ActorAlias,
    Citation,
    Country,
    Event,
    Instrument,
    InstrumentAlias,
    Passage,
    Proposal,
    Recommendation,
    Statement,
    User,
    Voice,
)
from statements.workflow import editing, gatherings
from statements.workflow.alike import likeness
from statements.workflow.errors import NotAllowed, Refusal
from statements.workflow.history import log
from statements.workflow.history.versions import locked
from statements.workflow.stages import may_edit

# Fields of the statement itself, by what is proposed, with what they hold where it is refused.
PLAIN: Mapping[str, tuple[str, Any]] = {
    ProposedField.TITLE: ("title", ""),
    ProposedField.KIND: ("kind", None),
    ProposedField.LANGUAGE: ("language", None),
    ProposedField.SOURCE: ("source_note", ""),
    ProposedField.ADDRESS: ("source_url", ""),
    ProposedField.WEBCAST: ("webcast_url", ""),
    ProposedField.OFFSET: ("webcast_offset", None),
    ProposedField.EVENT: ("event", None),
}
# Terms of the statement, by what is proposed: their relation, and the field that `row` names.
TERMS: Mapping[str, tuple[str, str]] = {
    ProposedField.THEME: ("themes", "code"),
    ProposedField.GROUP: ("groups", "code"),
    ProposedField.FORM: ("forms", "code"),
    ProposedField.COUNTRY: ("countries", "iso2"),
}
# Rows of the statement, by what is proposed: their table, and the field that `row` names.
ROWS: Mapping[str, tuple[type[Any], str]] = {
    ProposedField.VOICE: (Voice, "ref"),
    ProposedField.RECOMMENDATION: (Recommendation, "ref"),
    ProposedField.CITATION: (Citation, "pk"),
}
DATED = (ProposedField.DELIVERED, ProposedField.PUBLISHED)
# What must hold something: it is changed, not refused.
OWED = frozenset({ProposedField.KIND, ProposedField.LANGUAGE})


class StillOpen(Refusal):
    """Somebody has to look at what was read from the text."""

    def __init__(self, number: int) -> None:
        message = ngettext(
            "%d proposal waits for a decision: keep it, change it or refuse it.",
            "%d proposals wait for a decision: keep, change or refuse each.",
            number,
        )
        super().__init__(message % number)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided about a proposal: kept with these values, by field, or refused."""

    proposal: Proposal
    keep: bool
    values: Mapping[str, Any] = field(default_factory=dict)


def undecided(statement: Statement) -> list[Proposal]:
    """Return the proposals that wait, in the order they were made."""
    return list(statement.proposals.undecided())


def refuse_undecided(statement: Statement) -> None:
    """Raise StillOpen while a proposal in a statement waits for a decision."""
    if number := statement.proposals.undecided().count():
        raise StillOpen(number)


def propose(statement: Statement, proposals: Iterable[Proposal]) -> None:
    """Keep why the values of a new draft stand there, until somebody decides about each."""
    Proposal.objects.bulk_create([_fitted(statement, one) for one in proposals], batch_size=500)


def _fitted(statement: Statement, one: Proposal) -> Proposal:
    one.statement = statement
    one.why, one.words = one.why[: Proposal.LONGEST], one.words[: Proposal.LONGEST]
    return one


@transaction.atomic
def decide(
    statement: Statement, choices: Sequence[Choice], *, by: User, seen: int
) -> list[Proposal]:
    """Keep, change and refuse proposals as one edit; return those that must wait all the same.

    An event or actor that the desk does not know waits for somebody who may add it.
    Raises NotAllowed, Conflict, Refusal for what somebody else decided meanwhile.
    """
    held = locked(statement)
    if not may_edit(held, by):
        raise NotAllowed(_("You may change your own statements only."))
    still = {one.pk: one for one in undecided(held)}
    chosen = [choice for choice in choices if choice.proposal.pk in still]
    if len(chosen) < len(choices):
        raise Refusal(_("Some of these were decided meanwhile: look again, please."))
    waiting = [choice.proposal for choice in chosen if choice.keep and not _is_known(choice, by)]
    decided = [choice for choice in chosen if choice.proposal not in waiting]
    # The statement comes first: what changes in its rows belongs to its new version.
    for choice in decided:
        _put(statement, choice, by)
    if any(not choice.keep or choice.values or _makes(choice) for choice in decided):
        editing.edit(statement, by=by, seen=seen)
    rows = _rows(statement, decided)
    for choice in decided:
        _put_row(statement, choice, by, rows)
    Passage.objects.filter(statement=statement).unused().delete()
    now = timezone.now()
    for choice in decided:
        one = choice.proposal
        one.decision, one.by, one.at = _decision(choice), by, now
    Proposal.objects.bulk_update(
        [choice.proposal for choice in decided], ("decision", "by", "at"), batch_size=500
    )
    if decided:
        log.note(statement, "decide", by=by)
    return waiting


def _decision(choice: Choice) -> ProposalDecision:
    if not choice.keep:
        return ProposalDecision.REFUSED
    return ProposalDecision.CHANGED if choice.values else ProposalDecision.KEPT


def _makes(choice: Choice) -> bool:
    """Tell whether keeping a proposal adds something that is only described so far."""
    return choice.proposal.field == ProposedField.EVENT and bool(choice.proposal.value)


def _is_known(choice: Choice, by: User) -> bool:
    """Tell whether what is kept is on the desk, or may be added by who keeps it."""
    if not _makes(choice) or choice.values.get("event"):
        return True
    return by.has_perm("statements.add_event") or _same_event(choice.proposal) is not None


def _put(statement: Statement, choice: Choice, by: User) -> None:
    """Write a choice into the fields of the statement itself; the caller saves."""
    what, values = choice.proposal.field, choice.values
    if what in DATED:
        value = values.get("date") if choice.keep else None
        if not choice.keep or "date" in values:
            setattr(statement, f"{what}_on", value.on if value else None)
            setattr(statement, f"{what}_precision", value.precision if value else "unknown")
            # What told the day that was read tells no other.
            setattr(statement, f"{what}_source", "")
    elif what in PLAIN:
        name, empty = PLAIN[what]
        if not choice.keep:
            if what not in OWED:
                setattr(statement, name, empty)
        elif name in values:
            setattr(statement, name, values[name])
        elif _makes(choice):
            statement.event = _same_event(choice.proposal) or _new_event(choice.proposal, by)


def _put_row(
    statement: Statement, choice: Choice, by: User, rows: Mapping[tuple[str, str], Any]
) -> None:
    """Write a choice into the row that it is about."""
    one = choice.proposal
    if one.field in TERMS:
        if not choice.keep:
            relation, key = TERMS[one.field]
            terms: Any = getattr(statement, relation)
            terms.remove(*terms.filter(**{key: one.row}))
        return
    row = rows.get((one.field, one.row))
    if row is None:
        return
    if not choice.keep:
        row.delete()
        return
    plain = {name: value for name, value in choice.values.items() if name != "addressees"}
    for name, value in plain.items():
        setattr(row, name, value)
    if plain:
        row.save()
    if "addressees" in choice.values:
        row.addressees.set(choice.values["addressees"])
    _learn(choice, by)


def _rows(statement: Statement, choices: Iterable[Choice]) -> dict[tuple[str, str], Any]:
    """Return the rows that choices are about, by how their proposals name them."""
    named: dict[str, set[str]] = defaultdict(set)
    for choice in choices:
        named[choice.proposal.field].add(choice.proposal.row)
    return {
        (what, str(getattr(one, key))): one
        for what, (model, key) in ROWS.items()
        if named[what]
        for one in model._default_manager.filter(statement=statement, **{f"{key}__in": named[what]})
    }


def _learn(choice: Choice, by: User) -> None:
    """Know the words by which a person found something again in the next document.

    They are words of a draft: the desk alone knows them, until somebody makes them public.
    """
    words, values = choice.proposal.value, choice.values
    if not words:
        return
    for name, alias in (("actor", ActorAlias), ("instrument", InstrumentAlias)):
        noun = values.get(name)
        if noun is None or not by.has_perm(f"statements.change_{name}"):
            continue
        if words.casefold() not in _names(noun):
            words = words[: Proposal.LONGEST]
            alias._default_manager.create(**{name: noun, "name": words, "on_desk": True})
            if isinstance(noun, Actor):
                likeness.remember(noun)


def _names(noun: Actor | Instrument) -> set[str]:
    others = {alias.name.casefold() for alias in noun.aliases.all()}
    return others | {noun.name.casefold(), getattr(noun, "short_name", "").casefold()}


def _same_event(one: Proposal) -> Event | None:
    """Return the event on the desk that a description means: by its symbol, or name and day."""
    told = json.loads(one.value)
    events = Event.objects.order_by("pk")
    if told["symbol"] and (found := events.filter(symbol=told["symbol"]).first()):
        return found
    return events.filter(title=told["title"], starts_on=told["starts_on"] or None).first()


def _new_event(one: Proposal, by: User) -> Event:
    """Add the event that a proposal describes, as a draft."""
    told = json.loads(one.value)
    event = Event(
        title=told["title"],
        kind=told["kind"],
        symbol=told["symbol"],
        place=told["place"],
        starts_on=date.fromisoformat(told["starts_on"]) if told["starts_on"] else None,
        starts_precision=told["starts_precision"],
        ends_on=date.fromisoformat(told["ends_on"]) if told["ends_on"] else None,
        country=Country.objects.filter(iso2=told["country"]).first(),
        host=Actor.objects.filter(slug=told["host"]).first() if told["host"] else None,
    )
    event.slug = editing.free_slug(event.title, Event)
    gatherings.save(event, by=by)
    return event
