"""The page on which a person decides about all that was read from a text, beside that text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from statements import workflow
from statements.admin import columns, wording
from statements.admin.forms import entered
from statements.admin.forms.proposals import FORMS, ProposalForm
from statements.admin.noun import NounAdmin, change_address, officer
from statements.admin.pages.alike import comparing
from statements.choices import ProposedField
from statements.models import Proposal, Recommendation, Statement, User
from statements.templatetags import drawing
from statements.text.tracing import Note, TracedBlock, trace
from statements.workflow import proposing
from statements.workflow.alike import likeness
from statements.workflow.proposing import Choice

# What stands under one heading, in the order of the page.
SECTIONS: tuple[tuple[str | Promise, tuple[ProposedField, ...]], ...] = (
    (gettext_lazy("What it is"), (ProposedField.TITLE, ProposedField.KIND, ProposedField.LANGUAGE)),
    (gettext_lazy("Who speaks"), (ProposedField.VOICE,)),
    (
        gettext_lazy("Where and when"),
        (ProposedField.EVENT, ProposedField.DELIVERED, ProposedField.PUBLISHED),
    ),
    (
        gettext_lazy("Where it comes from"),
        (ProposedField.SOURCE, ProposedField.ADDRESS, ProposedField.WEBCAST, ProposedField.OFFSET),
    ),
    (gettext_lazy("What it asks and promises"), (ProposedField.RECOMMENDATION,)),
    (gettext_lazy("Themes of what it asks"), (ProposedField.THEME,)),
    (gettext_lazy("Whom and what it is about"), (ProposedField.GROUP, ProposedField.FORM)),
    (gettext_lazy("Countries it names"), (ProposedField.COUNTRY,)),
    (gettext_lazy("What it cites"), (ProposedField.CITATION,)),
)
# So many on one page: the others come once these are decided. A form of thousands is refused.
AT_ONCE = 100
# In the text each is told apart by its line as well as by its sign.
MARKED = {ProposedField.RECOMMENDATION: "recommendation", ProposedField.CITATION: "instrument"}


# What a recommendation has that is kept with it, and changed in the form of the statement.
BESIDES = (
    ("askers", gettext_lazy("Asked by")),
    ("themes", gettext_lazy("Themes")),
    ("groups", gettext_lazy("Affected groups")),
)


@dataclass(frozen=True, slots=True)
class Item:
    """One proposal on the page: its number in the text too, and the words that say so."""

    number: int
    form: ProposalForm
    words: str
    is_marked: bool

    @property
    def proposal(self) -> Proposal:
        return self.form.proposal

    @property
    def says_more(self) -> bool:
        """Tell whether the words say anything that the fields do not show already."""
        shown = {" ".join(str(field.value() or "").split()) for field in self.form.values}
        return bool(self.words) and " ".join(self.words.split()) not in shown

    @property
    def besides(self) -> list[tuple[str | Promise, str]]:
        """Return what is kept with a recommendation and has no field here, by its name."""
        row = self.form.row
        if not isinstance(row, Recommendation):
            return []
        told = [(of, ", ".join(map(str, getattr(row, name).all()))) for name, of in BESIDES]
        return [(of, names) for of, names in told if names]

    @property
    def place(self) -> str:
        """Return where its words begin in the text of this page."""
        return f"at-{_kind(self.proposal)}-p{self.proposal.pk}"


@dataclass(frozen=True, slots=True)
class Section:
    title: str | Promise
    items: list[Item]


def url(desk: NounAdmin) -> URLPattern:
    view = desk.admin_site.admin_view(partial(page, desk))
    return path("<path:object_id>/proposals/", view, name="statements_statement_proposals")


def address(statement: Statement) -> str:
    return reverse("admin:statements_statement_proposals", args=[statement.pk])


def page(desk: NounAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show what waits for a decision beside the text, and take the decisions."""
    statement: Statement = desk.noun(request, object_id)
    if statement.withheld.exists() and not workflow.may_read_withheld(officer(request), statement):
        raise PermissionDenied
    may_decide = workflow.may_edit(statement, officer(request))
    if request.method == "POST" and not may_decide:
        raise PermissionDenied
    sent = request.POST if request.method == "POST" else None
    waiting = proposing.undecided(statement)
    items = list(_items(desk, statement, waiting, sent))
    refused = ""
    if sent is not None:
        answer, refused = _decide(desk, request, statement, items)
        if answer is not None:
            return answer
    context = {
        "state": columns.state(statement),
        "version": statement.version if sent is None else sent.get("version", ""),
        "refused": refused,
        "has_errors": any(one.form.errors for one in items) if sent is not None else False,
        "sections": list(_sections(items)),
        "total": len(items),
        "later": len(waiting) - len(items),
        "may_decide": may_decide,
        "blocks": _blocks(statement, items),
        "script": drawing.script(statement.language),
        "questions": workflow.check(statement).findings,
        "alike": comparing.offered(
            desk, statement, likeness.alike(likeness.sought(statement)), officer(request)
        ),
        "others": _others(statement, officer(request)),
        "media": _media(items),
    }
    return desk.page(
        request,
        "admin/statements/statement/proposals.html",
        _("What was read from the text"),
        context,
        about=statement,
    )


