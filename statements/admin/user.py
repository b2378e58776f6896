"""The people of the desk: added, given roles, disabled; never deleted."""

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import codes
from statements.admin.entry import audit, sessions
from statements.admin.forms.account import AccountForm
from statements.admin.noun import NounAdmin
from statements.models import User
from statements.models.audit import Deed

if TYPE_CHECKING:
    Accounts = UserAdmin[Any]
    GroupsField = forms.ModelMultipleChoiceField[Group]
else:
    Accounts = UserAdmin
    GroupsField = forms.ModelMultipleChoiceField

ROLES = {
    "contributor": gettext_lazy("Contributor: enters statements and mends drafts of their own"),
    "campaigner": gettext_lazy("Campaigner: tags recommendations and keeps campaigns"),
    "editor": gettext_lazy(
        "Editor: changes and withdraws everybody's statements, keeps actors and events"
    ),
    "publisher": gettext_lazy("Publisher: an editor who also approves, publishes and brings back"),
    "administrator": gettext_lazy("Administrator: keeps vocabularies and the people of the desk"),
}


class Roles(GroupsField):
    """Groups, each with what it lets a person do."""

    def label_from_instance(self, obj: Group) -> str:
        return str(ROLES.get(obj.name, obj.name))


class PersonOfTheDeskAdmin(NounAdmin, Accounts):
    list_display = ("username", "first_name", "last_name", "roles", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    actions = ("end_sessions", "remove_codes")
    search_fields = ("username", "first_name", "last_name", "email")
    filter_horizontal = ()
    form = AccountForm
    fieldsets = (
        (None, {"fields": ("username", "new_password", "opened")}),
        (gettext_lazy("Who it is"), {"fields": (("first_name", "last_name"), "email")}),
        (gettext_lazy("What they may do"), {"fields": ("is_active", "groups")}),
        (gettext_lazy("When"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": (
                    "username",
                    ("first_name", "last_name"),
                    "email",
                    "password1",
                    "password2",
                    "groups",
                ),
            },
        ),
    )
    # Everybody logs in with a password here.
    add_form = UserCreationForm
    add_form_template = None
    superuser_fields = ("is_staff", "is_superuser", "user_permissions")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=gettext_lazy("password"))
    def new_password(self, person: User) -> str:
        address = reverse("admin:auth_user_password_change", args=[person.pk])
        return format_html('<a href="{}">{}</a>', address, _("Set a new one"))

    @admin.display(description=gettext_lazy("roles"))
    def roles(self, person: User) -> str:
        return ", ".join(sorted(group.name for group in person.groups.all()))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        # Whoever could set a superuser's password would be one.
        return allowed and (obj is None or request.user.is_superuser or not obj.is_superuser)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not request.user.is_superuser:
            return fieldsets
        return [*fieldsets, (gettext_lazy("Superuser"), {"fields": self.superuser_fields})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        seen = ("last_login", "date_joined", "new_password")
        # Nobody gives a role to themselves, or shuts themselves out.
        is_own = obj is not None and obj.pk == request.user.pk
        return (*seen, "groups", "is_active") if is_own else seen

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change=change, **options)
        if "groups" in form.base_fields:
            # Without a role the desk shows nothing; superusers see everything.
            form.base_fields["groups"].required = not (obj and obj.is_superuser)
        return form

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "groups":
            options |= {"form_class": Roles, "label": gettext_lazy("Roles"), "help_text": ""}
            options["queryset"] = Group.objects.order_by("pk")
            options["widget"] = forms.CheckboxSelectMultiple()
            options["error_messages"] = {"required": gettext_lazy("Tick at least one role.")}
        return super().formfield_for_manytomany(db_field, request, **options)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "is_active":
            options["label"] = gettext_lazy("May log in")
            options["help_text"] = gettext_lazy("Untick to shut a person out; their work stays.")
        elif db_field.name == "username":
            options["help_text"] = gettext_lazy(
                "What the person types to log in: letters, digits and @ . + - _"
            )
        return super().formfield_for_dbfield(db_field, request, **options)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.is_staff = True
        super().save_model(request, obj, form, change)
        if not obj.is_active:
            # Nor may they come back to one when they are let in again.
            sessions.end(obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        before = self.roles(form.instance)
        super().save_related(request, form, formsets, change)
        self._note(request, form, before, change)

    def _note(self, request: HttpRequest, form: Any, before: str, change: bool) -> None:
        """Write down what became of an account, with its roles and fields before and after."""
        person = form.instance
        after = ", ".join(sorted(person.groups.values_list("name", flat=True)))
        if not change:
            audit.note(request, Deed.ACCOUNT_ADDED, person=person, details=after)
        elif before != after:
            details = f"{before or '–'} → {after or '–'}"
            audit.note(request, Deed.ROLES_CHANGED, person=person, details=details)
        changed = [name for name in form.changed_data if name != "groups"]
        if change and changed:
            audit.note(request, Deed.ACCOUNT_CHANGED, person=person, details=_told(form, changed))

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> Any:
        answer = super().user_change_password(request, id, form_url)
        if answer.status_code == HTTPStatus.FOUND:
            person = User.objects.get(pk=unquote(id))
            audit.note(request, Deed.PASSWORD_CHANGED, person=person)
        return answer

    @admin.action(description=gettext_lazy("Log out everywhere"), permissions=["change"])
    def end_sessions(self, request: HttpRequest, chosen: Any) -> None:
        people = [one for one in chosen if self.has_change_permission(request, one)]
        for person in people:
            sessions.end(person)
            audit.note(request, Deed.SESSIONS_ENDED, person=person)
        names = ", ".join(person.username for person in people)
        messages.success(request, _("Logged out everywhere: %(names)s") % {"names": names})

    @admin.action(
        description=gettext_lazy("Remove codes of a lost telephone"), permissions=["change"]
    )
    def remove_codes(self, request: HttpRequest, chosen: Any) -> None:
        people = [one for one in chosen if self.has_change_permission(request, one)]
        for person in people:
            codes.remove(person)
            sessions.end(person)
            audit.note(request, Deed.CODES_REMOVED, person=person)
        names = ", ".join(person.username for person in people)
        messages.success(request, _("Without codes now: %(names)s") % {"names": names})

    def view_on_site(self, obj: Any) -> None:
        """The public sees nothing of the people of the desk."""


def _told(form: Any, names: list[str]) -> str:
    """Say which fields of an account were changed, and to what where that is yes or no."""
    told = []
    for name in names:
        value, label = form.cleaned_data.get(name), str(form.fields[name].label)
        told.append(
            f"{label}: {_('yes') if value else _('no')}" if isinstance(value, bool) else label
        )
    return ", ".join(told)
