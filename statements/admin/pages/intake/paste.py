"""The page where texts and files come in: each becomes a draft whose values wait for a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from statements import workflow
from statements.admin import wording
from statements.admin.forms.paste import AT_ONCE, PasteForm
from statements.admin.noun import NounAdmin, change_address, officer
from statements.admin.pages.intake import proposals
from statements.ingest import pipeline
from statements.ingest.pipeline import Received, Unread
from statements.ingest.reading import brought
from statements.models import Statement, User
from statements.workflow import proposing


@dataclass(frozen=True, slots=True)
class Made:
    """A draft, where to go on with it, and how much waits there for a decision."""

    statement: Statement
    address: str
    waiting: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a text or file: drafts; or why there are none, perhaps what is here."""

    name: str
    made: tuple[Made, ...] = ()
    refused: str = ""
    here: tuple[Made, ...] = ()


def url(desk: NounAdmin) -> URLPattern:
    view = desk.admin_site.admin_view(partial(page, desk))
    return path("paste/", view, name="statements_statement_paste")


def page(desk: NounAdmin, request: HttpRequest) -> HttpResponse:
    """Take a text or files. One draft leads to its proposals, more to a list of what became.

    Asked with `part`, as the page's script does file by file, it gives that list alone.
    """
    by = officer(request)
    if not by.has_perm("statements.add_statement"):
        raise PermissionDenied
    sent = request.method == "POST"
    form = PasteForm(request.POST, request.FILES) if sent else PasteForm()
    outcomes: list[Outcome] = []
    if sent and form.is_valid():
        outcomes = list(_outcomes(form, by))
    elif sent and "part" in request.POST:
        told = " ".join(str(one) for errors in form.errors.values() for one in errors)
        outcomes = [Outcome(_("These files"), refused=told)]
    context = {"outcomes": outcomes}
    if "part" in request.POST:
        return TemplateResponse(request, "admin/statements/intake/outcomes.html", context)
    if len(outcomes) == 1 and len(outcomes[0].made) == 1:
        return HttpResponseRedirect(outcomes[0].made[0].address)
    return desk.page(
        request,
        "admin/statements/intake/paste.html",
        _("Bring in a text"),
        {**context, "form": form},
    )


def _outcomes(form: PasteForm, by: User) -> Iterator[Outcome]:
    """Bring in what was sent, each text for itself; one that cannot be read stops no other."""
    data = form.cleaned_data
    known = pipeline.vocabulary()
    pasted = [Received(data["text"])] if data["text"].strip() else []
    files = (
        document for one in data["documents"] for document in brought.opened(one.name, one.read())
    )
    for one in chain(pasted, pipeline.read(islice(files, AT_ONCE))):
        if isinstance(one, Unread):
            yield Outcome(one.name, refused=one.why)
            continue
        name = one.name or _("The pasted text")
        if not data["again"] and (here := pipeline.already_here(one)):
            wording.told(here, by)
            yield Outcome(name, here=tuple(_made(each) for each in here))
            continue
        try:
            made = pipeline.bring_in(one, by=by, known=known, language=data["language"] or None)
        except workflow.Refusal as refusal:
            yield Outcome(name, refused=str(refusal))
        else:
            yield Outcome(name, made=tuple(_made(each) for each in made))
    for document in files:
        yield Outcome(document.name, refused=_("Too many at once: bring it in by itself."))


def _made(statement: Statement) -> Made:
    waiting = len(proposing.undecided(statement))
    leads = proposals.address(statement) if waiting else change_address(statement)
    return Made(statement, leads, waiting)