def _decide(
    desk: NounAdmin, request: HttpRequest, statement: Statement, items: list[Item]
) -> tuple[HttpResponse | None, str]:
    """Take what was decided; return where to go on, or why not, with all that was typed kept."""
    every = "_keep_rest" in request.POST
    forms_ = [one.form for one in items]
    if len(items) < len(set(request.POST.getlist("shown"))):
        return None, _("Some of these were decided meanwhile: look again, please.")
    if any(form.errors for form in forms_):
        return None, ""
    chosen = [form.choice() for form in forms_ if every or form.is_decided()]
    if not chosen:
        return None, _("Nothing was decided yet: keep, change or refuse at least one.")
    try:
        waiting = proposing.decide(
            statement,
            chosen,
            by=officer(request),
            seen=entered.number(request.POST.get("version", "")) or 0,
        )
    except workflow.Refusal as refusal:
        return None, str(refusal)
    _tell(desk, request, chosen, waiting)
    statement.refresh_from_db()
    left = proposing.undecided(statement)
    leads = change_address(statement) if not left else address(statement)
    if "_next" in request.POST and (others := _others(statement, officer(request))):
        leads = address(others[0])
    return HttpResponseRedirect(leads), ""


def _tell(
    desk: NounAdmin, request: HttpRequest, chosen: list[Choice], waiting: list[Proposal]
) -> None:
    number = len(chosen) - len(waiting)
    if number:
        said = ngettext("%d decision is saved.", "%d decisions are saved.", number)
        desk.message_user(request, said % number, messages.SUCCESS)
    for one in waiting:
        said = _("Not on the desk yet, and yours to add neither: %(what)s. Ask an editor.")
        desk.message_user(request, said % {"what": one.words}, messages.WARNING)


def _items(
    desk: NounAdmin, statement: Statement, waiting: list[Proposal], sent: Any
) -> Iterator[Item]:
    """Yield the first that wait in the order of the page, numbered; or those that were sent."""
    rows = _rows(statement)
    order = {what: at for at, what in enumerate(what for _t, all_ in SECTIONS for what in all_)}
    placed = [(one, _place(statement, one, rows)) for one in waiting]
    placed.sort(key=lambda pair: (order[ProposedField(pair[0].field)], pair[1] or (0, 0)))
    shown = sent.getlist("shown") if sent is not None else [str(one.pk) for one, _at in placed]
    keys = set(shown[:AT_ONCE])
    placed = [pair for pair in placed if str(pair[0].pk) in keys]
    for number, (one, span) in enumerate(placed, start=1):
        row = rows.get((one.field, one.row), statement)
        form = FORMS[one.field](one, row, desk.admin_site, sent)
        words = statement.text[span[0] : span[1]] if span else one.words
        yield Item(number, form, _named(one, rows) or words, span is not None)


def _rows(statement: Statement) -> dict[tuple[str, str], Any]:
    """Return the rows of a statement by what proposals call them."""
    asked = statement.recommendations.select_related("passage").prefetch_related(
        "addressees", "askers", "themes", "groups"
    )
    cited = statement.citations.select_related("passage", "instrument")
    voices = statement.voices.select_related("actor")
    return (
        {(str(ProposedField.RECOMMENDATION), one.ref): one for one in asked}
        | {(str(ProposedField.CITATION), str(one.pk)): one for one in cited}
        | {(str(ProposedField.VOICE), one.ref): one for one in voices}
        | {
            (what, getattr(one, key)): one
            for what, (relation, key) in proposing.TERMS.items()
            for one in getattr(statement, relation).all()
        }
    )


def _named(one: Proposal, rows: dict[tuple[str, str], Any]) -> str:
    """Return the name of a term that is proposed: its words are another's."""
    row = rows.get((one.field, one.row))
    return str(row) if one.field in proposing.TERMS and row is not None else ""


def _place(
    statement: Statement, one: Proposal, rows: dict[tuple[str, str], Any]
) -> tuple[int, int] | None:
    """Return where the words of a proposal stand in the text, if they still do."""
    passage = getattr(rows.get((one.field, one.row)), "passage", None)
    if passage is not None:
        return None if passage.orphaned else (passage.start, passage.end)
    # A theme is told by the words of a recommendation, which is marked by itself.
    if one.start is None or not one.words or one.field == ProposedField.THEME:
        return None
    end = one.start + len(one.words)
    return (one.start, end) if statement.text[one.start : end] == one.words else None


def _sections(items: Iterable[Item]) -> Iterator[Section]:
    at = {what: title for title, all_ in SECTIONS for what in all_}
    for title, held in groupby(items, key=lambda one: at[ProposedField(one.proposal.field)]):
        yield Section(title, list(held))


def _blocks(statement: Statement, items: Iterable[Item]) -> tuple[TracedBlock, ...]:
    rows = _rows(statement)
    notes = []
    for one in items:
        span = _place(statement, one.proposal, rows)
        if span is not None:
            name = _("%(what)s %(number)d: go to its proposal")
            told = {"what": one.proposal.get_field_display(), "number": one.number}
            kind = _kind(one.proposal)
            notes.append(Note(*span, f"p{one.proposal.pk}", kind, str(one.number), name % told))
    return trace(statement.text, notes)


def _kind(one: Proposal) -> str:
    return MARKED.get(ProposedField(one.field), "fact")


def _others(statement: Statement, by: User) -> list[Statement]:
    """Return the statements of the same document in which something waits, the next one first."""
    if statement.source_document_id is None:
        return []
    same = Statement.objects.filter(source_document=statement.source_document_id)
    waiting = same.filter(pk__in=Proposal.objects.undecided().values("statement"))
    held = list(waiting.exclude(pk=statement.pk).order_by("pk").only("pk", "title"))
    wording.told(held, by)
    return sorted(held, key=lambda one: one.pk < statement.pk)


def _media(items: Iterable[Item]) -> forms.Media:
    media = forms.Media(
        css={"all": ["statements/admin/anchoring.css", "statements/admin/proposals.css"]},
    )
    for one in items:
        media += one.form.media
    return media
