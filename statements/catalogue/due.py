"""When the desk means to publish next, and whether it is late."""

import datetime as dt

from statements.catalogue.models import Due

ROW = 1
# What is scheduled goes out within so much of its hour; later it is overdue.
GRACE = dt.timedelta(minutes=1)


def tell(at: dt.datetime | None) -> None:
    """Note the first hour at which something is to be published, None for nothing."""
    Due.objects.update_or_create(pk=ROW, defaults={"at": at})


def overdue(now: dt.datetime) -> dt.datetime | None:
    """Return since when a publication is overdue, None where all went out in time."""
    first = Due.objects.filter(pk=ROW, at__lt=now - GRACE).values_list("at", flat=True)
    return first.first()
