"""Read many recommendations as they stand, in a number of queries that does not grow."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Left

from statements.choices import Public, Stage
from statements.models import Recommendation, Statement, TaggedRecommendation, User
from statements.workflow.batches.changes import SCHEMES, Classes
from statements.workflow.tags.tagging import may_tag_where

# As many as fit one list of keys in a query of SQLite.
MOST = 20_000
# So much of a recommendation is read, and shown.
WORDS = 200


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the statement of a recommendation stands."""

    pk: int
    ref: str
    title: str
    stage: str
    public: str
    version: int
    published_version: int | None
    created_by: int

    @property
    def is_live(self) -> bool:
        return self.public == Public.LIVE

    @property
    def is_public_as_it_stands(self) -> bool:
        return self.is_live and self.published_version == self.version

    @property
    def is_under_review(self) -> bool:
        return self.stage != Stage.DRAFT and not self.is_public_as_it_stands

    def may_edit(self, by: User) -> bool:
        """Tell whether a person may change how it is classified: of their own, or of any."""
        if not by.has_perm("statements.change_statement"):
            return False
        return self.created_by == by.pk or by.has_perm("statements.change_any_statement")

    def may_tag(self, by: User) -> bool:
        return may_tag_where(self.public, by)


@dataclass(frozen=True, slots=True)
class Row:
    """A recommendation: its first words, its tags by key, and how it is classified."""

    pk: int
    ref: str
    words: str
    statement: Standing
    tags: frozenset[int]
    classes: Classes


def chosen(pks: Collection[int]) -> list[Row]:
    """Return the recommendations with the keys, in the order of their statements."""
    tags = _tags(pks)
    codes = {name: _codes(name, pks) for name in SCHEMES}
    return [
        Row(
            pk,
            ref,
            short_form or words,
            standing,
            tags[pk],
            Classes(
                {name: found[pk] for name, found in codes.items()},
                {"pillar": pillar, "strength": strength},
            ),
        )
        for pk, ref, words, short_form, pillar, strength, standing in _rows(pks)
    ]


def held(pks: Collection[int]) -> None:
    """Hold the statements of recommendations until the transaction ends."""
    of = Recommendation.objects.filter(pk__in=pks).values("statement")
    rows: QuerySet[Statement] = Statement.objects.select_for_update(of=("self",))
    list(rows.filter(pk__in=of).order_by("pk").values_list("pk"))


def _rows(pks: Collection[int]) -> Iterator[tuple[int, str, str, str, str, int | None, Standing]]:
    own = ("pk", "ref", "words", "short_form", "pillar", "strength")
    of = ("pk", "ref", "title", "stage", "public", "version", "published_version", "created_by")
    found = Recommendation.objects.filter(pk__in=pks).annotate(words=Left("passage__exact", WORDS))
    found = found.order_by("statement__title", "statement", "passage__start", "pk")
    statements: dict[int, Standing] = {}
    for row in found.values_list(*own, *(f"statement__{name}" for name in of)):
        standing = Standing(*row[len(own) :])
        yield (*row[: len(own)], statements.setdefault(standing.pk, standing))


def _codes(name: str, pks: Collection[int]) -> Mapping[int, frozenset[str]]:
    """Return the codes of the terms that each of the recommendations carries."""
    through = getattr(Recommendation, name).through
    target = getattr(Recommendation, name).field.m2m_reverse_field_name()
    pairs = through.objects.filter(recommendation__in=pks)
    return _by_first(pairs.values_list("recommendation_id", f"{target}__code"))


def _tags(pks: Collection[int]) -> Mapping[int, frozenset[int]]:
    tagged = TaggedRecommendation.objects.filter(content_object__in=pks)
    return _by_first(tagged.values_list("content_object_id", "tag_id"))


def _by_first(pairs: QuerySet[Any, Any]) -> Mapping[int, frozenset[Any]]:
    found: dict[int, set[Any]] = defaultdict(set)
    for one, value in pairs:
        found[one].add(value)
    return defaultdict(frozenset, {one: frozenset(values) for one, values in found.items()})
