"""The figures of a chart as a file: the table of its page, of any selection."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from statements.catalogue import revision, vocabulary
from statements.catalogue.selection import Refused
from statements.charts import CHARTS
from statements.exports import cells, export
from statements.exports.formats import csv
from statements.views.exports import NO_INDEX


@csrf_exempt
@require_safe
def download(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with the figures of a chart as CSV; it takes what the list takes, but no page."""
    if name not in CHARTS:
        raise Http404
    chart = CHARTS[name]
    try:
        # Data speak English.
        with revision.pinned(), translation.override("en"):
            selection = export.asked(chart.kind, dict(request.GET.lists()))
            figure = chart.draw(selection, vocabulary.current())
    except Refused as refused:
        return HttpResponse(
            csv.refuse(refused),
            content_type=csv.FORMAT.error_type,
            status=HTTPStatus.BAD_REQUEST,
            headers=NO_INDEX,
        )
    return HttpResponse(
        csv.MARK + cells.lines(figure.table.flat()),
        content_type=csv.FORMAT.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}-{revision.today():%Y-%m-%d}.csv"',
            **NO_INDEX,
        },
    )
