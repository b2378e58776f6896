"""Treaties, resolutions, laws and plans, and the words of statements that cite them."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.choices import InstrumentKind
from statements.models.fields import dated, known, precision_field
from statements.models.identity import Addressed
from statements.models.languages import NamedInLanguages
from statements.models.passage import Passage
from statements.models.statement import Statement
from statements.models.vocabulary import Alias


class Instrument(NamedInLanguages, Addressed):
    kind = models.CharField(_("kind"), max_length=16, choices=InstrumentKind)
    name = models.CharField(_("name"), max_length=255)
    symbol = models.CharField(
        _("symbol"), max_length=60, blank=True, help_text=_("Such as A/RES/64/293 or CETS 197.")
    )
    adopted_on = models.DateField(_("adopted"), null=True, blank=True)
    adopted_precision = precision_field(_("how exact"))
    source_url = models.URLField(_("address of the text"), max_length=500, blank=True)
    note = models.TextField(_("note"), blank=True, help_text=_("For the desk; never published."))
    source = models.CharField(_("source"), max_length=255, blank=True)
    show = models.BooleanField(
        _("show"), default=False, help_text=_("Public even while no published statement cites it.")
    )

    class Meta:
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")
        ordering = ("name", "pk")
        constraints = [
            known("kind", InstrumentKind),
            dated("adopted"),
            models.UniqueConstraint(
                "symbol", condition=~models.Q(symbol=""), name="one_instrument_per_symbol"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.symbol})" if self.symbol else self.name


class InstrumentAlias(Alias):
    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="aliases")
    on_desk = models.BooleanField(
        _("only on the desk"),
        default=False,
        help_text=_("Staff find the instrument by it; the public never reads it."),
    )

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ("name", "pk")
        constraints = [models.UniqueConstraint("instrument", "name", name="one_instrument_alias")]


class CitationQuerySet(models.QuerySet[Any]):
    def unresolved(self) -> "CitationQuerySet":
        return self.filter(instrument=None)


class Citation(models.Model):
    """Words of a statement that cite an instrument; a mention until somebody says which."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="citations")
    passage = models.OneToOneField(
        Passage, verbose_name=_("passage"), on_delete=models.RESTRICT, related_name="citation"
    )
    instrument = models.ForeignKey(
        Instrument,
        verbose_name=_("instrument"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="citations",
        help_text=_("Left empty where it is not known: an editor finds it on a list of its own."),
    )

    objects = CitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ("passage__start", "passage__end", "pk")

    def __str__(self) -> str:
        return str(self.passage)
