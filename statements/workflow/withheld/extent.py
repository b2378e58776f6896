"""Read what is withheld of a statement: the one answer for all who must not tell it."""

from collections.abc import Iterable

from statements.models import Statement
from statements.text.withholding import Withheld
from statements.workflow.texts import repairing

Row = tuple[str, int, int, bool]


def of(statement: Statement) -> Withheld:
    """Return what is withheld of a statement by now."""
    columns = ("exact", "start", "end", "orphaned")
    rows = statement.withheld.order_by("passage__start", "pk")
    return read(statement, rows.values_list(*(f"passage__{name}" for name in columns)))


def at_a_glance(statement: Statement) -> Withheld:
    """Return what is withheld of the text as it is, of a statement read with these rows."""
    held = [one.passage for one in statement.withheld.all()]
    return Withheld(
        words=tuple(dict.fromkeys(one.exact for one in held)),
        places=tuple((one.start, one.end) for one in held if not one.orphaned),
        lost=tuple(one.exact for one in held if one.orphaned),
        language=statement.language,
    )


def read(statement: Statement, rows: Iterable[Row]) -> Withheld:
    """Return what rows of words, start, end, and whether an edit changed them, withhold.

    The words are withheld as repairs found them too: what was published may have either reading.
    """
    rows = list(rows)
    if not rows:
        return Withheld(language=statement.language)
    places = tuple((start, end) for _exact, start, end, lost in rows if not lost)
    exact = [words for words, *_place in rows]
    return Withheld(
        words=tuple(dict.fromkeys([*exact, *repairing.readings(statement, places)])),
        places=places,
        lost=tuple(words for words, _start, _end, lost in rows if lost),
        language=statement.language,
    )
