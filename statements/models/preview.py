"""Links by which somebody without a log-in reads what is not public yet."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models.fields import RefField
from statements.models.statement import Statement


class PreviewLink(models.Model):
    """A link to the preview of one statement, until it ends or somebody ends it."""

    ref = RefField()
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="preview_links")
    for_whom = models.CharField(
        _("for whom"),
        max_length=120,
        help_text=_("Such as “the office of the speaker”. Only staff read it."),
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(_("made"))
    until = models.DateTimeField(_("until"))
    revoked_at = models.DateTimeField(_("revoked"), null=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("revoked by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        default_permissions = ()
        ordering = ("-made_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | models.Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="a_link_is_revoked_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return self.for_whom
