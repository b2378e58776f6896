"""A statement as the public would read it: for staff, and by a link for who has no log-in."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import loader
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from statements import workflow
from statements.admin.noun import NounAdmin, change_address
from statements.admin.pages import addresses
from statements.catalogue import records
from statements.catalogue.store import Entry
from statements.choices import Stage
from statements.models import Statement
from statements.views import recommendations, statements
from statements.workflow.coming import previewing
from statements.workflow.coming.previewing import Preview

HEADERS = {"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}


@dataclass(frozen=True, slots=True)
class Bar:
    """What stands above a preview: that it is one, until when, and ways back."""

    publish_at: dt.datetime | None
    left_out: int
    until: dt.datetime | None = None
    links: Sequence[tuple[str, str]] = ()


def page(desk: NounAdmin, request: HttpRequest, object_id: str, part: str = "") -> HttpResponse:
    """Show staff the page of a statement, or of one of its recommendations, before it is public.

    What waits for its hour is shown where it is the working copy, or with `?scheduled`.
    """
    statement: Statement = desk.noun(request, object_id)
    is_scheduled = statement.stage == Stage.SCHEDULED or "scheduled" in request.GET
    try:
        found = previewing.of(statement, on=timezone.now().date(), of_scheduled=is_scheduled)
    except workflow.Refusal as refusal:
        desk.message_user(request, str(refusal), messages.ERROR)
        return HttpResponseRedirect(change_address(statement))
    here = reverse("admin:statements_statement_preview", args=[statement.pk])
    bar = Bar(
        statement.publish_at if found.is_scheduled else None,
        found.left_out,
        links=_ways(statement, found, here),
    )
    return _drawn(found, bar, here, part, "?scheduled" if "scheduled" in request.GET else "")


@require_safe
def shared(request: HttpRequest, token: str, part: str = "") -> HttpResponse:
    """Show the same by a link, to whoever has it, while it is good."""
    now = timezone.now()
    try:
        link = previewing.opened(token, now=now)
        found = previewing.of(link.statement, on=now.date(), of_scheduled=True)
    except previewing.Unknown as unknown:
        raise Http404 from unknown
    except previewing.Ended as ended:
        return _over(HTTPStatus.GONE, addresses.public("statement", ended.statement.ref))
    except workflow.Refusal:
        return _over(HTTPStatus.CONFLICT)
    here = reverse("admin:shared-preview", args=[token])
    bar = Bar(link.statement.publish_at if found.is_scheduled else None, found.left_out, link.until)
    return _drawn(found, bar, here, part)


def _ways(statement: Statement, found: Preview, here: str) -> list[tuple[str, str]]:
    """Return the links of staff: back, to the links for others, to the other version if any."""
    sharing = reverse("admin:statements_statement_sharing", args=[statement.pk])
    ways = [
        (_("Back to the desk"), change_address(statement)),
        (_("Links for others"), sharing),
    ]
    if statement.publish_at is not None and statement.stage != Stage.SCHEDULED:
        other = (_("With later changes"), here)
        ways.append(other if found.is_scheduled else (_("What is scheduled"), f"{here}?scheduled"))
    return ways


def _drawn(found: Preview, bar: Bar, here: str, part: str, query: str = "") -> HttpResponse:
    """Draw a page by the public templates; its links to itself lead to the preview."""
    if part:
        one = next((one for one in found.record.recommendations if one.ref == part), None)
        if one is None:
            raise Http404
        live = found.live.recommendations.get(part, records.Live())
        context = recommendations.shown(Entry(one, live, 0), beside=found.beside)
        template, view = recommendations.RecommendationDetail.template_name, "recommendations"
    else:
        context = statements.shown(Entry(found.record, found.live, 0), beside=found.beside)
        template, view = statements.StatementDetail.template_name, "statements"
    own: dict[str, Any] = {"preview": bar, "path": here, "view": {"section": view}}
    text: str = loader.render_to_string(str(template), {**context, **own})
    for address, instead in _own_addresses(found, here, query):
        text = text.replace(f'href="{address}', f'href="{instead}')
    return HttpResponse(text, headers=HEADERS)


def _own_addresses(found: Preview, here: str, query: str) -> list[tuple[str, str]]:
    """Return the public addresses that are not there yet, and what stands for each."""
    parts = [
        (reverse("recommendation-detail", args=[one.ref]), f"{here}{one.ref}/{query}")
        for one in found.record.recommendations
    ]
    if not found.record.slug:
        return parts
    return [*parts, (reverse("statement-detail", args=[found.record.slug]), f"{here}{query}")]


def _over(status: HTTPStatus, public: str | None = None) -> HttpResponse:
    """Say that a link shows nothing any more; not what it showed."""
    text = loader.render_to_string("preview_over.html", {"public": public, "status": int(status)})
    return HttpResponse(text, status=status, headers=HEADERS)


URLS = [
    path("preview/<str:token>/", never_cache(shared), name="shared-preview"),
    path("preview/<str:token>/<slug:part>/", never_cache(shared), name="shared-preview-part"),
]
