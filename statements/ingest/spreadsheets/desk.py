"""The names that the desk knows its nouns by, gathered for the cells of a table."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from statements.choices import UN_LANGUAGES, ActorKind
from statements.ingest.spreadsheets.names import Names
from statements.models import (
    Actor,
    AffectedGroup,
    Country,
    Event,
    ExploitationForm,
    Tag,
    Theme,
)


class Desk:
    """Names of the desk's nouns, each kind read when it is first asked for."""

    @cached_property
    def countries(self) -> Names:
        names = Names()
        for one in Country.objects.prefetch_related("aliases").order_by("pk"):
            names.add(one.pk, [one.name_en, one.iso2, one.iso3, one.m49, *_in_languages(one)])
            names.add(one.pk, [alias.name for alias in one.aliases.all()], rank=1)
        return names

    @cached_property
    def actors(self) -> Names:
        names = Names()
        every = Actor.objects.select_related("country").order_by("pk")
        for one in every.prefetch_related("aliases", "country__aliases"):
            names.add(one.pk, [one.name, one.short_name, one.slug, one.ref])
            names.add(one.pk, [alias.name for alias in one.aliases.all()], rank=1)
            if one.kind == ActorKind.STATE and one.country:
                country = one.country
                own = [country.iso2, country.iso3, *_in_languages(country)]
                names.add(one.pk, own, rank=1)
                names.add(one.pk, [alias.name for alias in country.aliases.all()], rank=2)
        return names

    @cached_property
    def themes(self) -> Names:
        return _terms(Theme)

    @cached_property
    def groups(self) -> Names:
        return _terms(AffectedGroup)

    @cached_property
    def forms(self) -> Names:
        return _terms(ExploitationForm)

    @cached_property
    def tags(self) -> Names:
        names = Names()
        for one in Tag.objects.prefetch_related("aliases").order_by("pk"):
            names.add(one.pk, [one.name, one.slug])
            for alias in one.aliases.all():
                names.add(one.pk, [alias.name, alias.slug], rank=1)
        return names

    @cached_property
    def events(self) -> Names:
        names = Names()
        for one in Event.objects.order_by("pk"):
            names.add(one.pk, [one.title, one.slug, one.ref, one.symbol])
            names.show(one.pk, f"{one.title} ({one.ref})")
        return names

    def of(self, what: str) -> Names:
        """Return the names of a kind of noun, such as "themes"."""
        names: Names = getattr(self, what)
        return names


def _in_languages(country: Country) -> list[str]:
    return [getattr(country, f"name_{language}") for language in UN_LANGUAGES]


def _terms(model: Callable[..., Any]) -> Names:
    names = Names()
    terms: Any = model
    for one in terms.objects.filter(retired=False).prefetch_related("synonyms").order_by("pk"):
        names.add(one.pk, [one.label, one.code])
        names.add(one.pk, [synonym.name for synonym in one.synonyms.all()], rank=1)
    return names
