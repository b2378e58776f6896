"""Lists as files."""

from functools import cache
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from statements.catalogue.selection import Refused, Selection
from statements.exports import export
from statements.exports.formats import FORMATS


@csrf_exempt
@require_safe
def download(request: HttpRequest, kind: str, suffix: str) -> HttpResponseBase:
    """Answer with all records that the parameters ask for, in the format of the suffix."""
    if suffix not in FORMATS:
        raise Http404
    form = FORMATS[suffix]
    try:
        asked = export.read(kind, dict(request.GET.lists()))
    except Refused as refused:
        return HttpResponse(
            form.refuse(refused), content_type=form.error_type, status=HTTPStatus.BAD_REQUEST
        )
    name = export.file_name(asked.selection, suffix, timezone.now().date())
    return StreamingHttpResponse(
        # Nobody reads the body of an answer to HEAD.
        form.write(asked) if request.method == "GET" else iter(()),
        content_type=form.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Robots-Tag": "noindex",
        },
    )


def links(selection: Selection) -> list[tuple[str, str]]:
    """Return name and address of each file of the same list; none of a kind that has no files."""
    return [(name, address + selection.query()) for name, address in _addresses(selection.kind)]


@cache
def _addresses(kind: str) -> tuple[tuple[str, str], ...]:
    if kind not in export.KINDS:
        return ()
    return tuple(
        (one.name, reverse(f"{kind}-export", args=[one.suffix])) for one in FORMATS.values()
    )
