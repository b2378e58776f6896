"""Who is asked most, States and other actors, and under which pillars."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import Vocabulary
from statements.charts.drawing import ranked
from statements.charts.drawing.figure import Chart, Figure


def figure(selection: Selection, names: Vocabulary, described: Callable[..., Figure]) -> Figure:
    title = _("Who is asked, by pillar")
    if asker := ranked.only(selection, "by"):
        title = _("Whom %(country)s asks, by pillar") % {"country": asker}
    return ranked.figure(selection, names, "to", title, described)


CHART = Chart("recommendations-by-addressee", "recommendation", figure)
