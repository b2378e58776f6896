"""The page on which words are withheld to protect a person, and shown again."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from statements import workflow
from statements.admin import columns
from statements.admin.forms.text import Lines, SourceText
from statements.admin.noun import NounAdmin, key, officer
from statements.choices import Public
from statements.models import Statement, User, WithheldPassage
from statements.workflow.withheld.withholding import Done, by_words

OUTCOMES = {
    Public.NEVER: gettext_lazy(
        "When this text is published, “[withheld to protect a person]” stands in place of the "
        "words, wherever they stand in it."
    ),
    Public.LIVE: gettext_lazy(
        "The public reads this text now. Words that you withhold are gone from it at once: from "
        "its page, the search and the files, wherever they stand. No other change that waits in "
        "the form is published with it."
    ),
    Public.WITHDRAWN: gettext_lazy(
        "The public does not read this text now. It will be brought back without the words."
    ),
}


class WithholdForm(forms.Form):
    words = SourceText(
        rows=2,
        label=gettext_lazy("Words to withhold"),
        help_text=gettext_lazy("Copy them from the text, such as a name or a telephone number."),
    )
    reason = Lines(
        label=gettext_lazy("Why"),
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
        help_text=gettext_lazy("Only staff read it."),
    )


class ShowAgainForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("Why"), max_length=500)


@dataclass(frozen=True, slots=True)
class Line:
    """Words that are withheld, by the first of their places; `lost` where an edit changed some."""

    first: WithheldPassage
    places: int
    lost: bool


def page(desk: NounAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show what is withheld of a statement, withhold more, or show some of it again.

    403 without the right to withhold words of this statement.
    """
    statement: Statement = desk.noun(request, object_id, workflow.may_withhold)
    form = WithholdForm()
    if request.method == "POST":
        if "show" in request.POST:
            _show_again(desk, request, statement)
            return HttpResponseRedirect(request.path)
        form = WithholdForm(request.POST)
        if form.is_valid() and _withheld(desk, request, statement, form):
            return HttpResponseRedirect(request.path)
    context = {
        "form": form,
        "outcome": OUTCOMES[Public(statement.public)],
        "state": columns.state(statement),
        "withheld": [_line(places) for places in by_words(statement)],
    }
    return desk.page(
        request,
        "admin/statements/statement/withhold.html",
        _("Withhold words"),
        context,
        about=statement,
    )


def withhold(
    desk: NounAdmin, request: HttpRequest, statement: Statement, words: str, reason: str
) -> None:
    """Withhold words and tell the person what became of it. Raises Refusal."""
    by: User = officer(request)
    done = workflow.withhold(statement, by=by, words=words, reason=reason)
    for message, level in _told(statement, done):
        desk.message_user(request, message, level)


def _withheld(
    desk: NounAdmin, request: HttpRequest, statement: Statement, form: WithholdForm
) -> bool:
    try:
        withhold(desk, request, statement, **form.cleaned_data)
    except workflow.Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _line(places: Sequence[WithheldPassage]) -> Line:
    return Line(places[0], len(places), any(one.passage.orphaned for one in places))


def _show_again(desk: NounAdmin, request: HttpRequest, statement: Statement) -> None:
    one = get_object_or_404(statement.withheld, pk=key(request.POST["show"]))
    form = ShowAgainForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        places = workflow.show_again(one, by=officer(request), reason=reason)
    except workflow.Refusal as refusal:
        desk.message_user(request, str(refusal), messages.ERROR)
        return
    message = ngettext(
        "These words are withheld no more, in %d place, once this version is published.",
        "These words are withheld no more, in %d places, once this version is published.",
        places,
    )
    desk.message_user(request, message % places, messages.SUCCESS)


def _told(statement: Statement, done: Done) -> list[tuple[str, int]]:
    """Return what is said of words that are withheld now."""
    number = max(done.places, done.public_places, done.waiting)
    said = ngettext(
        "The words are withheld, in %d place.", "The words are withheld, in %d places.", number
    )
    told = [(said % number, messages.SUCCESS)]
    if statement.public == Public.LIVE and not done.public_places:
        message = _("The public text does not have these words: please look at the public page.")
        told.append((message, messages.WARNING))
    if done.left_out:
        message = ngettext(
            "%d recommendation held some of them and is taken out: narrow it, then publish.",
            "%d recommendations held some of them and are taken out: narrow them, then publish.",
            len(done.left_out),
        )
        told.append((message % len(done.left_out), messages.WARNING))
    return told
