"""A bulk change of recommendations: what was done at once, and what waits for a publisher."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.choices import BatchState
from statements.models.fields import known
from statements.models.identity import Versioned
from statements.models.recommendation import Recommendation


class Batch(Versioned):
    """Tags and drafts were changed at once; what the public reads waits for a publisher.

    `told` says, as JSON, what was changed and what was left out, as it was shown before.
    """

    state = models.CharField(
        _("where it stands"),
        max_length=9,
        choices=BatchState,
        default=BatchState.DONE,
        editable=False,
    )
    told = models.TextField(_("what it changes"), editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("bulk change")
        verbose_name_plural = _("bulk changes")
        ordering = ("-pk",)
        constraints = [known("state", BatchState)]

    def __str__(self) -> str:
        return str(_("Change of many")) + f" {self.ref}"


class BatchRow(models.Model):
    """What a batch changes in how one recommendation is classified, as JSON.

    `version` is that of its statement: once changed, or, where it waits, as it was seen.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="batch_rows"
    )
    version = models.PositiveIntegerField()
    waits = models.BooleanField(default=False)
    change = models.TextField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint("batch", "recommendation", name="one_row_per_recommendation")
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}: {self.recommendation_id}"
