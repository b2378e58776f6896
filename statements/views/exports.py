"""Lists as files."""

from functools import cache
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from statements.catalogue import revision, store
from statements.catalogue.selection import Refused, Selection
from statements.exports import export
from statements.exports.export import Format
from statements.exports.formats import OF_LISTS, OF_ONE

NO_INDEX = {"X-Robots-Tag": "noindex"}


@csrf_exempt
@require_safe
def download(request: HttpRequest, kind: str, suffix: str) -> HttpResponseBase:
    """Answer with all records that the parameters ask for, in the format of the suffix."""
    if suffix not in OF_LISTS:
        raise Http404
    form = OF_LISTS[suffix]
    try:
        asked = export.read(kind, dict(request.GET.lists()))
    except Refused as refused:
        return _refused(form, refused)
    name = export.file_name(asked.selection, suffix, revision.today())
    return StreamingHttpResponse(
        # Nobody reads the body of an answer to HEAD.
        form.write(asked) if request.method == "GET" else iter(()),
        content_type=form.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            **NO_INDEX,
        },
    )


@csrf_exempt
@require_safe
def single(request: HttpRequest, slug: str, suffix: str) -> HttpResponseBase:
    """Answer with one statement in the format of the suffix; with 301, 404 or 410 as its page."""
    if suffix not in OF_ONE:
        raise Http404
    form = OF_ONE[suffix]
    for name in request.GET:
        message = _("This page takes no parameter, and so not “%(name)s”.")
        return _refused(form, Refused(name, message % {"name": name[:60]}))
    try:
        asked = export.one(slug)
        body = b"".join(form.write(asked))
        if revision.seen().number != asked.revision:
            # Nothing was written of what was withdrawn meanwhile.
            export.one(slug)
    except store.Moved as moved:
        return redirect("statement-file", moved.slug, suffix, permanent=True)
    except store.Withdrawn as withdrawn:
        told = Refused("withdrawn", withdrawn.tombstone.reason)
        return _refused(form, told, status=HTTPStatus.GONE)
    except store.Missing as missing:
        raise Http404 from missing
    headers = {"Content-Disposition": f'inline; filename="{slug}.{suffix}"'}
    return HttpResponse(body, content_type=form.media_type, headers=NO_INDEX | headers)


def files(slug: str) -> list[tuple[str, str]]:
    """Return name and address of each file of a statement."""
    folder = _folder(get_language() or "")
    return [(str(one.name), f"{folder}{slug}.{one.suffix}") for one in OF_ONE.values()]


@cache
def _folder(reader: str) -> str:
    return reverse("statement-file", args=["-", "-"]).removesuffix("-.-")


def _refused(
    form: Format, refused: Refused, status: HTTPStatus = HTTPStatus.BAD_REQUEST
) -> HttpResponse:
    return HttpResponse(
        form.refuse(refused), content_type=form.error_type, status=status, headers=NO_INDEX
    )


def links(selection: Selection) -> list[tuple[str, str]]:
    """Return name and address of each file of the same list; none of a kind that has no files."""
    addresses = _addresses(selection.kind)
    return [(str(name), address + selection.query()) for name, address in addresses]


@cache
def _addresses(kind: str) -> tuple[tuple[str | Promise, str], ...]:
    if kind not in export.KINDS:
        return ()
    return tuple(
        (one.name, reverse(f"{kind}-export", args=[one.suffix])) for one in OF_LISTS.values()
    )
