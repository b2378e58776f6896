"""Rows of statements: what each would be, or why it cannot be."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from statements.choices import Capacity, StatementKind, TextVersion
from statements.ingest.spreadsheets.plan import NewStatement
from statements.ingest.spreadsheets.row import Cells
from statements.models import Statement, Voice
from statements.text import languages

_IN_BRACKETS = re.compile(r"(?P<name>.*?)\s*[(（](?P<actor>[^()（）]+)[)）]")
_LISTS: Final = ("voices_name", "voices_actor", "voices_role", "voices_capacity")
_LINES: Final = (
    *("title", "delivered_source", "published_source"),
    *("source_url", "source_note", "webcast_url"),
)
_TERMS: Final = ("countries", "themes", "groups", "forms")
# Excel cuts what is longer.
_LONGEST_CELL: Final = 32_767
_SPOKEN: Final = frozenset({StatementKind.SPEECH, StatementKind.TRANSCRIPT})


def read(cells: Cells) -> NewStatement:
    """Return what a row says; what is wrong with it is told to the plan."""
    values: dict[str, Any] = {name: cells.value(name, Statement) for name in _LINES}
    values["text"] = text = cells.raw("text").strip("\n")
    if not cells.line("title"):
        cells.wrong("title", _("There is no title."))
    if not text.strip():
        cells.wrong("text", _("There is no text."))
    if len(text) == _LONGEST_CELL:
        cells.note("text", _("It is as long as a cell can be: its end may be missing."))
    values["title_is_ours"] = cells.truth("title_is_ours")
    values["kind"] = kind = cells.choice("kind", StatementKind, StatementKind.STATEMENT)
    default = TextVersion.AS_DELIVERED if kind in _SPOKEN else TextVersion.WRITTEN
    values["text_version"] = cells.choice("text_version", TextVersion, default)
    values["language"] = cells.language("language") or languages.guess(text) or "en"
    values["webcast_offset"] = cells.offset("webcast_offset")
    for name in ("delivered", "published"):
        if date := cells.date(name):
            values[f"{name}_on"], values[f"{name}_precision"] = date.on, date.precision
    events = cells.meant("event", line, "events") if (line := cells.line("event")) else []
    values["event_id"] = events[0] if events else None
    return NewStatement(
        cells.place,
        values,
        tuple(_voices(cells)),
        {name: cells.linked(name, name) for name in _TERMS},
    )


def _voices(cells: Cells) -> Iterator[Mapping[str, Any]]:
    for part in cells.parts("speakers"):
        yield _voice(cells, part)
    yield from _in_lists(cells)


def _voice(cells: Cells, said: str) -> Mapping[str, Any]:
    """Read "Name (State)", a State or an organisation alone, or a name alone."""
    if cells.means(said, "actors"):
        return _checked(cells, "speakers", "", said)
    if inside := _IN_BRACKETS.fullmatch(said):
        return _checked(cells, "speakers", inside["name"], inside["actor"])
    cells.note(
        "speakers", _("“%s” is no actor we know: it is taken as a person's name.") % said[:60]
    )
    return _checked(cells, "speakers", said, "")


def _in_lists(cells: Cells) -> Iterator[Mapping[str, Any]]:
    """Read names, actors, roles and capacities that stand in columns of their own."""
    lists = {
        name: [one.strip() for one in cells.line(name).split(";")]
        for name in _LISTS
        if cells.line(name)
    }
    if not lists:
        return
    most = max(map(len, lists.values()))
    for name, listed in lists.items():
        if len(listed) != most:
            told = _("There are %(here)d parts here and %(there)d in another column of speakers.")
            cells.wrong(name, told % {"here": len(listed), "there": most})
            return
    empty = [""] * most
    for name, actor, role, capacity in zip(
        *(lists.get(column, empty) for column in _LISTS), strict=True
    ):
        where = "voices_actor" if actor else "voices_name"
        if name or actor:
            yield {**_checked(cells, where, name, actor, role), **_capacity(cells, capacity)}


def _checked(cells: Cells, where: str, name: str, actor: str, role: str = "") -> dict[str, Any]:
    found = cells.meant(where, actor, "actors") if actor else []
    for column, value in (("name", name), ("role", role)):
        field: Any = Voice._meta.get_field(column)
        if len(value) > field.max_length:
            cells.wrong(where, _("It is longer than %d characters.") % field.max_length)
    return {"name": name, "role": role, "actor_id": found[0] if found else None}


def _capacity(cells: Cells, said: str) -> dict[str, str]:
    if not said:
        return {}
    if said in Capacity.values:
        return {"capacity": said}
    told = ", ".join(Capacity.values)
    cells.wrong(
        "voices_capacity",
        _("“%(cell)s” is none of these: %(labels)s") % {"cell": said[:60], "labels": told},
    )
    return {}
