"""What was read from the text of a draft, until a person says whether it is right."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from statements.choices import ProposalDecision, ProposedField
from statements.models.fields import known
from statements.models.instrument import Citation
from statements.models.recommendation import Recommendation
from statements.models.statement import Statement
from statements.models.voice import Voice


class ProposalQuerySet(models.QuerySet[Any]):
    def undecided(self) -> "ProposalQuerySet":
        """Those that wait; nothing is left to decide where the row that is meant is gone."""
        return self.filter(_stands(), decision=ProposalDecision.OPEN)


class Proposal(models.Model):
    """A value that stands in a draft already, why, and what a person decided about it.

    `row` says which row of a relation is meant: the reference of a recommendation or voice, the
    key of a citation, the code of a country or theme. `words` stood in the text at `start`. What
    the desk does not know yet, such as an event, waits in `value` as JSON.
    """

    # What fits into the columns; longer words are cut.
    LONGEST = 255

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="proposals")
    field = models.CharField(_("what"), max_length=16, choices=ProposedField)
    row = models.CharField(max_length=80, blank=True)
    why = models.CharField(_("why"), max_length=LONGEST)
    words = models.CharField(_("words"), max_length=LONGEST, blank=True)
    start = models.PositiveIntegerField(null=True)
    value = models.TextField(_("value"), blank=True)
    decision = models.CharField(
        _("decision"), max_length=8, choices=ProposalDecision, default=ProposalDecision.OPEN
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField(_("at"), null=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ("pk",)
        constraints = [known("field", ProposedField), known("decision", ProposalDecision)]

    def __str__(self) -> str:
        return f"{self.get_field_display()}: {self.words}"


def _stands() -> Q:
    """Tell whether the row of a relation that a proposal is about is still in its statement."""
    here = {"statement": OuterRef("statement")}
    ref = here | {"ref": OuterRef("row")}
    keyed = Citation.objects.annotate(key=Cast("pk", models.CharField()))
    rows = {
        ProposedField.VOICE: Voice.objects.filter(**ref),
        ProposedField.RECOMMENDATION: Recommendation.objects.filter(**ref),
        ProposedField.CITATION: keyed.filter(key=OuterRef("row"), **here),
        ProposedField.THEME: Statement.themes.through._default_manager.filter(
            theme__code=OuterRef("row"), **here
        ),
        ProposedField.GROUP: Statement.groups.through._default_manager.filter(
            affectedgroup__code=OuterRef("row"), **here
        ),
        ProposedField.FORM: Statement.forms.through._default_manager.filter(
            exploitationform__code=OuterRef("row"), **here
        ),
        ProposedField.COUNTRY: Statement.countries.through._default_manager.filter(
            country__iso2=OuterRef("row"), **here
        ),
    }
    stands = ~Q(field__in=rows)
    for what, held in rows.items():
        stands |= Q(Exists(held), field=what)
    return stands
