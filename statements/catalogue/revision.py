"""The number that moves with each change of the catalogue."""

from django.db.models import F
from django.utils import timezone

from statements.catalogue.models import Revision


def current() -> int:
    """Return the number of the public revision, 0 before anything was published."""
    return Revision.objects.filter(pk=1).values_list("number", flat=True).first() or 0


def bump() -> None:
    """Move the revision; the last statement of every transaction that changes the catalogue."""
    if not Revision.objects.filter(pk=1).update(number=F("number") + 1, at=timezone.now()):
        Revision.objects.get_or_create(pk=1, defaults={"number": 1})
