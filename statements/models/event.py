"""Meetings, conferences, debates and world days where statements are made."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.choices import EventKind, Public
from statements.models.actor import Actor
from statements.models.fields import dated, known, precision_field
from statements.models.identity import Gathering
from statements.models.series import Series
from statements.models.vocabulary import Country, Theme


class Event(Gathering):
    kind = models.CharField(_("kind"), max_length=32, choices=EventKind)
    series = models.ForeignKey(
        Series,
        verbose_name=_("series"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
        help_text=_("Where it follows another event, such as the same conference of last year."),
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    starts_precision = precision_field(_("how exact"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    country = models.ForeignKey(
        Country,
        verbose_name=_("country of the place"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
    )
    host = models.ForeignKey(
        Actor,
        verbose_name=_("host or body"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="hosted_events",
    )
    participants = models.ManyToManyField(
        Actor, verbose_name=_("participants"), blank=True, related_name="events"
    )
    themes = models.ManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="events"
    )
    summary = models.TextField(_("summary"), blank=True, help_text=_("One or two plain sentences."))
    symbol = models.CharField(
        _("symbol"), max_length=60, blank=True, help_text=_("Of its record, such as S/PV.8111.")
    )
    source_url = models.URLField(_("source address"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ("-starts_on", "-pk")
        permissions = [
            ("publish_event", _("Can publish and withdraw events")),
            ("merge_event", _("Can make two events one")),
        ]
        constraints = [
            dated("starts"),
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="event_ends_after_it_starts",
                violation_error_message=_("The last day is before the first."),
            ),
            known("kind", EventKind),
            known("public", Public),
        ]
