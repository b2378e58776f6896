"""A map: the countries that speak, are asked or are named, by the number of statements."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from statements.catalogue import crossing
from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import Label, Vocabulary
from statements.charts import world
from statements.charts.drawing import shades, svg
from statements.charts.drawing.figure import (
    KEPT,
    NOTHING,
    Cell,
    Chart,
    Column,
    Figure,
    Table,
    addresses,
)
from statements.charts.drawing.ranked import most
from statements.charts.drawing.svg import element

NAME = "statements-by-country"
RADIUS = 3.2


def figure(selection: Selection, names: Vocabulary, described: Callable[..., Figure]) -> Figure:
    counts = crossing.tallied(selection, "country")
    named = names.named("country")
    codes = [code for code in most(counts, len(counts)) if code in named]
    title, summary = _("Statements by country"), _summary(counts, codes, named)
    begins = shades.steps(max(counts.values())) if codes else ()
    return described(
        title=title,
        summary=summary,
        table=_table(selection, counts, codes, named),
        picture=_picture(title, summary, counts, named, begins) if codes else NOTHING,
        key=_key(begins, max(counts.values())) if codes else NOTHING,
        notes=[
            _("Where a country speaks, is asked or is named."),
            _(
                "Boundaries and names on this map imply no judgement about the status"
                " of any territory."
            ),
        ],
    )


def _summary(counts: Mapping[str, int], codes: Sequence[str], names: Mapping[str, Label]) -> str:
    if not codes:
        return ""
    countries = ngettext(
        "%(n)s country is on record.", "%(n)s countries are on record.", len(codes)
    )
    first = ngettext(
        "%(name)s most, with %(n)s statement.",
        "%(name)s most, with %(n)s statements.",
        counts[codes[0]],
    )
    told = {"name": names[codes[0]].title, "n": counts[codes[0]]}
    return f"{countries % {'n': len(codes)}} {first % told}"


def _table(
    selection: Selection,
    counts: Mapping[str, int],
    codes: Sequence[str],
    names: Mapping[str, Label],
) -> Table:
    address = addresses(selection)
    rows = [
        (
            Cell(names[code].title, code, address(country=code), names[code].language),
            Cell(str(counts[code])),
        )
        for code in codes
    ]
    return Table(
        (
            Column("country", _("Country"), is_coded=True),
            Column("statements", _("Statements")),
        ),
        rows,
    )


def _picture(
    title: str,
    summary: str,
    counts: Mapping[str, int],
    names: Mapping[str, Label],
    begins: Sequence[int],
) -> SafeString:
    """Return the map. Its marks are links, but the keyboard goes to those of the table.

    Two hundred of them would stand between what is before the map and what is after it.
    """
    shapes = world.shapes()
    folder = reverse("country-detail", args=["-"]).removesuffix("-/")
    reader = get_language() or ""
    empty = "".join([path for code, path in shapes.paths.items() if code not in counts])
    marks = [
        _country(reader, f"{folder}{code}/", code, names[code].title, n, shades.step(n, begins))
        for code, n in counts.items()
        if code in names
    ]
    return element(
        "svg",
        *svg.described(NAME, title, summary),
        element("path", class_="land", d=empty),
        # Dots stand upon shapes.
        *sorted(marks, key=lambda mark: "<circle" in mark),
        class_="picture world",
        role="group",
        aria_labelledby=f"{NAME}-title",
        aria_describedby=f"{NAME}-desc",
        viewBox=f"0 0 {shapes.width} {shapes.height}",
    )


# Of so many countries each publication changes a few.
@lru_cache(maxsize=KEPT)
def _country(reader: str, href: str, code: str, name: str, n: int, step: int) -> SafeString:
    shapes = world.shapes()
    words = ngettext("%(name)s: %(n)s statement", "%(name)s: %(n)s statements", n)
    said = words % {"name": name, "n": n}
    if code in shapes.paths:
        mark = element("path", d=shapes.paths[code])
    elif code in shapes.dots:
        x, y = shapes.dots[code]
        mark = element("circle", cx=x, cy=y, r=RADIUS)
    else:
        return NOTHING
    return element(
        "a",
        element("title", said),
        mark,
        href=href,
        aria_label=said,
        tabindex="-1",
        class_=f"step-{step}",
    )


def _key(begins: Sequence[int], largest: int) -> SafeString:
    """Return what each shade means in words, and the shade of what is not on record."""
    said = shades.words(begins, largest)
    items = [
        _shade(shades.step(first, begins), words) for first, words in zip(begins, said, strict=True)
    ]
    return element("ul", _shade(0, _("None yet")), *items, class_="key")


def _shade(step: int, words: str) -> SafeString:
    square = element("rect", width="100%", height="100%")
    swatch = element("svg", square, class_=f"swatch step-{step}", aria_hidden="true")
    return element("li", swatch, words)


CHART = Chart(NAME, "statement", figure)
