"""The page that shows what a statement's words came from, as it was received."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from statements import workflow
from statements.admin.noun import NounAdmin, change_address, officer
from statements.models import SourceDocument, Statement
from statements.text.withholding import hidden
from statements.workflow import withholding


def page(desk: NounAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show the source document of a statement, its slice marked; `?earlier=` one before it.

    Withheld words stand there for those alone who may withhold them.
    """
    statement: Statement | None = desk.get_object(request, unquote(object_id))
    if statement is None or not desk.has_view_or_change_permission(request, statement):
        raise PermissionDenied
    document = _among(statement.source_document, request.GET.get("earlier"))
    text, own = document.text, statement.text
    if not workflow.may_read_withheld(officer(request), statement):
        words = withholding.words_of(statement)
        text, own = (hidden(each, words, statement.language) for each in (text, own))
    before, slice_, after = text.partition(own)
    context = {
        **desk.admin_site.each_context(request),
        "title": _("As received"),
        "subtitle": None,
        "opts": desk.opts,
        "original": statement,
        "document": document,
        "is_slice": bool(slice_),
        "before": before,
        "slice": slice_,
        "after": after,
        "back": change_address(statement),
    }
    return TemplateResponse(request, "admin/statements/statement/received.html", context)


def _among(document: SourceDocument | None, ref: str | None) -> SourceDocument:
    """Return the source document, or the one of a reference among those it replaced."""
    while document is not None and ref not in {None, document.ref}:
        document = document.replaces
    if document is None:
        raise Http404
    return document
