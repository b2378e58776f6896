"""The page that shows what a statement's words came from, as it was received."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from statements.admin import wording
from statements.admin.noun import NounAdmin, officer
from statements.ingest.documents import names
from statements.models import SourceDocument, Statement, User
from statements.text.withholding import Withheld
from statements.workflow.texts import receiving


def page(desk: NounAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show the source document of a statement, its slice marked; `?earlier=` one before it.

    Withheld words, of others that came from it too, stand there for those alone who may read them.
    The file itself, `?file=`, has them all.
    """
    statement: Statement = desk.noun(request, object_id)
    document = _among(statement.source_document, request.GET.get("earlier"))
    if "file" in request.GET:
        return _file(statement, document, officer(request))
    text, own = document.text, statement.text
    hidden = _hidden(statement, document, officer(request))
    for withheld in hidden:
        text, own = map(withheld.line, (text, own))
    before, slice_, after = text.partition(own)
    context = {
        "document": document,
        # Files are often named for whom they are about, in letters that no search would know.
        "name": "" if hidden else document.name,
        "is_slice": bool(slice_),
        "has_file": document.content is not None,
        "may_take_file": not hidden,
        "before": before,
        "slice": slice_,
        "after": after,
    }
    return desk.page(
        request,
        "admin/statements/statement/received.html",
        _("As received"),
        context,
        about=statement,
    )


def _hidden(statement: Statement, document: SourceDocument, by: User) -> list[Withheld]:
    """Return what a person may not read of all statements that came from a document."""
    others = receiving.statements_of(document).filter(withheld__isnull=False)
    return list(filter(None, (wording.hidden_from(one, by) for one in {statement, *others})))


def _file(statement: Statement, document: SourceDocument, by: User) -> HttpResponse:
    """Return the file byte for byte, to be kept and never shown in a page of this site."""
    if _hidden(statement, document, by):
        raise PermissionDenied
    if document.content is None:
        raise Http404
    name = names.safe(document.name).rpartition("/")[2]
    answer = HttpResponse(bytes(document.content), content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(True, name)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _among(document: SourceDocument | None, ref: str | None) -> SourceDocument:
    """Return the source document, or the one of a reference among those it replaced."""
    while document is not None and ref not in {None, document.ref}:
        document = document.replaces
    if document is None:
        raise Http404
    return document
