"""Write down who came in, who failed to, and what became of accounts."""

from typing import Any

from axes.signals import user_locked_out
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from statements.admin.entry import address, sessions
from statements.models import AuditEvent, User
from statements.models.audit import Deed


def note(
    request: HttpRequest | None, deed: Deed, *, person: Any, by: Any = None, details: str = ""
) -> None:
    """Write down what happened to a person's account, who did it and from where."""
    by = by or getattr(request, "user", None)
    AuditEvent.objects.create(
        deed=deed,
        person=person,
        by=by if by is not None and by.is_authenticated else None,
        details=details,
        address=address.client(request) if request else None,
        device=sessions.device(request.META.get("HTTP_USER_AGENT", "")) if request else "",
    )


@receiver(user_logged_in)
def _logged_in(request: HttpRequest | None, user: Any, **options: Any) -> None:
    note(request, Deed.LOGGED_IN, person=user, by=user)


@receiver(user_logged_out)
def _logged_out(request: HttpRequest, user: Any, **options: Any) -> None:
    if user is not None:
        note(request, Deed.LOGGED_OUT, person=user, by=user)


@receiver(user_login_failed)
def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    if not getattr(request, "axes_locked_out", False):
        note(request, Deed.WRONG_PASSWORD, person=_named(credentials.get("username")))


@receiver(user_locked_out)
def _locked(request: HttpRequest, username: str | None, **options: Any) -> None:
    """Write it down once for a name and an address, however often it is tried on."""
    person = _named(username)
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    told = AuditEvent.objects.filter(
        deed=Deed.LOCKED, person=person, address=address.client(request), at__gt=since
    )
    if not told.exists():
        note(request, Deed.LOCKED, person=person)


def _named(username: str | None) -> User | None:
    return User.objects.filter(username=username or "").first()
