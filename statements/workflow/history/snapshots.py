"""Each version of a working copy, kept whole when the next one is begun.

Nothing is copied while a draft is written once; the present version is the working copy itself.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, Model, Prefetch, prefetch_related_objects
from taggit.managers import TaggableManager

from statements.models import (
    Citation,
    Passage,
    Recommendation,
    Statement,
    StatementVersion,
)

Row = Mapping[str, Any]

# Columns that say which row it is and where it belongs, not what people wrote into it.
IDENTITY = frozenset({"id", "ref", "statement", "passage", "lead_in"})
# What the moves write, and an address, which stays.
OF_NO_VERSION = frozenset(
    {
        *("version", "stage", "public", "published_version", "approved_version", "approved_by"),
        *("created_by", "created_at", "updated_at", "publish_at", "source_document", "slug"),
    }
)
# So many rows are written in one query.
AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One version: fields by their names, rows by their references, terms and actors by key."""

    fields: Row
    voices: Mapping[str, Row] = field(default_factory=dict)
    recommendations: Mapping[str, Row] = field(default_factory=dict)
    citations: tuple[Row, ...] = ()


def keep(statements: Iterable[Statement]) -> None:
    """Keep the versions that are about to be left, of rows as they are stored.

    In a number of queries that does not grow. A version that is kept already stays as it is.
    """
    held = list(statements)
    prefetch_related_objects(held, *_HELD, *(one.name for one in many(Statement)))
    StatementVersion.objects.bulk_create(
        [StatementVersion(statement=one, version=one.version, body=_told(one)) for one in held],
        batch_size=AT_ONCE,
        ignore_conflicts=True,
    )


def _told(statement: Statement) -> str:
    return json.dumps(_body(statement), cls=DjangoJSONEncoder, ensure_ascii=False)


def of(statement: Statement, version: int) -> Snapshot | None:
    """Return a version of a statement; None for one that was not kept."""
    if version == statement.version:
        return now(statement)
    held = StatementVersion.objects.filter(statement=statement, version=version)
    body = held.values_list("body", flat=True).first()
    return _read(json.loads(body)) if body else None


def now(statement: Statement) -> Snapshot:
    """Return the working copy in the form of a version."""
    held = Statement.objects.get(pk=statement.pk)
    prefetch_related_objects([held], *_HELD)
    return _read(json.loads(_told(held)))


def written(model: type[Model], leave_out: frozenset[str] = IDENTITY) -> "list[Field[Any, Any]]":
    """Return the columns of a noun that people write."""
    return [one for one in model._meta.concrete_fields if one.name not in leave_out]


def many(model: type[Model]) -> list[Any]:
    """Return what a noun has many of, but for its tags, which stand outside the versions."""
    return [one for one in model._meta.many_to_many if not isinstance(one, TaggableManager)]


_HELD = (
    "voices",
    Prefetch(
        "recommendations",
        Recommendation.objects.select_related("passage", "lead_in").prefetch_related(
            *(one.name for one in many(Recommendation))
        ),
    ),
    Prefetch("citations", Citation.objects.select_related("passage")),
)


def _read(body: dict[str, Any]) -> Snapshot:
    return Snapshot(
        body["fields"], body["voices"], body["recommendations"], tuple(body["citations"])
    )


def _body(statement: Statement) -> dict[str, Any]:
    voices = list(statement.voices.all())
    refs = {voice.pk: voice.ref for voice in voices}
    cited = statement.citations.all()
    return {
        "fields": {**_values(statement, IDENTITY | OF_NO_VERSION), **_many(statement)},
        "voices": {voice.ref: _values(voice) for voice in voices},
        "recommendations": {
            one.ref: _recommendation(one, refs) for one in statement.recommendations.all()
        },
        "citations": [{**_values(one), "passage": _place(one.passage)} for one in cited],
    }


def _recommendation(one: Recommendation, voices: Mapping[int, str]) -> dict[str, Any]:
    terms = _many(one)
    terms["askers"] = [voices[pk] for pk in terms["askers"] if pk in voices]
    lead_in = _place(one.lead_in) if one.lead_in else None
    return {**_values(one), **terms, "passage": _place(one.passage), "lead_in": lead_in}


def _values(noun: Model, leave_out: frozenset[str] = IDENTITY) -> dict[str, Any]:
    return {one.name: getattr(noun, one.attname) for one in written(type(noun), leave_out)}


def _many(noun: Model) -> dict[str, Any]:
    """Return the keys of what a noun has many of."""
    return {
        one.name: sorted(each.pk for each in getattr(noun, one.name).all())
        for one in many(type(noun))
    }


def _place(passage: Passage) -> dict[str, Any]:
    return _values(passage)
