"""A passage that asks somebody for something, or promises it."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from statements.choices import Pillar, Public, RecommendationKind, Strength
from statements.models.actor import Actor
from statements.models.fields import RefField, known
from statements.models.passage import Passage
from statements.models.statement import Statement
from statements.models.tag import TaggedRecommendation
from statements.models.vocabulary import AffectedGroup, ExploitationForm, Theme
from statements.models.voice import Voice


class RecommendationQuerySet(models.QuerySet[Any]):
    def orphaned(self) -> "RecommendationQuerySet":
        return self.filter(Q(passage__orphaned=True) | Q(lead_in__orphaned=True))

    def live(self) -> "RecommendationQuerySet":
        return self.filter(statement__public=Public.LIVE)

    def with_tags(self) -> "RecommendationQuerySet":
        return self.select_related("statement").prefetch_related("tags")


class Recommendation(models.Model):  # type: ignore[django-manager-missing]
    ref = RefField()
    statement = models.ForeignKey(
        Statement, on_delete=models.CASCADE, related_name="recommendations"
    )
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=RecommendationKind,
        default=RecommendationKind.ASK,
        help_text=_("A commitment is the speaker's own promise."),
    )
    passage = models.OneToOneField(
        Passage, verbose_name=_("passage"), on_delete=models.RESTRICT, related_name="recommendation"
    )
    lead_in = models.ForeignKey(
        Passage,
        verbose_name=_("lead-in"),
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="led",
    )
    askers = models.ManyToManyField(
        Voice, verbose_name=_("asked by"), blank=True, related_name="recommendations"
    )
    addressees = models.ManyToManyField(
        Actor, verbose_name=_("asked of"), blank=True, related_name="recommendations"
    )
    addressed_as = models.CharField(
        _("addressed as"), max_length=255, blank=True, help_text=_("The words of the source.")
    )
    verb = models.CharField(
        _("verb"), max_length=80, blank=True, help_text=_("The calling words, such as “urges”.")
    )
    strength = models.PositiveSmallIntegerField(
        _("strength"), choices=Strength, null=True, blank=True
    )
    pillar = models.CharField(_("pillar"), max_length=11, choices=Pillar, blank=True)
    themes = models.ManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="recommendations"
    )
    groups = models.ManyToManyField(
        AffectedGroup,
        verbose_name=_("affected groups"),
        blank=True,
        related_name="recommendations",
        help_text=_("Whom it is about. Left empty: those of the whole statement."),
    )
    forms = models.ManyToManyField(
        ExploitationForm,
        verbose_name=_("forms of exploitation"),
        blank=True,
        related_name="recommendations",
        help_text=_("What it is about. Left empty: those of the whole statement."),
    )
    short_form = models.CharField(
        _("short form"), max_length=90, blank=True, help_text=_("In your words; shown as yours.")
    )
    short_form_ar = models.CharField(_("short form in Arabic"), max_length=90, blank=True)
    short_form_es = models.CharField(_("short form in Spanish"), max_length=90, blank=True)
    short_form_fr = models.CharField(_("short form in French"), max_length=90, blank=True)
    short_form_ru = models.CharField(_("short form in Russian"), max_length=90, blank=True)
    short_form_zh = models.CharField(_("short form in Chinese"), max_length=90, blank=True)
    left_out = models.BooleanField(
        _("leave out"),
        default=False,
        help_text=_("Withdraw this one at the next publication; what was public is never deleted."),
    )

    tags = TaggableManager(through=TaggedRecommendation, blank=True, verbose_name=_("tags"))
    objects = RecommendationQuerySet.as_manager()

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering = ("passage__start", "passage__end", "pk")
        permissions = [("tag_live_recommendation", _("Can tag published recommendations"))]
        constraints = [
            known("kind", RecommendationKind),
            models.CheckConstraint(
                condition=Q(strength__isnull=True) | Q(strength__in=Strength.values),
                name="recommendation_strength_has_five_steps",
            ),
            models.CheckConstraint(
                condition=Q(pillar="") | Q(pillar__in=Pillar.values),
                name="recommendation_pillar_is_one_of_four",
            ),
        ]

    def __str__(self) -> str:
        return self.short_form or str(self.passage)
