"""An account as somebody changes it: what another saved meanwhile is told, never written over."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib.auth.forms import UserChangeForm
from django.http import QueryDict
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from statements.models import User

if TYPE_CHECKING:
    ChangeForm = UserChangeForm[User]
else:
    ChangeForm = UserChangeForm

FIELDS = ("username", "first_name", "last_name", "email", "is_active", "is_staff", "is_superuser")
MANY = ("groups", "user_permissions")


class Opened(forms.CharField):
    """Hidden; says what the account was when the form was opened: never a change itself."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class AccountForm(ChangeForm):
    """Accounts are Django's own and have no version: what they hold stands for it."""

    opened = Opened(required=False)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        # As the database has it: the form writes what was typed into its instance.
        self.initial["opened"] = state_of(User.objects.get(pk=self.instance.pk))

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        # Held until it is saved: of two at once the second sees what the first saved.
        held = User.objects.select_for_update().get(pk=self.instance.pk)
        if self.cleaned_data.get("opened") != state_of(held):
            self._tell(held)
        return cleaned

    def _tell(self, held: User) -> None:
        typed = cast(QueryDict, self.data).copy()
        typed[self.add_prefix("opened")] = state_of(held)
        self.data = typed
        self.add_error(
            None,
            _(
                "Somebody else changed this account since you opened it. It has now: %(present)s. "
                "What you typed stands below and is not saved: look, then save again."
            )
            % {"present": "; ".join(self._present(held))},
        )

    def _present(self, held: User) -> list[str]:
        """Say what the account has now where the form has something else."""
        told = []
        for name, field in self.fields.items():
            if name not in (*FIELDS, *MANY):
                continue
            value = getattr(held, name)
            present = list(value.all()) if name in MANY else value
            typed = self.cleaned_data.get(name)
            if present != (list(typed) if name in MANY and typed is not None else typed):
                told.append(f"{field.label}: {said(present)}")
        return told or [_("what you typed")]


def state_of(account: User) -> str:
    """Return what tells a changed account from one that was not; nothing can be read off it."""
    held = [getattr(account, name) for name in FIELDS]
    held += [sorted(getattr(account, name).values_list("pk", flat=True)) for name in MANY]
    return salted_hmac("statements.admin.account", repr(held), algorithm="sha256").hexdigest()


def said(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(str(one) for one in value) or "–"
    return str(value) or "–"
