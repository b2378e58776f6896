"""That something was erased: who, when and why, and nothing of its words."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models.publishing import AppendOnly


class Erasure(AppendOnly):
    """A statement that is gone for a person's safety; its reference is never used again.

    `parts` are the references of its recommendations, `tags` the keys of the tags that were erased
    along, a space between.
    """

    ref = models.CharField(_("reference"), max_length=10, unique=True)
    parts = models.TextField(_("recommendations"), blank=True)
    tags = models.TextField(_("tags"), blank=True)
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.ref
