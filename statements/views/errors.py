"""Answers to what cannot be shown: each says what happened and where to go on."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template import loader
from django.urls import reverse
from django.utils.encoding import escape_uri_path
from django.utils.translation import gettext as _

from statements.catalogue.records import Tombstone
from statements.catalogue.selection import Refused
from statements.templatetags import languages
from statements.views import meant

SAFE = ("GET", "HEAD")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, "400.html", HTTPStatus.BAD_REQUEST)


def refused(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Say which parameter was refused and why."""
    return _page(request, "400.html", HTTPStatus.BAD_REQUEST, refused=refused)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=HTTPStatus.FORBIDDEN)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was sent from another place, or was open for too long."""
    return render(request, "403.html", {"is_stale": True}, status=HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that nothing is there, and what may have been meant; of the desk nothing is offered.

    Another code of a language than our addresses have leads to the page in that language.
    """
    if request.method in SAFE and (meant_path := languages.corrected(request.path)):
        address = _with(escape_uri_path(meant_path), request.META.get("QUERY_STRING", ""))
        return redirect(address, permanent=True)
    offers = [] if request.path.startswith("/admin/") else meant.meant(request.path)
    return _page(request, "404.html", HTTPStatus.NOT_FOUND, offers=offers)


def beyond_last(request: HttpRequest, last: int) -> HttpResponse:
    """Say that there are fewer pages, with a link to the last one."""
    query = request.GET.copy()
    query["page"] = str(last)
    if last == 1:
        del query["page"]
    address = _with(request.path, query.urlencode())
    return _page(request, "404.html", HTTPStatus.NOT_FOUND, last=last, last_address=address)


def gone(request: HttpRequest, tombstone: Tombstone) -> HttpResponse:
    """Say when and why something was withdrawn, and what replaces it; nothing of its words."""
    return _page(request, "410.html", HTTPStatus.GONE, tombstone=tombstone)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer without a database and without context processors, whatever else is broken."""
    try:
        page = loader.get_template("500.html").render()
    except Exception:  # What broke the first page may break this one too.
        page = _("Something went wrong here. It is our fault, not yours.")
    return HttpResponse(page, status=HTTPStatus.INTERNAL_SERVER_ERROR)


def _page(request: HttpRequest, template: str, status: HTTPStatus, **context: Any) -> HttpResponse:
    """Draw an error on a public address, with the way to other languages: to their first page.

    Not to the address that was typed: it may hold words of what was withdrawn or never published.
    """
    if not request.path.startswith("/admin/"):
        context |= {"path": reverse("home")}
    return render(request, template, context, status=status)


def _with(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
