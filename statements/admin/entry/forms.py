"""What is asked at the door: name and password, then a code."""

from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import codes
from statements.admin.entry import lockout


class CodeField(forms.CharField):
    """A code, which telephones offer to fill in."""

    def __init__(self, **options: Any) -> None:
        attributes = {"autocomplete": "one-time-code", "spellcheck": "false"}
        widget = forms.TextInput(attrs=attributes | options.pop("attrs", {}))
        super().__init__(max_length=32, widget=widget, **options)


class LogIn(AdminAuthenticationForm):
    """Name and password; says how long to wait after too many wrong ones."""

    def get_invalid_login_error(self) -> ValidationError:
        if self.request is not None and lockout.is_locked(self.request):
            minutes = lockout.minutes_left(self.request, self.cleaned_data["username"])
            return ValidationError(lockout.sentence(minutes), code="locked")
        return super().get_invalid_login_error()


class LogInAgain(LogIn):
    """All at once, for who was logged out while typing."""

    code = CodeField(label=gettext_lazy("Code, if you use codes"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        person: Any = self.get_user()
        if person is None or codes.is_enough(person):
            return cleaned
        if not codes.has(person):
            raise ValidationError(
                _("You must set up codes first: log in to the desk in another window.")
            )
        if not cleaned.get("code"):
            raise ValidationError(_("Give the code of your telephone, or a recovery code, too."))
        # django-otp remembers it for the session that begins.
        person.otp_device = codes.match(person, cleaned["code"])
        return cleaned


class Code(forms.Form):
    """A code of a person's telephone, or a recovery code."""

    code = CodeField(
        label=gettext_lazy("Code"),
        help_text=gettext_lazy(
            "The six digits that your telephone shows now. Without the telephone: one of your "
            "recovery codes."
        ),
        attrs={"autofocus": True},
    )

    def __init__(self, *arguments: Any, person: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.person = person
        self.device: Any = None

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        self.device = codes.match(self.person, typed)
        return typed


class FirstCode(forms.Form):
    """The first code of a telephone, which shows that it has the secret."""

    code = CodeField(
        label=gettext_lazy("Code"),
        help_text=gettext_lazy("The six digits that the app shows now."),
        attrs={"inputmode": "numeric"},
    )

    def __init__(self, *arguments: Any, person: Any, secret: str, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.person, self.secret = person, secret
        self.device: Any = None

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        self.device = codes.telephone(self.person, self.secret, typed)
        return typed
