"""What somebody typed into a form so far, as what is looked for on the desk."""

import re
from typing import Any

from statements.text import approximate
from statements.workflow.alike.likeness import Sought

# By kind, the controls that say what is entered; an asterisk stands for the number of a row.
CONTROLS = {
    "statement": ("text", "source_url", "source_note", "voices-*-actor"),
    "actor": ("name", "short_name", "country", "aliases-*-name"),
    "person": ("name",),
    "event": ("title", "symbol", "source_url", "starts", "country"),
}


# No key of a row has more digits.
LONGEST = 18


def typed(kind: str, sent: Any) -> Sought:
    """Return what somebody typed into a form as what is looked for."""
    given = {name: sent.get(name, "").strip() for name in CONTROLS[kind] if "*" not in name}
    ref = sent.get("ref", "")
    if kind == "statement":
        actors = (number(value) for value in _rows(sent, "voices", "actor"))
        return Sought(
            kind=kind,
            text=given["text"],
            address=given["source_url"],
            source=given["source_note"],
            actors=frozenset(pk for pk in actors if pk),
            ref=ref,
        )
    if kind == "event":
        return Sought(
            kind=kind,
            names=(given["title"],),
            address=given["source_url"],
            source=given["symbol"],
            year=_year(given["starts"]),
            country=number(given["country"]),
            ref=ref,
        )
    names = [given["name"], given.get("short_name", ""), *_rows(sent, "aliases", "name")]
    return Sought(
        kind=kind,
        names=tuple(filter(None, names)),
        country=number(given.get("country", "")),
        ref=ref,
    )


def _rows(sent: Any, prefix: str, name: str) -> list[str]:
    pattern = re.compile(rf"{prefix}-\d+-{name}")
    return [
        value for control in sent if pattern.fullmatch(control) for value in sent.getlist(control)
    ]


def number(value: str) -> int | None:
    """Return a key or version that somebody sent; None for what can be neither."""
    return int(value) if value.isdecimal() and len(value) <= LONGEST else None


def _year(value: str) -> int | None:
    try:
        return approximate.parse(value).on.year
    except ValueError:
        return None
