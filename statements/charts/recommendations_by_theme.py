"""The four pillars, and the themes under each that most recommendations are about."""

from collections.abc import Callable, Mapping, Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from statements import choices
from statements.catalogue import crossing
from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import Vocabulary
from statements.charts.drawing import bars, svg
from statements.charts.drawing.bars import Bar, Part
from statements.charts.drawing.figure import (
    FEWEST,
    NOTHING,
    Cell,
    Chart,
    Column,
    Figure,
    Table,
    addresses,
)
from statements.charts.drawing.ranked import most, said
from statements.charts.drawing.svg import element

# So many themes of a pillar are drawn; the table has them all.
SHOWN = 5
ROOM = 44

Themes = Mapping[str, Sequence[Bar]]


def figure(selection: Selection, names: Vocabulary, described: Callable[..., Figure]) -> Figure:
    by_pillar = crossing.tallied(selection, "pillar")
    themes = _themes(selection, names)
    title = _("What is asked, by pillar and theme")
    summary = _summary(themes)
    n_themes = sum(map(len, themes.values()))
    return described(
        title=title,
        summary=summary,
        table=_table(selection, by_pillar, themes),
        picture=_picture(selection, summary, by_pillar, themes) if n_themes >= FEWEST else NOTHING,
    )


def _themes(selection: Selection, names: Vocabulary) -> Themes:
    """Return the bars of the themes under each pillar, the longest first."""
    counts, address = crossing.tallied(selection, "theme"), addresses(selection)
    terms, named = names.terms("theme"), names.named("theme")
    found = {}
    for pillar in choices.Pillar.values:
        under = {
            term.code: counts[term.code]
            for term in terms
            if pillar in term.broader and term.code in counts
        }
        found[pillar] = [
            Bar(
                named[code].title,
                counts[code],
                said(named[code].title, counts[code]),
                address(theme=code),
                (Part(pillar, counts[code]),),
                named[code].language,
            )
            for code in most(under, len(under))
        ]
    return found


def _summary(themes: Themes) -> str:
    every = [bar for some in themes.values() for bar in some]
    if not every:
        return ""
    first = max(every, key=lambda bar: bar.n)
    return _("Most are about: %(theme)s (%(n)s).") % {"theme": first.label, "n": first.n}


def _table(selection: Selection, by_pillar: Mapping[str, int], themes: Themes) -> Table:
    columns = (
        Column("pillar", _("Pillar"), is_coded=True),
        Column("theme", _("Theme")),
        Column("recommendations", _("Recommendations")),
    )
    rows, address = [], addresses(selection)
    for pillar in choices.Pillar:
        head = Cell(str(pillar.label), pillar.value, address(pillar=pillar.value))
        rows.append((head, Cell(_("All themes"), "all"), Cell(str(by_pillar.get(pillar, 0)))))
        rows += [
            (
                Cell(str(pillar.label), pillar.value),
                Cell(bar.label, "", bar.address, bar.language),
                Cell(str(bar.n)),
            )
            for bar in themes[pillar]
        ]
    return Table(columns, rows)


def _picture(
    selection: Selection, summary: str, by_pillar: Mapping[str, int], themes: Themes
) -> SafeString:
    """Return a picture for each pillar that has themes, all of one scale."""
    largest = max(bar.n for some in themes.values() for bar in some)
    held, address = [], addresses(selection)
    for pillar in choices.Pillar:
        if not themes[pillar]:
            continue
        marks, height = bars.drawn(themes[pillar][:SHOWN], largest=largest, room=ROOM)
        title = _("Themes under %(pillar)s") % {"pillar": pillar.label}
        drawn = svg.picture(f"themes-{pillar.value}", title, summary, *marks, height=height)
        head = _head(pillar, by_pillar.get(pillar, 0), address(pillar=pillar.value))
        held.append(element("div", head, drawn))
    return element("div", *held, class_="multiples")


def _head(pillar: choices.Pillar, n: int, href: str) -> SafeString:
    """Return the pillar with its count; what is filed elsewhere may still be about its themes."""
    css = f"pillar {pillar.value}"
    if not n:
        return element("p", element("span", str(pillar.label), class_=css))
    inside = (str(pillar.label), " ", element("span", str(n), class_="n"))
    name = said(str(pillar.label), n)
    named = (
        element("a", *inside, class_=css, href=href, aria_label=name)
        if href
        else element("span", *inside, class_=css)
    )
    return element("p", named)


CHART = Chart("recommendations-by-theme", "recommendation", figure)
