"""Pictures of what a selection holds: a chart a file, and a line here.

A chart is a pure function from a selection to a `Figure`: an SVG whose marks are links, the same
figures as a table, and the words that say what is to be seen. It asks the catalogue for counts
alone. `drawing` has what charts share, `world` the outlines of the countries.
"""

from collections.abc import Mapping

from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import Vocabulary
from statements.charts import (
    recommendations_by_addressee,
    recommendations_by_asker,
    recommendations_by_theme,
    statements_by_country,
    statements_over_time,
    who_asks_whom,
)
from statements.charts.drawing.figure import Chart, Figure

CHARTS: Mapping[str, Chart] = {
    one.name: one
    for one in (
        recommendations_by_addressee.CHART,
        recommendations_by_asker.CHART,
        recommendations_by_theme.CHART,
        statements_by_country.CHART,
        statements_over_time.CHART,
        who_asks_whom.CHART,
    )
}


def drawn(names: Vocabulary, *asked: tuple[str, Selection]) -> list[Figure]:
    """Return the figures of charts by name, without those that have nothing to show."""
    figures = [CHARTS[name].draw(selection, names) for name, selection in asked]
    return [figure for figure in figures if figure.picture]
