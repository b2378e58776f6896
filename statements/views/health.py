"""For machines that ask whether the site lives."""

from http import HTTPStatus

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from statements.catalogue import due, revision


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """Answer "ok" without asking the database."""
    return _word("ok")


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Answer "ready" when the catalogue can be read and searched as filed, else 503.

    A publication that is overdue is said in a second line: the site can be read all the same.
    """
    try:
        is_ready, since = revision.is_filed(), due.overdue(timezone.now())
    except DatabaseError:
        is_ready, since = False, None
    if not is_ready:
        return _word("unready", HTTPStatus.SERVICE_UNAVAILABLE)
    return _word(f"ready\noverdue since {since:%Y-%m-%d %H:%M} UTC" if since else "ready")


def _word(word: str, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(word, content_type="text/plain", status=status, headers=headers)
