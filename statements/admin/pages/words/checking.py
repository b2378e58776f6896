"""The page that asks about words which may tell who a person is: each is withheld, or kept."""

from dataclasses import dataclass
from functools import partial

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from statements import workflow
from statements.admin import columns, wording
from statements.admin.forms.text import SourceText
from statements.admin.noun import NounAdmin, key, officer
from statements.admin.pages.words import withholding
from statements.choices import HarmKind
from statements.models import Statement
from statements.text import passages
from statements.text.harm import Finding


class DecisionForm(forms.Form):
    words = SourceText()
    reason = forms.CharField(required=False, max_length=500)


@dataclass(frozen=True, slots=True)
class Question:
    """A finding in its surroundings."""

    label: str
    words: str
    context: passages.Context


def url(desk: NounAdmin) -> URLPattern:
    view = desk.admin_site.admin_view(partial(page, desk))
    return path("<path:object_id>/check/", view, name="statements_statement_check")


def page(desk: NounAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """List what waits for a decision and what is kept; take one decision a press."""
    statement: Statement = desk.noun(request, object_id)
    by = officer(request)
    if wording.hidden_from(statement, by).lost:
        raise PermissionDenied
    may_keep = workflow.may_keep(statement, by)
    if request.method == "POST":
        if not may_keep:
            raise PermissionDenied
        _decide(desk, request, statement)
        return HttpResponseRedirect(request.path)
    held = workflow.check(statement)
    context = {
        "state": columns.state(statement),
        "may_keep": may_keep,
        "may_withhold": workflow.may_withhold(statement, by),
        "questions": [_question(held.text, one) for one in held.findings],
        "kept": held.kept,
    }
    return desk.page(
        request,
        "admin/statements/statement/check.html",
        _("Protect persons"),
        context,
        about=statement,
    )


def _question(text: str, one: Finding) -> Question:
    around = passages.context(text, passages.anchor(text, one.start, one.end))
    return Question(str(HarmKind(one.kind).label), one.words, around)


def _decide(desk: NounAdmin, request: HttpRequest, statement: Statement) -> None:
    """Do what the pressed button says, and tell the person."""
    by = officer(request)
    try:
        if again := request.POST.get("again"):
            kept = statement.kept_words.filter(pk=key(again))
            workflow.ask_again(get_object_or_404(kept), by=by)
            message = _("These words are asked about again.")
            desk.message_user(request, message, messages.SUCCESS)
            return
        form = DecisionForm(request.POST)
        if not form.is_valid():
            desk.message_user(request, _("Nothing was chosen."), messages.ERROR)
            return
        words, reason = form.cleaned_data["words"], form.cleaned_data["reason"]
        if "withhold" in request.POST:
            reason = reason or _reason_for(statement, words)
            withholding.withhold(desk, request, statement, words, reason)
            return
        workflow.keep_words(statement, by=by, words=words, reason=reason)
    except workflow.Refusal as refusal:
        desk.message_user(request, str(refusal), messages.ERROR)
        return
    desk.message_user(request, _("The words stay, and your reason with them."), messages.SUCCESS)


def _reason_for(statement: Statement, words: str) -> str:
    """Return what a finding looks like, as the reason where no other is given."""
    found = (one for one in workflow.check(statement).findings if one.words == words)
    return next((str(HarmKind(one.kind).label) for one in found), "")
