"""Who asks most, or is asked most, and under which pillars."""

from collections.abc import Callable, Mapping, Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements import choices
from statements.catalogue import crossing
from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import Label, Vocabulary
from statements.charts.drawing import bars, svg
from statements.charts.drawing.bars import Bar
from statements.charts.drawing.figure import FEWEST, NOTHING, Cell, Column, Figure, Table, addresses
from statements.charts.drawing.svg import element

MOST = 8
ROOM = 48
PILLARS = tuple(choices.Pillar.values)


def most(counts: Mapping[str, int], n: int) -> list[str]:
    """Return the values with the largest counts, those alike by the alphabet."""
    return sorted(counts, key=lambda value: (-counts[value], value))[:n]


def leading(counts: Mapping[str, int], names: Vocabulary, n: int) -> dict[str, Label]:
    """Return States and other actors with the largest counts, each with its label."""
    # Some may have no name.
    some = most(counts, 2 * n)
    found = names.who(some)
    return {value: found[value] for value in [one for one in some if one in found][:n]}


def only(selection: Selection, parameter: str) -> str:
    """Return the name of the one value that a selection has of a parameter, or ""."""
    values = selection.values.get(parameter, ())
    return values[0].label if len(values) == 1 else ""


def figure(
    selection: Selection,
    names: Vocabulary,
    parameter: str,
    title: str,
    described: Callable[..., Figure],
) -> Figure:
    """Return the figure of the values of `by` or `to` that have most, each by pillar."""
    counts = crossing.tallied(selection, parameter)
    shown = leading(counts, names, MOST)
    crossed = crossing.crossed(selection, (parameter, [*shown]), ("pillar", PILLARS))
    address = addresses(selection)
    found = [
        _bar(who, label, counts[who], address(**{parameter: label.slug}), crossed)
        for who, label in shown.items()
    ]
    if crossed.rest and found:
        found.append(_others(crossed))
    summary = _summary(found, parameter)
    return described(
        title=title,
        summary=summary,
        table=_table(found, [label.slug for label in shown.values()], parameter),
        picture=_picture(parameter, title, summary, found) if len(found) >= FEWEST else NOTHING,
        key=_key(found),
    )


def _bar(who: str, label: Label, n: int, href: str, crossed: crossing.Crossing) -> Bar:
    by_pillar = {pillar: crossed.cells[who, pillar] for pillar in PILLARS}
    found = bars.parts(by_pillar, crossed.beside[who])
    return Bar(label.title, n, said(label.title, n), href, found, label.language)


def _others(crossed: crossing.Crossing) -> Bar:
    name, n = _("Others, or nobody by name"), crossed.rest
    without = n - sum(crossed.below.values())
    return Bar(name, n, said(name, n), "", bars.parts(crossed.below, without))


def said(name: str, n: int) -> str:
    """Return what a mark for recommendations says aloud."""
    words = ngettext("%(name)s: %(n)s recommendation", "%(name)s: %(n)s recommendations", n)
    return words % {"name": name, "n": n}


def _summary(found: Sequence[Bar], parameter: str) -> str:
    if not found:
        return ""
    first = found[0]
    if parameter == "to":
        words = ngettext(
            "Asked most often: %(name)s, %(n)s recommendation.",
            "Asked most often: %(name)s, %(n)s recommendations.",
            first.n,
        )
    else:
        words = ngettext(
            "Asks most often: %(name)s, %(n)s recommendation.",
            "Asks most often: %(name)s, %(n)s recommendations.",
            first.n,
        )
    return words % {"name": first.label, "n": first.n}


def _table(found: Sequence[Bar], codes: Sequence[str], parameter: str) -> Table:
    head = _("Who is asked") if parameter == "to" else _("Who asks")
    labels = [str(pillar.label) for pillar in choices.Pillar]
    columns = [
        Column(parameter, head, is_coded=True),
        *map(Column, PILLARS, labels),
        Column("no_pillar", _("No pillar")),
        Column("recommendations", _("In all")),
    ]
    rows = []
    for at, bar in enumerate(found):
        of_pillars = {part.pillar: part.n for part in bar.parts}
        numbers = [of_pillars.get(pillar, 0) for pillar in (*PILLARS, bars.NO_PILLAR)]
        code = codes[at] if at < len(codes) else ""
        first = Cell(bar.label, code, bar.address, bar.language)
        rows.append((first, *[Cell(str(n)) for n in (*numbers, bar.n)]))
    return Table(columns, rows)


def _key(found: Sequence[Bar]) -> SafeString:
    """Return the pillars with their shapes, of those that are in the picture."""
    shown = {part.pillar for bar in found for part in bar.parts}
    items = [
        element("li", element("span", str(pillar.label), class_=f"pillar {pillar.value}"))
        for pillar in choices.Pillar
        if pillar.value in shown
    ]
    if bars.NO_PILLAR in shown:
        square = element("rect", class_="bar without", width="100%", height="100%")
        swatch = element("svg", square, class_="swatch", aria_hidden="true")
        items.append(element("li", swatch, _("No pillar")))
    return element("ul", *items, class_="key")


def _picture(parameter: str, title: str, summary: str, found: Sequence[Bar]) -> SafeString:
    largest = max(bar.n for bar in found)
    marks, height = bars.drawn(found, largest=largest, room=ROOM)
    name = "by-addressee" if parameter == "to" else "by-asker"
    return svg.picture(name, title, summary, *marks, height=height)
