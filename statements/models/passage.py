"""An exact span of a statement's text."""

from typing import Any

from django.db import models
from django.db.models import F, OuterRef, Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from statements.models.statement import Statement
from statements.text import passages


class PassageQuerySet(models.QuerySet[Any]):
    def unused(self) -> "PassageQuerySet":
        """Those that nothing is made of any more."""
        return self.filter(recommendation=None, led=None, citation=None, withheld=None)

    def lost(self) -> "PassageQuerySet":
        """Those whose words changed, of what is not left out, in the order of the text."""
        found = self.filter(orphaned=True).select_related("recommendation", "citation", "withheld")
        kept = Q(recommendation__left_out=False) | Q(citation__isnull=False)
        led = models.Exists(
            self.model.led.rel.related_model.objects.filter(lead_in=OuterRef("pk"), left_out=False)
        )
        return found.filter(kept | Q(withheld__isnull=False) | led).order_by("start", "end", "pk")


class Passage(models.Model):
    """W3C TextQuoteSelector and TextPositionSelector: the words, their surroundings, their place.

    An orphan keeps the words and place it last had: it is never moved silently.
    """

    # What changes in one that is placed anew.
    PLACED = ("exact", "prefix", "suffix", "start", "end", "orphaned")

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="passages")
    exact = models.TextField(_("exact words"))
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    orphaned = models.BooleanField(_("words changed"), default=False)

    objects = PassageQuerySet.as_manager()

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        ordering = ("start", "end", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(end=F("start") + Length("exact")), name="passage_spans_its_words"
            ),
            models.CheckConstraint(condition=~Q(exact=""), name="passage_has_words"),
        ]

    def __str__(self) -> str:
        return self.exact if len(self.exact) <= 80 else f"{self.exact[:79]}…"

    def selector(self) -> passages.Passage:
        return passages.Passage(self.exact, self.prefix, self.suffix, self.start, self.end)

    def place(self, found: passages.Passage) -> None:
        """Take the words and place of `found`; the caller saves."""
        self.exact, self.prefix, self.suffix = found.exact, found.prefix, found.suffix
        self.start, self.end, self.orphaned = found.start, found.end, False
