"""The working copy of a statement with all that hangs on it, as its moves read it.

Django writes the text of a query anew each time, which takes ten times as long as the database
takes to answer it. What every move asks is therefore written once, by Django, and kept.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet, Value

from statements.choices import ActorKind
from statements.models import (
    AffectedGroup,
    Citation,
    Country,
    ExploitationForm,
    Passage,
    Recommendation,
    Statement,
    Theme,
    Voice,
    WithheldPassage,
)
from statements.models.tag import TaggedRecommendation
from statements.models.vocabulary import CountryAlias
from statements.text import withholding
from statements.workflow.records import repaired
from statements.workflow.withheld import extent

Query = QuerySet[Model, tuple[Any, ...]]
# In the order of `Classes`.
NESTED: tuple[Any, ...] = (Theme, AffectedGroup, ExploitationForm)
# Stands in a query that is kept for the key of the statement it is asked about.
_KEY = -1
# The columns of a recommendation and of a passage.
_OWN = tuple(field.attname for field in Recommendation._meta.concrete_fields)
_PLACED = tuple(field.attname for field in Passage._meta.concrete_fields)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who speaks or is asked: the actor's reference, and the country of a State."""

    ref: str
    state: str | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice: name and role as in the source."""

    pk: int
    ref: str
    capacity: str
    name: str
    role: str
    name_is_public: bool
    is_person: bool
    actor: Named | None


@dataclass(frozen=True, slots=True)
class Classes:
    """The codes of the terms that something carries, each in the order of its vocabulary."""

    themes: tuple[str, ...]
    groups: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A recommendation; its askers are keys of voices of its statement, `tags` are public slugs."""

    noun: Recommendation
    askers: tuple[int, ...]
    addressees: tuple[Named, ...]
    classes: Classes
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation that somebody resolved: the reference of the instrument, and its passage."""

    instrument: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Copy:
    """A statement; `countries` gives the names of those it names, by code.

    Its parts are those that nobody left out.
    """

    noun: Statement
    voices: tuple[Speaker, ...]
    countries: dict[str, list[str]]
    classes: Classes
    citations: tuple[Cited, ...]
    parts: tuple[Part, ...]
    withheld: withholding.Withheld
    repairs: tuple[repaired.Decided, ...]

    def shown(self) -> withholding.Shown:
        """Return the text as the public reads it, but for withheld words whose place is lost."""
        return self.withheld.shown(self.noun.text)


def of(noun: Statement) -> Copy:
    """Return the working copy of a statement in a number of queries that does not grow.

    The row itself is not read again.
    """
    pk = noun.pk
    askers, addressees = _by_part(_askers, pk), _by_part(_addressees, pk)
    classes, tags = _by_part(_classes_of_parts, pk), _by_part(_tags, pk)
    return Copy(
        noun=noun,
        voices=tuple(_speaker(*row) for row in _asked(_voices, pk)),
        countries=_countries(pk),
        classes=_classes(_asked(_classes_of, pk)),
        citations=tuple(
            Cited(ref, Passage.from_db(DEFAULT_DB_ALIAS, _PLACED, row))
            for ref, *row in _asked(_citations, pk)
        ),
        parts=tuple(
            Part(
                noun=one,
                askers=tuple(voice for (voice,) in askers[one.pk]),
                addressees=tuple(_named(*row) for row in addressees[one.pk]),
                classes=_classes(classes[one.pk]),
                tags=tuple(slug for (slug,) in tags[one.pk]),
            )
            for one in map(_recommendation, _asked(_recommendations, pk))
        ),
        withheld=extent.read(noun, _asked(_withheld, pk)),
        repairs=tuple(repaired.Decided(*row) for row in _asked(repaired.query, pk)),
    )


def _by_part(query: Callable[[int], Query], pk: int) -> dict[int, list[tuple[Any, ...]]]:
    """Return the rows of a query, but for their first column, by it: a recommendation's key."""
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for part, *row in _asked(query, pk):
        found[part].append(tuple(row))
    return found


def _classes(rows: Iterable[tuple[Any, ...]]) -> Classes:
    """Return the terms of rows of scheme, place, key and code."""
    found: dict[str, list[str]] = defaultdict(list)
    for scheme, _place, _pk, code in sorted(rows):
        found[scheme].append(code)
    return Classes(*(tuple(found[kind.scheme]) for kind in NESTED))


def _countries(pk: int) -> dict[str, list[str]]:
    names = {code: [name] for code, name in _asked(_countries_named, pk)}
    for code, name in _asked(_aliases, pk):
        names.setdefault(code, []).append(name)
    return names


