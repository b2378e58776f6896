"""Withhold words to protect a person: at once, alone, and with a reason; harm does not wait."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from statements.catalogue import records
from statements.catalogue.upgrades import upgrade
from statements.choices import Public, Stage
from statements.models import Passage, Publication, Scheduled, Statement, User, WithheldPassage
from statements.text import passages, withholding
from statements.text.withholding import Span, Withheld
from statements.workflow import door
from statements.workflow.alike.pointing import followed
from statements.workflow.editing import anchor
from statements.workflow.errors import NotAllowed, ReasonOwed, Refusal
from statements.workflow.history import log
from statements.workflow.history.versions import claim, locked
from statements.workflow.records import compile, copies, past
from statements.workflow.stages import may_edit
from statements.workflow.tags import tagging
from statements.workflow.withheld import extent, told
from statements.workflow.withheld.redacting import Redacted, redacted


@dataclass(frozen=True, slots=True)
class Done:
    """How often words are withheld now: in the working copy, and in what the public reads.

    `left_out` are the refs of public recommendations that held some of the words. `waiting` is how
    often they stood in what waits for its hour alone.
    """

    places: int
    public_places: int
    left_out: tuple[str, ...]
    waiting: int = 0


def may_withhold(statement: Statement, by: User) -> bool:
    """Tell whether a person may withhold words: of a draft, who may edit; else with the right."""
    if statement.public == Public.NEVER:
        return may_edit(statement, by)
    return by.has_perm("statements.withhold_statement")


def may_read_withheld(by: User, statement: Statement | None = None) -> bool:
    """Tell whether a person may read withheld words: who may withhold them, or erase the text."""
    if statement is not None and may_withhold(statement, by):
        return True
    return by.has_perm("statements.withhold_statement") or by.has_perm("statements.erase_statement")


@door.change()
def withhold(statement: Statement, *, by: User, words: str, reason: str) -> Done:
    """Withhold `words` wherever they stand in a statement; the public reads them no more.

    What is live is published again as it was last published, without the words: no other edit
    of the working copy goes along. Recommendations that held some of them go, until they are
    narrowed and published again. It does not ask which version the person saw: nothing of
    anybody's is overwritten. Raises NotAllowed, ReasonOwed, Refusal for words that are nowhere.
    """
    held = locked(statement)
    _refuse(held, by, reason)
    placed = held.withheld.filter(passage__orphaned=False)
    before = set(placed.values_list("passage__start", "passage__end"))
    spans = [span for span in withholding.places(held.text, words) if span not in before]
    _refuse_crossing(spans, before)
    for span in spans:
        passage = anchor(held, passages.anchor(held.text, *span))
        WithheldPassage.objects.create(statement=held, passage=passage, reason=reason, by=by)
    last = last_published(held) if held.public == Public.LIVE else None
    public = redacted(last, extent.of(held).also(words)) if last else None
    found = public.places if public else 0
    waiting = 0 if spans else _take_out_of_scheduled(held, words)
    if not spans and not found and not waiting:
        raise Refusal(_("These words are not in the text, or are withheld already. Copy them."))
    _move(held, public if found else None)
    log.note(held, "withhold", by=by, reason=reason)
    if public and found:
        _republish(held, public, by)
    return Done(len(spans), found, public.left_out if public and found else (), waiting)


@door.change()
def show_again(one: WithheldPassage, *, by: User, reason: str) -> int:
    """Withhold words no more, wherever they stand; return in how many places that was.

    The public reads them after the next publication. What is withheld by its words cannot be
    shown in one place and not in another: a later change of the public text would take it out
    there as well. Raises NotAllowed, ReasonOwed, Refusal for words that are shown already.
    """
    held = locked(one.statement)
    _refuse(held, by, reason)
    same = next((some for some in by_words(held) if one in some), ())
    if not same:
        raise Refusal(_("These words are withheld no more: look at the list as it is now."))
    WithheldPassage.objects.filter(pk__in=[each.pk for each in same]).delete()
    Passage.objects.filter(pk__in=[each.passage_id for each in same]).unused().delete()
    _move(held, None)
    log.note(held, "show_again", by=by, reason=reason)
    return len(same)


def by_words(statement: Statement) -> list[list[WithheldPassage]]:
    """Return what is withheld of a statement, the places of the same words together."""
    together: list[list[WithheldPassage]] = []
    for one in statement.withheld.select_related("passage", "by"):
        words = one.passage.exact
        for some in together:
            if withholding.are_same(some[0].passage.exact, words):
                some.append(one)
                break
        else:
            together.append([one])
    return together


def put_withheld(statement: Statement, reasons: Mapping[str, str], *, by: User) -> None:
    """Make the withheld passages of a working copy these, by their words, as part of an edit."""
    statement.withheld.all().delete()
    Passage.objects.filter(statement=statement).unused().delete()
    for words, reason in reasons.items():
        for span in withholding.places(statement.text, words):
            passage = anchor(statement, passages.anchor(statement.text, *span))
            WithheldPassage.objects.create(
                statement=statement, passage=passage, reason=reason, by=by
            )


def cover(statement: Statement, *, by: User) -> None:
    """Withhold the words that are withheld wherever they stand in another text; none is forgotten.

    Words that do not stand in it stay on the list, for somebody to decide.
    """
    held = list(statement.withheld.select_related("passage"))
    taken = {(one.passage.start, one.passage.end) for one in held if not one.passage.orphaned}
    for one in held:
        spans = [
            span
            for span in withholding.places(statement.text, one.passage.exact)
            if span not in taken
        ]
        for span in spans:
            place, taken = passages.anchor(statement.text, *span), {*taken, span}
            if one.passage.orphaned:
                anchor(statement, place, one.passage)
                continue
            WithheldPassage.objects.create(
                statement=statement, passage=anchor(statement, place), reason=one.reason, by=by
            )


def last_published(statement: Statement) -> records.Statement:
    """Return the record of a statement as it was published last, whether it is live or not."""
    last = Publication.objects.about("statement", statement.ref)[0]
    body = upgrade("statement", last.schema, json.loads(last.record))
    return followed(msgspec.convert(body, records.Statement))


def _take_out_of_scheduled(statement: Statement, words: str) -> int:
    """Take words out of what waits for its hour; return in how many places they stood.

    For words that the working copy has no more: those that it has are taken out at the hour.
    """
    held = Scheduled.objects.filter(statement=statement).first()
    if held is None:
        return 0
    kept = redacted(kept_for(held), extent.of(statement)).record
    found = redacted(kept, Withheld((words,)))
    if found.places:
        held.record, held.schema = records.dump(found.record), records.SCHEMA
        held.save(update_fields=["record", "schema"])
    return found.places


def kept_for(held: Scheduled) -> records.Statement:
    """Return the record that waits for its hour, as it was approved."""
    body = upgrade("statement", held.schema, json.loads(held.record))
    return msgspec.convert(body, records.Statement)


def _refuse(statement: Statement, by: User, reason: str) -> None:
    if not may_withhold(statement, by):
        raise NotAllowed(_("You may not withhold words of this statement."))
    if not reason.strip():
        raise ReasonOwed(_("Give a reason, please."))


def _refuse_crossing(spans: list[Span], before: set[Span]) -> None:
    """Refuse words that hold a part of others: of the rest nobody could tell where it stands."""
    for start, end in spans:
        for begin, until in before:
            crosses = begin < end and start < until
            if crosses and not start <= begin < until <= end and not begin <= start < end <= until:
                message = _("Some of these words are withheld already: choose all of them or none.")
                raise Refusal(message)


def _move(held: Statement, public: Redacted | None) -> None:
    """Move the version on. What stays as the public reads it stays approved; else it is a draft."""
    version = held.version + 1
    if public is not None and _stands(held, public):
        approved = version if held.stage in Stage.approved() else None
        also: dict[str, Any] = {"approved_version": approved, "published_version": version}
    else:
        also = {"stage": Stage.DRAFT, "approved_version": None, "approved_by": None}
    claim(held, seen=held.version, **also)


def _stands(held: Statement, public: Redacted) -> bool:
    """Tell whether the working copy is what the public is about to read."""
    if not held.is_public_as_it_stands() or public.left_out:
        return False
    copy = copies.of(held)
    if told.of(copy):
        return False
    compiled = compile.copied(copy)
    # What the public was told of it is no part of the working copy.
    return replace(compiled, changes=public.record.changes) == public.record


def _republish(held: Statement, public: Redacted, by: User) -> None:
    record = public.record
    if held.is_public_as_it_stands():
        parts = tuple(replace(one, version=held.version) for one in record.recommendations)
        record = replace(record, version=held.version, recommendations=parts)
    note = _("Words are withheld to protect a person.")
    record = past.also_told(record, note)
    door.put_statement(record)
    log.keep(record, by=by, note=note)
    if public.left_out:
        tagging.refresh([held.pk])
