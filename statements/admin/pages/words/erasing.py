"""The page on which an administrator erases a statement: what goes, why, and a typed word."""

from collections.abc import Collection
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin import columns
from statements.admin.forms.text import Lines
from statements.admin.noun import NounAdmin, officer
from statements.models import Statement, Tag
from statements.workflow.withheld import erasing


class EraseForm(forms.Form):
    reason = Lines(
        label=gettext_lazy("Why"),
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
        help_text=gettext_lazy("It stays for good: give no name and no word of the text."),
    )
    tags = forms.ModelMultipleChoiceField(
        Tag.objects.none(),
        required=False,
        label=gettext_lazy("Tags to erase too"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "They stand on this statement alone, and words of theirs stand in it. Tick those that "
            "name somebody."
        ),
    )
    confirmed = forms.CharField(
        label=gettext_lazy("Reference, typed"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "dir": "ltr"}),
    )

    def __init__(self, data: Any, tags: Collection[Tag]) -> None:
        super().__init__(data)
        field: Any = self.fields["tags"]
        field.queryset = Tag.objects.filter(pk__in=[tag.pk for tag in tags])
        if not tags:
            del self.fields["tags"]


def url(desk: NounAdmin) -> URLPattern:
    view = desk.admin_site.admin_view(partial(page, desk))
    return path("<path:object_id>/erase/", view, name="statements_statement_erase")


def page(desk: NounAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Say what will go, ask for a reason and for the reference, then erase; else 403."""
    statement: Statement = desk.noun(request, object_id, lambda _one, by: workflow.may_erase(by))
    going = erasing.going(statement)
    form = EraseForm(request.POST or None, going.tags)
    if request.method == "POST" and form.is_valid():
        try:
            workflow.erase(statement, by=officer(request), **form.cleaned_data)
        except workflow.Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            message = _(
                "The statement is erased. Now ask whoever keeps the server to run "
                "“scrub_database”, and to delete older backups."
            )
            desk.message_user(request, message, messages.WARNING)
            return HttpResponseRedirect(reverse("admin:statements_statement_changelist"))
    context = {
        "state": columns.state(statement),
        "form": form,
        "going": going,
    }
    return desk.page(
        request, "admin/statements/statement/erase.html", _("Erase"), context, about=statement
    )