def _asked(query: Callable[[int], Query], pk: int) -> list[tuple[Any, ...]]:
    text, parameters = _written(query, connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(text, [pk if each == _KEY else each for each in parameters])
        return list(cursor.fetchall())


@cache
def _written(query: Callable[[int], Query], _vendor: str) -> tuple[str, Iterable[Any]]:
    """Return the text and the parameters of a query about `_KEY`, for a kind of database."""
    return query(_KEY).query.sql_with_params()


def _recommendation(row: tuple[Any, ...]) -> Recommendation:
    """Return a recommendation with its passage and its lead-in."""
    own, placed = row[: len(_OWN)], row[len(_OWN) :]
    one = Recommendation.from_db(DEFAULT_DB_ALIAS, _OWN, own)
    one.passage = Passage.from_db(DEFAULT_DB_ALIAS, _PLACED, placed[: len(_PLACED)])
    if one.lead_in_id is not None:
        one.lead_in = Passage.from_db(DEFAULT_DB_ALIAS, _PLACED, placed[len(_PLACED) :])
    return one


def _named(ref: str, kind: str, country: str | None) -> Named:
    return Named(ref, country if kind == ActorKind.STATE else None)


def _speaker(
    pk: int,
    ref: str,
    capacity: str,
    name: str,
    role: str,
    name_is_public: bool,
    person: int | None,
    actor: str | None,
    *kind_and_country: Any,
) -> Speaker:
    named = _named(actor, *kind_and_country) if actor else None
    return Speaker(pk, ref, capacity, name, role, name_is_public, person is not None, named)


def _recommendations(pk: int) -> Query:
    kept = Recommendation.objects.filter(statement=pk, left_out=False)
    placed = [f"{of}__{name}" for of in ("passage", "lead_in") for name in _PLACED]
    return kept.values_list(*_OWN, *placed)


def _voices(pk: int) -> Query:
    own = ("pk", "ref", "capacity", "name", "role", "name_is_public", "person_id")
    found = Voice.objects.filter(statement=pk).order_by("position", "pk")
    return found.values_list(*own, "actor__ref", "actor__kind", "actor__country__iso2")


def _withheld(pk: int) -> Query:
    found = WithheldPassage.objects.filter(statement=pk).order_by("passage__start", "pk")
    place = ("passage__start", "passage__end", "passage__orphaned")
    return found.values_list("passage__exact", *place)


def _countries_named(pk: int) -> Query:
    return Country.objects.filter(statements=pk).order_by("iso2").values_list("iso2", "name_en")


def _aliases(pk: int) -> Query:
    found = CountryAlias.objects.filter(country__statements=pk).order_by("name", "pk")
    return found.values_list("country__iso2", "name")


def _classes_of(pk: int) -> Query:
    of_each: list[Query] = [
        kind._default_manager.filter(statements=pk)
        .order_by()
        .values_list(Value(kind.scheme), "sort", "pk", "code")
        for kind in NESTED
    ]
    return of_each[0].union(*of_each[1:], all=True)


def _citations(pk: int) -> Query:
    found = Citation.objects.filter(statement=pk, instrument__isnull=False)
    placed = [f"passage__{name}" for name in _PLACED]
    return found.order_by("passage__start", "passage__end", "pk").values_list(
        "instrument__ref", *placed
    )


def _askers(pk: int) -> Query:
    found = Recommendation.askers.through.objects.filter(recommendation__statement=pk)
    found = found.filter(voice__statement=pk).order_by("voice__position", "voice")
    return found.values_list("recommendation", "voice")


def _addressees(pk: int) -> Query:
    found = Recommendation.addressees.through.objects.filter(recommendation__statement=pk)
    actor = ("actor__ref", "actor__kind", "actor__country__iso2")
    return found.order_by("actor__name", "actor_id").values_list("recommendation", *actor)


def _classes_of_parts(pk: int) -> Query:
    of_each: list[Query] = [
        kind._default_manager.filter(recommendations__statement=pk)
        .order_by()
        .values_list("recommendations", Value(kind.scheme), "sort", "pk", "code")
        for kind in NESTED
    ]
    return of_each[0].union(*of_each[1:], all=True)


def _tags(pk: int) -> Query:
    found: Query = TaggedRecommendation.objects.filter(
        content_object__statement=pk, tag__internal=False
    )
    return found.order_by("tag__slug").values_list("content_object", "tag__slug")
