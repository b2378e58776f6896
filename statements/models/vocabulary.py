"""Controlled vocabularies: terms whose code never changes, never deleted, only retired."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models.languages import LabelledInLanguages


class Term(models.Model):
    """What every controlled term has; `ref` is its code, which never changes."""

    version = models.PositiveIntegerField(default=1, editable=False)
    sort = models.PositiveIntegerField(_("order"), default=0)
    retired = models.BooleanField(
        _("retired"), default=False, help_text=_("No longer offered; what carries it keeps it.")
    )

    class Meta:
        abstract = True


class Alias(models.Model):
    """Another name of something, for finding it; never displayed as its name."""

    name = models.CharField(_("name"), max_length=255)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class NestedTerm(LabelledInLanguages, Term):
    """A term that may stand under a broader one of its scheme."""

    scheme: ClassVar[str]
    synonyms: Any

    code = models.SlugField(
        _("code"), max_length=80, unique=True, help_text=_("Never changes once it is in use.")
    )
    label = models.CharField(_("label"), max_length=255, unique=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("broader term"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="narrower",
    )
    source = models.CharField(_("source"), max_length=255, blank=True)
    note = models.TextField(_("scope"), blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label

    @property
    def ref(self) -> str:
        return self.code


def under_another(name: str) -> models.CheckConstraint:
    """Return the rule that no term stands under itself."""
    return models.CheckConstraint(
        condition=~models.Q(parent=models.F("pk")),
        name=name,
        violation_error_message=_("A term cannot stand under itself."),
    )


class Theme(NestedTerm):
    scheme = "theme"

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ("sort", "pk")
        constraints = [under_another("a_theme_is_not_its_own_parent")]


class ThemeSynonym(Alias):
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="synonyms")

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ("name", "pk")
        constraints = [models.UniqueConstraint("theme", "name", name="one_theme_synonym")]


class AffectedGroup(NestedTerm):
    """People whom a text is about: children, migrants, survivors."""

    scheme = "group"

    class Meta:
        verbose_name = _("affected group")
        verbose_name_plural = _("affected groups")
        ordering = ("sort", "pk")
        constraints = [under_another("a_group_is_not_its_own_parent")]


class AffectedGroupSynonym(Alias):
    group = models.ForeignKey(AffectedGroup, on_delete=models.CASCADE, related_name="synonyms")

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ("name", "pk")
        constraints = [models.UniqueConstraint("group", "name", name="one_group_synonym")]


class ExploitationForm(NestedTerm):
    """What trafficked people are exploited by: forced labour, servitude, organ removal."""

    scheme = "form"

    class Meta:
        verbose_name = _("form of exploitation")
        verbose_name_plural = _("forms of exploitation")
        ordering = ("sort", "pk")
        constraints = [under_another("a_form_is_not_its_own_parent")]


class ExploitationFormSynonym(Alias):
    form = models.ForeignKey(ExploitationForm, on_delete=models.CASCADE, related_name="synonyms")

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ("name", "pk")
        constraints = [models.UniqueConstraint("form", "name", name="one_form_synonym")]


class Region(LabelledInLanguages, Term):
    """A region of the UN's M49 standard."""

    code = models.CharField(_("M49 code"), max_length=3, unique=True)
    label = models.CharField(_("name"), max_length=100)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ("label", "pk")

    def __str__(self) -> str:
        return self.label

    @property
    def ref(self) -> str:
        return self.code


class Country(Term):
    """A country or area with its UN names; what speaks for it is an actor of kind State."""

    iso2 = models.CharField(_("ISO 3166 alpha-2"), max_length=2, unique=True)
    iso3 = models.CharField(_("ISO 3166 alpha-3"), max_length=3, unique=True)
    m49 = models.CharField(_("M49 code"), max_length=3, blank=True)
    region = models.ForeignKey(
        Region,
        verbose_name=_("region"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="countries",
    )
    name_en = models.CharField(_("name in English"), max_length=255, unique=True)
    name_ar = models.CharField(_("name in Arabic"), max_length=255)
    name_es = models.CharField(_("name in Spanish"), max_length=255)
    name_fr = models.CharField(_("name in French"), max_length=255)
    name_ru = models.CharField(_("name in Russian"), max_length=255)
    name_zh = models.CharField(_("name in Chinese"), max_length=255)

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ("name_en", "pk")

    def __str__(self) -> str:
        return self.name_en

    @property
    def ref(self) -> str:
        return self.iso2


class CountryAlias(Alias):
    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="aliases")

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ("name", "pk")
        constraints = [models.UniqueConstraint("country", "name", name="one_country_alias")]
