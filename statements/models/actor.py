"""Those who speak and those who are addressed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.choices import ActorKind
from statements.models.fields import known
from statements.models.identity import Addressed, Versioned
from statements.models.languages import NamedInLanguages
from statements.models.vocabulary import Alias, Country


class Actor(NamedInLanguages, Addressed):
    kind = models.CharField(_("kind"), max_length=32, choices=ActorKind)
    name = models.CharField(_("name"), max_length=255)
    short_name = models.CharField(_("short name"), max_length=80, blank=True)
    country = models.ForeignKey(
        Country,
        verbose_name=_("country"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="actors",
        help_text=_("The State itself, or the country an authority belongs to."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
    )
    note = models.TextField(_("note"), blank=True, help_text=_("For the desk; never published."))
    source = models.CharField(_("source"), max_length=255, blank=True)
    show = models.BooleanField(
        _("show"),
        default=False,
        help_text=_("Public even while no published statement or event names it."),
    )

    class Meta:
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        ordering = ("name", "pk")
        permissions = [("merge_actor", _("Can make two actors one"))]
        constraints = [
            known("kind", ActorKind),
            models.UniqueConstraint(
                "country", condition=models.Q(kind=ActorKind.STATE), name="one_state_per_country"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind=ActorKind.STATE) | models.Q(country__isnull=False),
                name="a_state_has_its_country",
                violation_error_message=_("A State needs its country."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ActorAlias(Alias):
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="aliases")
    on_desk = models.BooleanField(
        _("only on the desk"),
        default=False,
        help_text=_("Staff find the actor by it; the public never reads it."),
    )

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ("name", "pk")
        constraints = [models.UniqueConstraint("actor", "name", name="one_actor_alias")]


class Person(Versioned):
    """Somebody who speaks in public office; on the desk only, to tell namesakes apart."""

    name = models.CharField(_("name"), max_length=255, help_text=_("Without Mr., Ms., H.E."))
    note = models.CharField(
        _("note"), max_length=255, blank=True, help_text=_("Tells namesakes apart.")
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return f"{self.name} ({self.note})" if self.note else self.name
