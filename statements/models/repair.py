"""What was done about a fault that the text brought along: put right, left alone, undone."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.choices import RepairDecision, RepairKind
from statements.models.fields import known
from statements.models.statement import Statement
from statements.text.repairs import Change, Replacement


class RepairQuerySet(models.QuerySet[Any]):
    def accepted(self) -> "RepairQuerySet":
        return self.filter(decision=RepairDecision.ACCEPTED)

    def standing(self) -> "RepairQuerySet":
        """Those whose characters nobody edited since: they can be undone."""
        return self.filter(lost=False)


class Repair(models.Model):
    """Replacements that were decided on together; their places are those of the text as it is.

    What was accepted is in the text, and else it is not. `lost` are those that were accepted and
    whose characters somebody edited since.
    """

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="repairs")
    kind = models.CharField(_("kind"), max_length=8, choices=RepairKind)
    decision = models.CharField(_("decision"), max_length=8, choices=RepairDecision)
    replacements = models.TextField(_("replacements"))
    lost = models.BooleanField(_("edited since"), default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now=True)

    objects = RepairQuerySet.as_manager()

    class Meta:
        verbose_name = _("repair")
        verbose_name_plural = _("repairs")
        ordering = ("pk",)
        constraints = [known("kind", RepairKind), known("decision", RepairDecision)]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_decision_display()}"

    def is_in_text(self) -> bool:
        return self.decision == RepairDecision.ACCEPTED

    def change(self) -> Change:
        """Return what it replaces, each at the place of the text as it is."""
        return Change.of(Replacement(*each) for each in json.loads(self.replacements))

    def span(self) -> tuple[int, int]:
        """Return from where to where the text holds what was decided about."""
        first, last = (each(self.change().replacements) for each in (min, max))
        return first.start, last.start + len(last.after if self.is_in_text() else last.before)

    def backwards(self) -> tuple[Replacement, ...]:
        """Return what undoes it, as replacements of the text that holds it."""
        return tuple(
            Replacement(at, after, before) for at, before, after in self.change().replacements
        )

    def place(self, replacements: tuple[Replacement, ...]) -> None:
        """Take the replacements; the caller saves."""
        self.replacements = json.dumps(replacements, ensure_ascii=False)
