"""The open sessions of a person: from what device, when last used, and how to end them."""

import time
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from statements.models.session import DEVICE, OpenSession

# How often, in seconds, it is written down that a session is in use.
EVERY = 300
NOTED = "noted-in-use"

# In this order: most browsers also give the names of others.
BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "Chrome": "Chrome",
    "CriOS": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "CrOS": "Chromebook",
    "Windows": "Windows",
    "Macintosh": "Mac",
    "Linux": "Linux",
}


def device(agent: str) -> str:
    """Say in plain words what a User-Agent header tells: a browser and what it runs on."""
    browser = next((name for mark, name in BROWSERS.items() if mark in agent), "")
    system = next((name for mark, name in SYSTEMS.items() if mark in agent), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Unknown device")


def note_use(request: HttpRequest) -> None:
    """Write down now and then that a session is in use."""
    now = int(time.time())
    noted = request.session.get(NOTED)
    if noted is not None and now - noted > EVERY:
        request.session[NOTED] = now


def of(person: Any, *, this: str | None) -> QuerySet[Any]:
    """Return a person's open sessions, the one used last first; the one with a key is marked."""
    rows = OpenSession.objects.filter(user_id=person.pk, expire_date__gt=timezone.now())
    is_this = ExpressionWrapper(Q(session_key=this), BooleanField())
    return rows.defer("session_data").annotate(is_this=is_this).order_by("-used_at", "session_key")


def end(person: Any, *, but: str | None = None) -> int:
    """End a person's sessions, but for the one with a key; return how many."""
    ended, _models = OpenSession.objects.filter(user_id=person.pk).exclude(session_key=but).delete()
    return ended


@receiver(user_logged_in)
def _begin(request: HttpRequest, **options: Any) -> None:
    request.session[DEVICE] = device(request.META.get("HTTP_USER_AGENT", ""))
    request.session[NOTED] = int(time.time())
