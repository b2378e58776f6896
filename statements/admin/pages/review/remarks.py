"""The thread of remarks on a statement: to read, to answer, to see to."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count, Max, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin import columns, wording
from statements.admin.forms.text import Lines
from statements.admin.noun import NounAdmin, officer
from statements.models import Remark, Statement, User
from statements.workflow import remarks

ACTIONS = {"resolve": remarks.resolve, "reopen": remarks.reopen}


class RemarkForm(forms.Form):
    text = Lines(
        label=gettext_lazy("Your remark"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 60, "dir": "auto"}),
        help_text=gettext_lazy("Only staff read it."),
        error_messages={"required": gettext_lazy("Write something, please.")},
    )


def page(desk: NounAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show the thread, add a remark, or say of one that it is seen to, or not after all."""
    statement: Statement = desk.noun(request, object_id, lambda _one, by: remarks.may_write(by))
    form = RemarkForm()
    if request.method == "POST":
        chosen = next((name for name in ACTIONS if name in request.POST), None)
        if chosen:
            return _changed(desk, request, statement, chosen)
        form = RemarkForm(request.POST)
        if form.is_valid():
            remarks.write(statement, by=officer(request), text=form.cleaned_data["text"])
            desk.message_user(request, _("Your remark is added."), messages.SUCCESS)
            return HttpResponseRedirect(request.path)
    context = {
        "form": form,
        "state": columns.state(statement),
        "thread": thread(statement, officer(request)),
    }
    return desk.page(
        request, "admin/statements/statement/remarks.html", _("Remarks"), context, about=statement
    )


def thread(statement: Statement, by: User) -> list[tuple[Remark, str, bool]]:
    """Return the remarks in order: each with its move, and whether the person may see to it."""
    held = Remark.objects.filter(statement=statement).select_related("by", "resolved_by")
    rows = []
    for remark in _readable(list(held), statement, by):
        remark.statement = statement
        made_with = str(columns.DONE.get(remark.verb, ""))
        rows.append((remark, made_with, remarks.may_resolve(remark, by)))
    return rows


def still_open(statement: Statement, by: User) -> list[Remark]:
    """Return the remarks that nobody has seen to, for the top of a statement's page."""
    found = Remark.objects.filter(statement=statement, resolved_at=None)
    return _readable(list(found.select_related("by").order_by("pk")), statement, by)


def _readable(found: list[Remark], statement: Statement, by: User) -> list[Remark]:
    """Take withheld words out of remarks, in memory, for who may not read them."""
    withheld = wording.hidden_from(statement, by)
    for remark in found:
        remark.text = withheld.line(remark.text)
    return found


def waiting_for(by: User, most: int) -> list[Any]:
    """Return the statements of a person, or on which they wrote, with open remarks of others."""
    theirs = ~Q(remarks__by=by) & Q(remarks__resolved_at=None)
    taking_part = Remark.objects.filter(by=by).values("statement")
    concerned = Statement.objects.filter(Q(created_by=by) | Q(pk__in=taking_part))
    # First those with any, of which there are few: not all that a person ever wrote.
    opened = Remark.objects.filter(~Q(by=by), resolved_at=None).values("statement")
    counted = concerned.filter(pk__in=opened).annotate(
        open_remarks=Count("remarks", filter=theirs), last_remark=Max("remarks__pk", filter=theirs)
    )
    rows = counted.filter(open_remarks__gt=0).defer("text").order_by("-last_remark")
    return list(rows[:most])


def _changed(
    desk: NounAdmin, request: HttpRequest, statement: Statement, chosen: str
) -> HttpResponse:
    held = Remark.objects.select_related("statement")
    remark = get_object_or_404(held, statement=statement, ref=request.POST[chosen])
    try:
        ACTIONS[chosen](remark, by=officer(request))
    except workflow.Refusal as refusal:
        desk.message_user(request, str(refusal), messages.ERROR)
    return HttpResponseRedirect(f"{request.path}#remark-{remark.ref}")
