"""How far a campaign has come, as far as records tell: who was asked, when, and what they promised.

Nothing here says that something was done: no record does.
"""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from statements.catalogue import crossing
from statements.catalogue.selection import Selection, Value
from statements.catalogue.vocabulary import Label, Vocabulary
from statements.charts.drawing import ranked
from statements.charts.drawing.figure import FEWEST, Cell, Column, Table
from statements.views.portraits import summaries
from statements.views.portraits.questions import asks, commitments

# So many of those who are asked stand in the table, those asked most often first.
MOST = 10


def table(names: Vocabulary, **gathered: Value) -> Table | None:
    """Return a row for each who is asked most often; None where so few are that it tells nothing.

    It says how often each is asked, by how many who are named, in which years, and how often it
    promised.
    """
    asked = crossing.tallied(asks(**gathered), "to")
    promised = crossing.tallied(commitments(**gathered), "by")
    leading = ranked.leading(asked, names, MOST)
    if len(leading) < FEWEST:
        return None
    columns = (
        Column("to", _("Who is asked")),
        Column("recommendations", _("How often")),
        Column("askers", _("Named askers")),
        Column("years", _("When")),
        Column("commitments", _("Promises made")),
    )
    rows = [
        _row(filed, label, asked[filed], promised.get(filed, 0), gathered)
        for filed, label in leading.items()
    ]
    return Table(columns, rows)


def _row(
    filed: str, label: Label, n: int, promised: int, gathered: Mapping[str, Value]
) -> tuple[Cell, ...]:
    who = Value(filed, label.slug, label.title)
    asked, theirs = asks(**gathered, to=who), commitments(**gathered, by=who)
    askers = len(crossing.tallied(asked, "by"))
    return (
        Cell(label.title, label.slug, _list(asked), label.language),
        Cell(summaries.written(n)),
        # Nobody is filed under who asks of those who are not named: 0 would say that nobody does.
        Cell(summaries.written(askers) if askers else ""),
        Cell(summaries.years(asked)),
        Cell(summaries.written(promised), "", _list(theirs) if promised else ""),
    )


def _list(selection: Selection) -> str:
    return reverse("recommendation-list") + selection.query()
