"""What staff say to each other about a statement."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models.fields import RefField
from statements.models.statement import Statement


class Remark(models.Model):
    """One remark in the thread of a statement: open until somebody has seen to it; never public.

    `verb` is the move it was made with, if any.
    """

    ref = RefField()
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="remarks")
    version = models.PositiveIntegerField(_("version"))
    verb = models.CharField(_("made with"), max_length=16, blank=True)
    text = models.TextField(_("remark"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    resolved_at = models.DateTimeField(_("resolved"), null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("resolved by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        default_permissions = ()
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(resolved_at__isnull=True, resolved_by__isnull=True)
                | models.Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="a_remark_is_resolved_by_somebody",
            )
        ]
        indexes = [
            models.Index(
                fields=["statement"],
                condition=models.Q(resolved_at__isnull=True),
                name="open_remarks",
            )
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    @property
    def is_open(self) -> bool:
        return self.resolved_at is None
