"""Answers to what cannot be shown: each says what happened and where to go on."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _

from statements.catalogue.records import Tombstone
from statements.catalogue.selection import Refused


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=HTTPStatus.BAD_REQUEST)


def refused(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Say which parameter was refused and why."""
    return render(request, "400.html", {"refused": refused}, status=HTTPStatus.BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=HTTPStatus.FORBIDDEN)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was sent from another place, or was open for too long."""
    return render(request, "403.html", {"is_stale": True}, status=HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=HTTPStatus.NOT_FOUND)


def beyond_last(request: HttpRequest, last: int) -> HttpResponse:
    """Say that there are fewer pages, with a link to the last one."""
    query = request.GET.copy()
    query["page"] = str(last)
    if last == 1:
        del query["page"]
    context = {"last": last, "last_address": _with(request.path, query.urlencode())}
    return render(request, "404.html", context, status=HTTPStatus.NOT_FOUND)


def gone(request: HttpRequest, tombstone: Tombstone) -> HttpResponse:
    """Say when and why something was withdrawn, and what replaces it; nothing of its words."""
    return render(request, "410.html", {"tombstone": tombstone}, status=HTTPStatus.GONE)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer without a database and without context processors, whatever else is broken."""
    try:
        page = loader.get_template("500.html").render()
    except Exception:  # What broke the first page may break this one too.
        page = _("Something went wrong here. It is our fault, not yours.")
    return HttpResponse(page, status=HTTPStatus.INTERNAL_SERVER_ERROR)


def _with(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
