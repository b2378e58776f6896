"""The number that moves with each change of the catalogue."""

from django.db.models import F
from django.utils import timezone

from statements.catalogue.models import Revision


def current() -> int:
    """Return the number of the public revision, 0 before anything was published."""
    return Revision.objects.filter(pk=1).values_list("number", flat=True).first() or 0


def hold() -> None:
    """Let one change of the catalogue wait for another; the first statement of each.

    Counts and facets are locked in an order of their own in every change: two at once
    would wait for each other.
    """
    if Revision.objects.select_for_update().filter(pk=1).first() is None:
        Revision.objects.get_or_create(pk=1)


def bump() -> None:
    """Move the revision; the last statement of every transaction that changes the catalogue."""
    Revision.objects.filter(pk=1).update(number=F("number") + 1, at=timezone.now())
