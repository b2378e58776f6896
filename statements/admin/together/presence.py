"""Who else has a noun open: noted when its form is opened, and renewed while it stays so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements.models import Presence, User
from statements.workflow.history import log

# A script renews it every 25 seconds; browsers slow those of hidden pages down to a minute.
FRESH = timedelta(seconds=90)
# Without scripts nothing is renewed: then it is said how long ago somebody opened it.
OPENED = timedelta(minutes=15)
FORGOTTEN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody else at a noun: here now, or who opened it so many minutes ago."""

    name: str
    is_here: bool
    minutes: int


def come(noun: Any, person: User, now: datetime | None = None) -> None:
    """Note that a person opened a noun."""
    now = now or timezone.now()
    Presence.objects.filter(seen_at__lt=now - FORGOTTEN).delete()
    row = Presence(kind=log.kind_of(noun), ref=noun.ref, user=person, opened_at=now, seen_at=now)
    Presence.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["kind", "ref", "user"],
        update_fields=["opened_at", "seen_at"],
    )


def stay(noun: Any, person: User, now: datetime | None = None) -> None:
    """Note that a person still has a noun open."""
    now = now or timezone.now()
    if not _at(noun).filter(user=person).update(seen_at=now):
        come(noun, person, now)


def leave(noun: Any, person: User) -> None:
    """Note that a person saved a noun and went on to something else."""
    _at(noun).filter(user=person).delete()


def others(noun: Any, person: User, now: datetime | None = None) -> list[Other]:
    """Return who else has a noun open, or opened it not long ago, by name."""
    now = now or timezone.now()
    rows = _at(noun).exclude(user=person).filter(seen_at__gte=now - OPENED)
    found = []
    for row in rows.select_related("user").order_by("user__username"):
        is_here = row.seen_at >= now - FRESH
        # Who renewed it and stopped has gone.
        if is_here or row.seen_at == row.opened_at:
            minutes = int((now - row.opened_at).total_seconds() // 60)
            found.append(Other(str(row.user), is_here, minutes))
    return found


def said(people: Iterable[Other]) -> str:
    """Say who else is there, in a sentence or two; nothing where nobody is."""
    people = list(people)
    here = [one.name for one in people if one.is_here]
    sentences = []
    if here:
        names = get_text_list(here, _("and"))
        message = ngettext(
            "%(names)s has this open too.", "%(names)s have this open too.", len(here)
        )
        sentences.append(message % {"names": names})
    for one in people:
        if not one.is_here:
            message = ngettext(
                "%(name)s opened this %(n)d minute ago.",
                "%(name)s opened this %(n)d minutes ago.",
                one.minutes,
            )
            sentences.append(message % {"name": one.name, "n": one.minutes})
    return " ".join(sentences)


def _at(noun: Any) -> Any:
    return Presence.objects.filter(kind=log.kind_of(noun), ref=noun.ref)
