"""What the public was told of a statement before: since when it stands here, and what changed."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from statements.catalogue import records
from statements.catalogue.records import Change
from statements.models import Publication, Statement


@dataclass(frozen=True, slots=True)
class Past:
    """Since when a statement is on record; `changes` is None before its first publication."""

    began_on: date
    today: date
    changes: tuple[Change, ...] | None

    def with_note(self, note: str) -> tuple[Change, ...]:
        """Return the changes with that of today, if it has a note."""
        if self.changes is None:
            return ()
        return (*self.changes, *([Change(on=self.today, note=note)] if note else ()))


def of(statement: Statement, *, today: date) -> Past:
    """Return what a statement's publications told; of the first there is nothing to tell."""
    if not statement.was_ever_public():
        return Past(today, today, None)
    held = Publication.objects.about("statement", statement.ref).order_by("pk")
    first, *later = held.values_list("at", "note")
    changes = tuple(Change(on=at.date(), note=note) for at, note in later if note)
    return Past(first[0].date(), today, changes)


def also_told(record: records.Statement, note: str) -> records.Statement:
    """Return a public record that tells besides what is changed in it today."""
    change = Change(on=timezone.now().date(), note=note)
    return replace(record, changes=(*record.changes, change))


def note_of(statement: Statement, reason: str) -> str:
    """Return what the public is told of a publication: of the first nothing, else what changed."""
    if not statement.was_ever_public():
        return ""
    return reason.strip() or _("Changed by the editors.")
