"""What a chart gives: a picture, the words around it, and the figures behind it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString

from statements import choices
from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import Vocabulary
from statements.charts.drawing.svg import element

# A picture of fewer marks says less than the words beside it.
FEWEST = 2
NOTHING = SafeString("")
# So many rows of tables are kept as they were drawn: most are the same from page to page.
KEPT = 2_000


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: its name in a file, and its heading on a page.

    One that `is_coded` has codes in a file, with their names beside them. `language` is that of
    the heading, where it is not the reader's.
    """

    name: str
    label: str
    is_coded: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a table, the code it is known by, and the list that shows it.

    `language` is that of the words, where it is not the reader's.
    """

    words: str
    code: str = ""
    address: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a chart; the first cell of a row says what it is about."""

    columns: Sequence[Column]
    rows: Sequence[tuple[Cell, ...]]

    @property
    def is_wide(self) -> bool:
        return len(self.columns) > 6

    @property
    def html(self) -> SafeString:
        heads = [
            element("th", _apart(column.label, column.language), scope="col")
            for column in self.columns
        ]
        rows = [_row(row) for row in self.rows]
        head = element("thead", element("tr", *heads))
        return element("table", head, element("tbody", *rows), class_="figures")

    def flat(self) -> list[list[str]]:
        """Return the columns of a file, each with its name first."""
        columns = []
        for at, column in enumerate(self.columns):
            cells = [row[at] for row in self.rows]
            if column.is_coded:
                columns.append([column.name, *[cell.code for cell in cells]])
                columns.append([f"{column.name}_name", *[cell.words for cell in cells]])
            else:
                columns.append([column.name, *[cell.code or cell.words for cell in cells]])
        return columns


@lru_cache(maxsize=KEPT)
def _row(cells: tuple[Cell, ...]) -> SafeString:
    first, *others = [_linked(cell) for cell in cells]
    numbers = [element("td", one) for one in others]
    return element("tr", element("th", first, scope="row"), *numbers)


def _linked(cell: Cell) -> str:
    words = _apart(cell.words, cell.language)
    return element("a", words, href=cell.address) if cell.address else words


def _apart(words: str, language: str) -> str:
    """Return words, set apart where they are not in the reader's language."""
    if not language:
        return words
    side = "rtl" if language in choices.RIGHT_TO_LEFT else "ltr"
    return element("bdi", words, lang=language, dir=side)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart of one selection. `picture` is empty where there is nothing to compare.

    `summary` says in a sentence what is to be seen, `key` how to read it, `notes` what to know.
    """

    name: str
    title: str
    summary: str
    table: Table
    download: str
    picture: SafeString = NOTHING
    key: SafeString = NOTHING
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A kind of picture, of a selection of one kind of record."""

    name: str
    kind: str
    figure: Callable[[Selection, Vocabulary, Callable[..., Figure]], Figure]

    def draw(self, selection: Selection, names: Vocabulary) -> Figure:
        download = reverse("chart-export", args=[self.name]) + selection.query()
        return self.figure(selection, names, partial(Figure, name=self.name, download=download))


def addresses(selection: Selection) -> Callable[..., str]:
    """Return what gives the list of those of a selection that carry values too, by parameter.

    It gives "" where the selection narrows by one of the parameters already: a list takes a
    second value for another choice.
    """
    query = selection.query()
    before = f"{reverse(f'{selection.kind}-list')}{query}{'&' if query else '?'}"
    taken = {*selection.values}
    if selection.since or selection.until:
        taken |= {"year", "since", "until"}

    def address(**chosen: str) -> str:
        return "" if taken & chosen.keys() else f"{before}{urlencode(chosen)}"

    return address
