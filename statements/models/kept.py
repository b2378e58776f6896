"""Words that might tell who somebody is, and that a person decided to leave in a text."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.choices import HarmKind
from statements.models.fields import known
from statements.models.statement import Statement


class KeptWords(models.Model):
    """What a check asked about, and why it stays; for staff only."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="kept_words")
    kind = models.CharField(_("kind"), max_length=8, choices=HarmKind)
    words = models.TextField(_("words"))
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("words kept")
        verbose_name_plural = _("words kept")
        ordering = ("-pk",)
        constraints = [known("kind", HarmKind)]

    def __str__(self) -> str:
        return self.words
