"""For machines that ask whether the site lives."""

from http import HTTPStatus

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from statements.catalogue import revision


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """Answer "ok" without asking the database."""
    return _word("ok")


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Answer "ready" when the catalogue can be read and searched as filed, else 503."""
    try:
        is_ready = revision.is_filed()
    except DatabaseError:
        is_ready = False
    return _word("ready") if is_ready else _word("unready", HTTPStatus.SERVICE_UNAVAILABLE)


def _word(word: str, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(word, content_type="text/plain", status=status, headers=headers)
