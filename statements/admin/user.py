"""The people of the desk: added, given roles, disabled; never deleted."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.admin.noun import NounAdmin
from statements.models import User

if TYPE_CHECKING:
    Accounts = UserAdmin[Any]
else:
    Accounts = UserAdmin


class PersonOfTheDeskAdmin(NounAdmin, Accounts):
    list_display = ("username", "first_name", "last_name", "roles", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    search_fields = ("username", "first_name", "last_name", "email")
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "new_password")}),
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
                    "usable_password",
                    "password1",
                    "password2",
                    "groups",
                ),
            },
        ),
    )
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

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "groups":
            options["widget"] = forms.CheckboxSelectMultiple()
            options["help_text"] = gettext_lazy("The roles; each says what its name says.")
        return super().formfield_for_manytomany(db_field, request, **options)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "is_active":
            options["label"] = gettext_lazy("May log in")
            options["help_text"] = gettext_lazy("Untick to shut a person out; their work stays.")
        return super().formfield_for_dbfield(db_field, request, **options)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.is_staff = True
        super().save_model(request, obj, form, change)

    def view_on_site(self, obj: Any) -> None:
        """The public sees nothing of the people of the desk."""
