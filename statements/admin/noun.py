"""What the admin of every noun shares: no deletion, no second log, no save that wins in silence."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin import columns
from statements.admin.forms.text import Lines
from statements.admin.forms.versioned import VersionedForm
from statements.admin.pages import addresses
from statements.admin.together import here, presence, saving
from statements.models import Merged, Transition, User
from statements.workflow.history import log

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
    TabularInline = admin.TabularInline[Any, Any]
else:
    ModelAdmin = admin.ModelAdmin
    StackedInline = admin.StackedInline
    TabularInline = admin.TabularInline


# A message, its level, and what else it is told with.
Said = tuple[Any, int | str, dict[str, Any]]


def officer(request: HttpRequest) -> User:
    """Return the person who asks; the desk is behind a login."""
    return cast(User, request.user)


class PlainRelations:
    """Relations are chosen and added here; they are changed and viewed on their own pages."""

    # By relation, what to do about one that is not there and may not be added by who asks.
    unlisted: Mapping[str, Any] = {}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **options)  # type: ignore[misc]
        widget = getattr(field, "widget", None)
        for link in ("can_change_related", "can_delete_related", "can_view_related"):
            if hasattr(widget, link):
                setattr(widget, link, False)
        if field is not None and not getattr(widget, "can_add_related", True):
            help_text = f"{field.help_text} {self.unlisted.get(db_field.name, '')}"
            field.help_text = help_text.strip()
        return field


class NounAdmin(PlainRelations, ModelAdmin):
    """Stock admin, in which what the workflow wrote down is the only history."""

    formfield_overrides = {
        models.TextField: {"form_class": Lines},
        models.URLField: {"assume_scheme": "https"},
        models.SlugField: {
            "error_messages": {
                "invalid": gettext_lazy("Only letters of English, digits, “-” and “_”, no spaces.")
            }
        },
    }
    object_history_template = "admin/statements/history.html"

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return None

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return None

    def construct_change_message(self, *arguments: Any, **options: Any) -> Any:
        return []

    def view_on_site(self, obj: Any) -> str | None:
        return addresses.public(log.kind_of(obj), getattr(obj, "ref", ""))

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        return self.view_on_site(obj) if obj is not None else None

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        # "Select statement to change" is for those who know the software.
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        noun = self.noun(request, object_id)
        context = {
            "subtitle": str(noun),
            "object": noun,
            "moves": [(move, columns.done(move)) for move in moves_of(noun)[:200]],
        }
        return self.page(request, self.object_history_template or "", _("History"), context)

    def noun(
        self, request: HttpRequest, object_id: str, may: Callable[[Any, User], bool] | None = None
    ) -> Any:
        """Return the noun of an address, for who may see it, or `may` do what is asked for.

        Raises PermissionDenied, of what is not there too.
        """
        may = may or (lambda noun, _by: self.has_view_or_change_permission(request, noun))
        noun = self.get_object(request, unquote(object_id))
        if noun is None or not may(noun, officer(request)):
            raise PermissionDenied
        return noun

    def page(
        self,
        request: HttpRequest,
        template: str,
        title: str | Promise,
        context: Mapping[str, Any],
        *,
        about: Any = None,
    ) -> TemplateResponse:
        """Return a page of the desk that is no form of the admin's own; `about` a noun, or not."""
        of_noun = {"original": about, "back": change_address(about)} if about is not None else {}
        every = {"title": title, "subtitle": None, "opts": self.opts, **of_noun, **context}
        return TemplateResponse(
            request, template, {**self.admin_site.each_context(request), **every}
        )


def moves_of(noun: Any) -> Any:
    """Return the moves of a noun, newest first, with the people who made them."""
    refs = Merged.objects.refs_of(log.kind_of(noun), getattr(noun, "ref", ""))
    moves = Transition.objects.filter(kind=log.kind_of(noun), ref__in=refs)
    return moves.select_related("by")


class VersionedAdmin(NounAdmin):
    """A noun that the workflow saves: the fields and all inlines are one version."""

    form = VersionedForm

    class Media:
        css: ClassVar = {"all": ["statements/admin/together.css"]}
        js = (
            "statements/admin/unsaved.js",
            "statements/admin/choices.js",
            "statements/admin/here.js",
            "statements/admin/keeping.js",
        )

    def get_urls(self) -> Any:
        name = f"statements_{self.opts.model_name}_here"
        view = self.admin_site.admin_view(self.here_view)
        return [path("<path:object_id>/here/", view, name=name), *super().get_urls()]

    def here_view(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        return here.page(self, request, object_id)

    def write(self, request: HttpRequest, form: VersionedForm, *, change: bool) -> None:
        """Save the noun of a form through the workflow, before its relations are saved."""
        raise NotImplementedError

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        """Show what the workflow refuses on the form itself, with all that was typed."""
        saving.prepare(self, request, object_id)
        said: list[Said] = []
        request.said = said  # type: ignore[attr-defined]
        try:
            answer = super().changeform_view(request, object_id, form_url, extra_context)
        except workflow.Refusal as refusal:
            # What the attempt said of itself was undone with it.
            said.clear()
            request.refused = str(refusal)  # type: ignore[attr-defined]
            answer = super().changeform_view(request, object_id, form_url, extra_context)
        request.said = None  # type: ignore[attr-defined]
        for message, level, options in said:
            super().message_user(request, message, level, **options)
        return answer

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **options)
        form.refused = getattr(request, "refused", "")
        form.held = getattr(request, "held", "")
        if obj is not None:
            form.address = change_address(obj)
        return form

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        context |= saving.shown(self, request, context, obj)
        context |= here.shown(self, request, obj, add=add)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def formsets_of(self, request: HttpRequest, noun: Any) -> list[Any]:
        """Return the rows of a noun's form, filled in where the request sent them."""
        formsets, _inlines = self._create_formsets(request, noun, change=True)  # type: ignore[attr-defined]
        return list(formsets)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Leave it to `save_related`, which also knows whether an inline was changed."""

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Iterable[Any], change: bool
    ) -> None:
        formsets = list(formsets)
        if change and not self.is_edited(form, formsets):
            request.is_unchanged = True  # type: ignore[attr-defined]
            return
        self.write(request, form, change=change)
        super().save_related(request, form, formsets, change)

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> Any:
        presence.leave(obj, officer(request))
        return super().response_post_save_change(request, obj)

    def mark_changed(self, request: HttpRequest) -> None:
        request.is_unchanged = False  # type: ignore[attr-defined]

    def message_user(  # type: ignore[override]
        self, request: HttpRequest, message: Any, level: int | str = messages.INFO, **options: Any
    ) -> None:
        """Say that nothing was changed where Django would say that it was.

        What a save says waits for its end: it may be refused yet, and then nothing came of it.
        """
        if level == messages.SUCCESS and getattr(request, "is_unchanged", False):
            message, level = _("Nothing was changed."), messages.INFO
        said: list[Said] | None = getattr(request, "said", None)
        if said is None:
            super().message_user(request, message, level, **options)
        else:
            said.append((message, level, options))

    def is_edited(self, form: Any, formsets: list[Any]) -> bool:
        return bool(form.has_changed()) or any(formset.has_changed() for formset in formsets)


def key(sent: str) -> int:
    """Return the key of a row as it was sent; 0, which no row has, for anything else."""
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 12 else 0


def change_address(noun: Any) -> str:
    """Return the address of a noun's form on the desk."""
    return reverse(f"admin:statements_{log.kind_of(noun)}_change", args=[noun.pk])
