"""The page between a choice of recommendations and their new tags."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements import workflow
from statements.admin.forms.recommendation import TagNames
from statements.admin.noun import NounAdmin, officer
from statements.models import Tag

# As many as one page of the list holds.
SHOWN = 50


class TagsForm(forms.Form):
    tag_names = TagNames()

    def clean_tag_names(self) -> list[str]:
        names: list[str] = self.cleaned_data["tag_names"]
        if not names:
            raise forms.ValidationError(_("Name at least one tag."))
        return names


def page(
    desk: NounAdmin, request: HttpRequest, chosen: QuerySet[Any], *, adding: bool
) -> HttpResponse | None:
    """Ask for names and show what they change; then tag. Return None when it is done."""
    by, rows = officer(request), list(chosen)
    refused = [one for one in rows if not workflow.may_tag(one, by)]
    form = TagsForm(request.POST if "_tag" in request.POST else None)
    if form.is_valid() and not refused:
        names = form.cleaned_data["tag_names"]
        try:
            workflow.tag(rows, by=by, **{"add" if adding else "remove": names})
        except workflow.Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            desk.message_user(request, _done(rows, names, adding=adding), messages.SUCCESS)
            return None
    context = {
        **desk.admin_site.each_context(request),
        "title": _("Add tags") if adding else _("Remove tags"),
        "subtitle": None,
        "opts": desk.opts,
        "form": form,
        "rows": [(one, sorted(tag.name for tag in one.tags.all())) for one in rows[:SHOWN]],
        "count": len(rows),
        # Beyond one page of the list the choice is the list's own, not one field for each row.
        "across": request.POST.get("select_across") == "1",
        "refused": refused,
        "action": request.POST["action"],
        "checkbox": ACTION_CHECKBOX_NAME,
        "tag_names": _offered(rows, adding=adding),
        "media": desk.media + form.media,
    }
    return TemplateResponse(request, "admin/statements/tagging.html", context)


def _offered(rows: list[Any], *, adding: bool) -> list[str]:
    if adding:
        return list(Tag.objects.order_by("name").values_list("name", flat=True))
    return sorted({tag.name for one in rows for tag in one.tags.all()})


def _done(rows: list[Any], names: list[str], *, adding: bool) -> str:
    changed = ngettext("%d recommendation", "%d recommendations", len(rows)) % len(rows)
    message = _("Added to %(rows)s: %(tags)s.") if adding else _("Removed from %(rows)s: %(tags)s.")
    return message % {"rows": changed, "tags": ", ".join(names)}
