"""The columns of the two lists that are taken away: statements, and recommendations."""

from operator import attrgetter
from typing import Any

from django.db.models import QuerySet

from statements.admin import columns
from statements.admin.forms import dates
from statements.admin.pages.sheets.sheet import Column, Sheet, address, named
from statements.models import Recommendation, Voice
from statements.models.languages import SHORT_FORMS


def fetch_statements(rows: QuerySet[Any]) -> QuerySet[Any]:
    return (
        columns.listed(rows)
        .select_related("event")
        .prefetch_related("themes", "groups", "forms", "countries", "withheld__passage")
    )


def fetch_recommendations(rows: QuerySet[Any]) -> QuerySet[Any]:
    return (
        rows.select_related("statement", "passage")
        .defer("statement__text")
        .prefetch_related(
            "askers__actor",
            "askers__person",
            "addressees",
            "themes",
            "groups",
            "forms",
            "tags",
            "statement__withheld__passage",
        )
    )


def voiced(voice: Voice) -> str:
    """Name a voice; not by a name that is published nowhere, which a file would carry away."""
    if voice.name_is_public:
        return str(voice)
    return str(voice.actor or voice.get_capacity_display())


def voices(rows: Any) -> str:
    return "; ".join(voiced(voice) for voice in rows.all())


def asked_of(one: Recommendation) -> str:
    return named(one.addressees) or one.addressed_as


STATEMENTS = Sheet(
    name="statements",
    columns=(
        Column("ref", lambda one: one.ref),
        Column("title", lambda one: one.title),
        Column("kind", lambda one: one.get_kind_display()),
        Column("language", lambda one: one.language),
        Column("voices", lambda one: voices(one.voices)),
        Column("event", lambda one: str(one.event or "")),
        Column("delivered", lambda one: dates.held(one, "delivered")),
        Column("published", lambda one: dates.held(one, "published")),
        Column("stage", lambda one: one.get_stage_display()),
        Column("public", lambda one: one.get_public_display()),
        Column("themes", lambda one: named(one.themes)),
        Column("groups", lambda one: named(one.groups)),
        Column("forms", lambda one: named(one.forms)),
        Column("countries", lambda one: named(one.countries)),
        Column("recommendations", columns.recommendations),
        Column("source_url", lambda one: one.source_url),
        Column("last_change", lambda one: f"{one.updated_at:%Y-%m-%d %H:%M}"),
        Column("changed_by", lambda one: one.changed_by or ""),
        Column("desk_url", address),
    ),
    fetch=fetch_statements,
    statement=lambda one: one,
)
RECOMMENDATIONS = Sheet(
    name="recommendations",
    columns=(
        Column("ref", lambda one: one.ref),
        Column("words", lambda one: one.passage.exact, lambda one: one.passage.start),
        *(Column(name, attrgetter(name)) for name in SHORT_FORMS),
        Column("kind", lambda one: one.get_kind_display()),
        Column("asked_by", lambda one: voices(one.askers)),
        Column("asked_of", asked_of),
        Column("strength", lambda one: one.get_strength_display() or ""),
        Column("pillar", lambda one: one.get_pillar_display()),
        Column("themes", lambda one: named(one.themes)),
        Column("groups", lambda one: named(one.groups)),
        Column("forms", lambda one: named(one.forms)),
        Column("tags", lambda one: named(one.tags)),
        Column("left_out", lambda one: "yes" if one.left_out else ""),
        Column("words_changed", lambda one: "yes" if one.passage.orphaned else ""),
        Column("statement_ref", lambda one: one.statement.ref),
        Column("statement", lambda one: one.statement.title),
        Column("delivered", lambda one: dates.held(one.statement, "delivered")),
        Column("stage", lambda one: one.statement.get_stage_display()),
        Column("public", lambda one: one.statement.get_public_display()),
        Column("desk_url", lambda one: f"{address(one.statement)}#row-{one.ref}"),
    ),
    fetch=fetch_recommendations,
    statement=lambda one: one.statement,
)
