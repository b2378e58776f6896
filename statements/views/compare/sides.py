"""What stands on each side, theme by theme: counts, a few quoted short forms, and their lists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from statements.catalogue import parts, records, select, sql
from statements.catalogue.selection import Selection, Value
from statements.catalogue.vocabulary import Label
from statements.templatetags import drawing
from statements.templatetags.drawing import Drawn
from statements.text.characters import on_one_line
from statements.views import portraits, text_entries
from statements.views.names import Names
from statements.views.portraits import asked

# Under a theme so many of each are quoted, those that came on record last.
QUOTED = 2
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a side is on record: `words` say it with a number."""

    words: str
    selection: Selection


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody who is compared."""

    label: Label
    ways: tuple[Way, ...]

    @property
    def totals(self) -> list["Line"]:
        return [line for way in self.ways if (line := _line(way, select.total(way.selection)))]


@dataclass(frozen=True, slots=True)
class Line(Drawn):
    """How many there are in one way, the list of them, and some of them quoted."""

    words: str
    address: str
    quotes: Sequence[SafeString] = ()


@dataclass(frozen=True, slots=True)
class Cell(Drawn):
    """What a side has of a theme: no line where nothing is on record."""

    label: Label
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Row(Drawn):
    theme: Label
    cells: Sequence[Cell]


def of(selection: Selection, names: Names) -> tuple[Side, ...]:
    """Return the sides that the parameters name, each once: a State's actor is its country."""
    found = {}
    for value in selection.values.get("country", ()):
        label = names.country(value.filed)
        if label:
            found[label.kind, label.slug] = label
    for value in selection.values.get("actor", ()):
        label = names.actor(value.filed)
        if label and label.kind == "country":
            label = names.country(label.slug)
        if label:
            found[label.kind, label.slug] = label
    return tuple(_side(label) for label in found.values())


def rows(sides: Sequence[Side], names: Names) -> tuple[Sequence[Row], Sequence[Row]]:
    """Return a row for each theme: those that all sides have something of, and the others.

    One query, whatever the number of themes and sides: for the cards of what is quoted.
    """
    ways = [way for side in sides for way in side.ways]
    counts = [select.within(way.selection, ["theme"]).get("theme", {}) for way in ways]
    themes = [term.code for term in names.vocabulary.terms("theme") if term.broader]
    held = [code for code in themes if any(code in some for some in counts)]
    quoted = _quoted(ways, counts, held)
    found = []
    for theme in names.terms("theme", held):
        lines = iter(
            [
                _line(way, some.get(theme.code, 0), theme, quoted.get((at, theme.code), ()))
                for at, (way, some) in enumerate(zip(ways, counts, strict=True))
            ]
        )
        cells = [
            Cell(side.label, [line for line in islice(lines, len(side.ways)) if line])
            for side in sides
        ]
        found.append(Row(theme, cells))
    common = [row for row in found if all(cell.lines for cell in row.cells)]
    return common, [row for row in found if row not in common]


def _quoted(
    ways: Sequence[Way], counts: Sequence[Mapping[str, int]], themes: Iterable[str]
) -> Mapping[tuple[int, str], Sequence[SafeString]]:
    """Return by way and theme the few that came on record last, drawn; in one query."""
    of_ways = [select.find(way.selection) for way in ways]
    last: dict[tuple[int, str], list[int]] = {}
    for code in themes:
        of_theme = select.find(portraits.of("recommendation", theme=Value(code, code, "")))
        for at, (held, some) in enumerate(zip(of_ways, counts, strict=True)):
            if some.get(code):
                last[at, code] = [*(held & of_theme)[-QUOTED:]]
    wanted = sorted({number for some in last.values() for number in some})
    cards = {
        number: records.load_card("recommendation", card)
        for number, card in sql.records("number, card", "recommendation", wanted)
    }
    reader = get_language() or ""
    return {
        place: [_short(reader, cards[number]) for number in reversed(some) if number in cards]
        for place, some in last.items()
    }


def _short(reader: str, card: Any) -> SafeString:
    """Return a recommendation in one line, as a link: in the editors' words, else in its own."""
    address = drawing.path(reader, "recommendation", card.ref)
    if short := text_entries.short_form(reader, card):
        return SafeString(f'<a href="{address}">{short}</a>')
    words = asked.shortened(on_one_line(card.passage.exact), LONGEST)
    return SafeString(f'<a href="{address}">{drawing.source(reader, words, card.language)}</a>')


def _line(
    way: Way, n: int, theme: Label | None = None, quotes: Sequence[SafeString] = ()
) -> Line | None:
    if not n:
        return None
    query = way.selection.query(add=("theme", theme.code) if theme else None)
    return Line(
        way.words % {"n": drawing.number(get_language() or "", n)},
        reverse("recommendation-list") + query,
        quotes,
    )


def _side(label: Label) -> Side:
    filed = label.code if label.kind == "country" else parts.who(label.ref)
    who = Value(filed, label.slug, label.title)
    ways = (
        Way(_("Asked: %(n)s"), portraits.asks(by=who)),
        Way(_("Was asked: %(n)s"), portraits.asks(to=who)),
        Way(_("Promised: %(n)s"), portraits.commitments(by=who)),
    )
    return Side(label, ways)
