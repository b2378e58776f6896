"""Names in the languages of the United Nations, beside the English one that each noun has."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.choices import HOUSE_LANGUAGE, UN_LANGUAGES

OTHERS = tuple(code for code in UN_LANGUAGES if code != HOUSE_LANGUAGE)


# The fields of a recommendation that hold one line in the editors' words.
SHORT_FORMS = ("short_form", *(f"short_form_{code}" for code in OTHERS))


def by_language(noun: models.Model, field: str) -> dict[str, str]:
    """Return what fields such as name_ar hold, by language, where they hold anything."""
    held: dict[str, Any] = {code: getattr(noun, f"{field}_{code}") for code in OTHERS}
    return {code: words for code, words in held.items() if words}


class NamedInLanguages(models.Model):
    """What has its English name as `name`."""

    name: Any
    name_ar = models.CharField(_("name in Arabic"), max_length=255, blank=True)
    name_es = models.CharField(_("name in Spanish"), max_length=255, blank=True)
    name_fr = models.CharField(_("name in French"), max_length=255, blank=True)
    name_ru = models.CharField(_("name in Russian"), max_length=255, blank=True)
    name_zh = models.CharField(_("name in Chinese"), max_length=255, blank=True)

    class Meta:
        abstract = True

    def names(self) -> dict[str, str]:
        """Return its name by language, where it has one."""
        return {HOUSE_LANGUAGE: self.name, **by_language(self, "name")}


class LabelledInLanguages(models.Model):
    """What has its English name as `label`."""

    label: Any
    label_ar = models.CharField(_("name in Arabic"), max_length=255, blank=True)
    label_es = models.CharField(_("name in Spanish"), max_length=255, blank=True)
    label_fr = models.CharField(_("name in French"), max_length=255, blank=True)
    label_ru = models.CharField(_("name in Russian"), max_length=255, blank=True)
    label_zh = models.CharField(_("name in Chinese"), max_length=255, blank=True)

    class Meta:
        abstract = True

    def labels(self) -> dict[str, str]:
        """Return its name by language, where it has one."""
        return {HOUSE_LANGUAGE: self.label, **by_language(self, "label")}
