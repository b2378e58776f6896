"""Who came in, what became of accounts, what was taken away: written once, never changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models.publishing import AppendOnly


class Deed(models.TextChoices):
    LOGGED_IN = "logged_in", _("Logged in")
    CODE_GIVEN = "code_given", _("Gave a right code")
    LOGGED_OUT = "logged_out", _("Logged out")
    WRONG_PASSWORD = "wrong_password", _("Wrong password")
    WRONG_CODE = "wrong_code", _("Wrong code")
    LOCKED = "locked", _("Locked out for a while")
    PASSWORD_CHANGED = "password_changed", _("Password changed")
    RESET_ASKED = "reset_asked", _("New password asked for by e-mail")
    CODES_SET_UP = "codes_set_up", _("Codes set up")
    CODES_REMOVED = "codes_removed", _("Codes removed")
    SESSIONS_ENDED = "sessions_ended", _("Logged out everywhere else")
    ACCOUNT_ADDED = "account_added", _("Account added")
    ROLES_CHANGED = "roles_changed", _("Roles changed")
    ACCOUNT_CHANGED = "account_changed", _("Account changed")
    EXPORTED = "exported", _("List downloaded")


class AuditEvent(AppendOnly):
    """One thing that happened to an account, or that somebody took away with it.

    `person` is whose account it is, none where a name was typed that nobody has; such a name is
    not kept, since people type passwords there by mistake. `by` is who did it, none where nobody
    was logged in or where it was done from the command line.
    """

    deed = models.CharField(_("what"), max_length=20, choices=Deed)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("whose account"),
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
    )
    details = models.TextField(_("details"), blank=True)
    address = models.GenericIPAddressField(_("address"), null=True)
    device = models.CharField(_("device"), max_length=80, blank=True)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("audit event")
        verbose_name_plural = _("audit")
        ordering = ("-at", "-pk")
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_at"),
            models.Index(fields=["person", "-at", "-id"], name="audit_person"),
        ]

    def __str__(self) -> str:
        return str(self.get_deed_display())
