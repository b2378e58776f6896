"""Words of a text that the public never reads, to protect a person."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models.passage import Passage
from statements.models.statement import Statement


class WithheldPassage(models.Model):
    """A passage that is replaced in all that the public reads, and why; for staff only."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="withheld")
    passage = models.OneToOneField(Passage, on_delete=models.CASCADE, related_name="withheld")
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("withheld passage")
        verbose_name_plural = _("withheld passages")
        ordering = ("passage__start", "pk")

    def __str__(self) -> str:
        return str(self.passage)
