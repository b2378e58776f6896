"""The log-in with user name and password."""

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError

from statements.admin.entry import lockout


class LogIn(AdminAuthenticationForm):
    """Name and password; says how long to wait after too many wrong ones."""

    def get_invalid_login_error(self) -> ValidationError:
        if self.request is not None and lockout.is_locked(self.request):
            minutes = lockout.minutes_left(self.request, self.cleaned_data["username"])
            return ValidationError(lockout.sentence(minutes), code="locked")
        return super().get_invalid_login_error()
