"""Ordered steps from one schema of the records to the next.

Each step is a pure function from the old dictionary to the new one; the step at
index n turns schema n + 1 into schema n + 2. `rebuild_catalogue` applies them.
"""

from collections.abc import Callable
from typing import Any

TEXTS = frozenset({"statement", "recommendation"})

Step = Callable[[str, dict[str, Any]], dict[str, Any]]


def _with_groups_and_forms(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """2: statements and recommendations have affected groups and forms of exploitation."""
    if kind == "statement":
        parts = [_with_groups_and_forms("recommendation", one) for one in body["recommendations"]]
        body = {**body, "recommendations": parts}
    return {"groups": [], "forms": [], **body} if kind in TEXTS else body


def _with_citations_and_gaps(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """3: texts say which instruments they cite, statements where, and where words are withheld."""
    if kind == "recommendation":
        return {"instruments": [], **body}
    if kind != "statement":
        return body
    parts = [_with_citations_and_gaps("recommendation", one) for one in body["recommendations"]]
    added: dict[str, Any] = {"instruments": [], "citations": [], "withheld": []}
    return {**added, **body, "recommendations": parts}


def _with_webcast(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """4: statements may have a webcast."""
    return {"webcast": None, **body} if kind == "statement" else body


def _with_original(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """5: statements say of which other they are a translation."""
    return {"translation_of": None, **body} if kind == "statement" else body


def _with_series(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """6: events may belong to a series."""
    return {"series": None, **body} if kind == "event" else body


def _with_changes(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """7: statements say what was changed since they were first published."""
    return {"changes": [], **body} if kind == "statement" else body


def _with_repairs(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """8: statements say what was put right in their text, and what stays as the source has it."""
    return {"repairs": [], "sic": [], **body} if kind == "statement" else body


def _with_short_forms(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """9: recommendations have their short form in other languages too."""
    if kind == "statement":
        parts = [_with_short_forms("recommendation", one) for one in body["recommendations"]]
        return {**body, "recommendations": parts}
    return {"short_forms": {}, **body} if kind == "recommendation" else body


STEPS: tuple[Step, ...] = (
    *(_with_groups_and_forms, _with_citations_and_gaps, _with_webcast),
    *(_with_original, _with_series, _with_changes, _with_repairs),
    _with_short_forms,
)


def upgrade(kind: str, schema: int, body: dict[str, Any]) -> dict[str, Any]:
    """Return `body`, of a record of `kind` written under `schema`, in the present schema."""
    for step in STEPS[schema - 1 :]:
        body = step(kind, body)
    return body
