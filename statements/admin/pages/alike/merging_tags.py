"""The page on which a tag is merged into another that means the same."""

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin.noun import NounAdmin, change_address, officer
from statements.models import Tag
from statements.workflow.tags import tag_merging, tag_names

# More tags than this are found by typing their names in full.
OFFERED = 500


class IntoForm(forms.Form):
    into = forms.CharField(
        label=gettext_lazy("Merge it into"),
        max_length=100,
        help_text=gettext_lazy("The tag that stays."),
        error_messages={"required": gettext_lazy("Name the tag that stays.")},
        widget=forms.TextInput(attrs={"list": "tag-names", "class": "vTextField"}),
    )

    def clean_into(self) -> Tag:
        found = tag_names.found([self.cleaned_data["into"]])
        if not found:
            raise forms.ValidationError(_("There is no tag of this name."))
        return found[0]


def page(desk: NounAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Ask which tag stays, show what merging changes, and merge; 403 without the right."""
    gone: Tag | None = desk.get_object(request, unquote(object_id))
    by = officer(request)
    if not tag_merging.may_merge(by):
        raise PermissionDenied
    if gone is None:
        raise Http404
    given = request.POST if request.method == "POST" else request.GET
    form = IntoForm(given if "into" in given or request.method == "POST" else None)
    told, into = None, None
    if form.is_valid():
        into = form.cleaned_data["into"]
        try:
            told = tag_merging.preview(gone, into)
            if "_merge" in request.POST:
                tag_merging.merge(gone, into=into, by=by)
                message = _("“%(gone)s” is merged into “%(into)s”. Its address leads there.")
                said = message % {"gone": gone, "into": into}
                desk.message_user(request, said, messages.SUCCESS)
                return HttpResponseRedirect(change_address(into))
        except workflow.Refusal as refusal:
            form.add_error(None, str(refusal))
            told = None
    counted = tag_names.counted()
    context = {
        "form": form,
        "into": into,
        "told": told,
        "counted": [tag for tag in counted if tag.name != gone.name][:OFFERED],
        "alike": tag_names.alike(gone.name, counted),
        "media": desk.media,
    }
    return desk.page(
        request, "admin/statements/tag/merge.html", _("Merge a tag"), context, about=gone
    )
