"""After too many wrong passwords: wait, and be told how long.

Counted for a user name and an address together (django-axes, in the database). A stranger who
guesses shuts out themselves; the person whose name it is comes in from anywhere else.
"""

from http import HTTPStatus
from math import ceil
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

# Set on a request whose page holds words that somebody typed: it is shown in place of ours.
KEEPS_WORDS = "keeps_words"


def is_locked(request: HttpRequest) -> bool:
    """Tell whether this very request was refused for too many wrong passwords."""
    return bool(getattr(request, "axes_locked_out", False))


def minutes_left(request: HttpRequest, username: str) -> int:
    """Return in how many minutes, at least 1, a user name may be tried again from here."""
    AxesProxyHandler.update_request(request)
    tries = AccessAttempt.objects.filter(
        username=username, ip_address=getattr(request, "axes_ip_address", None)
    )
    last = tries.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    left = (last or timezone.now()) + settings.AXES_COOLOFF_TIME - timezone.now()
    return max(1, ceil(left.total_seconds() / 60))


def sentence(minutes: int) -> str:
    """Say for how long nobody is let in."""
    return (
        _("Too many wrong passwords for this user name from here.")
        + " "
        + ngettext("Try again in one minute.", "Try again in %(minutes)d minutes.", minutes)
        % {"minutes": minutes}
    )


def page(
    request: HttpRequest, answer: HttpResponse | None, credentials: dict[str, Any] | None
) -> HttpResponse:
    """Return the page that says how long to wait; AXES_LOCKOUT_CALLABLE."""
    if answer is not None and getattr(request, KEEPS_WORDS, False):
        return answer
    minutes = minutes_left(request, (credentials or {}).get("username", ""))
    context = {
        **admin.site.each_context(request),
        "title": _("Please wait"),
        "sentence": sentence(minutes),
    }
    locked = render(
        request,
        "admin/statements/entry/locked.html",
        context,
        status=HTTPStatus.TOO_MANY_REQUESTS,
    )
    locked.headers["Retry-After"] = str(60 * minutes)
    return locked


@receiver(pre_save, sender=AccessAttempt)
def _keep_no_words(instance: AccessAttempt, **options: Any) -> None:
    """Keep nothing of the form that was sent: it may be a draft, or hold a password."""
    instance.get_data = instance.post_data = ""
