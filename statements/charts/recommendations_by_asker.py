"""Who asks most, States and other actors, and under which pillars."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import Vocabulary
from statements.charts.drawing import ranked
from statements.charts.drawing.figure import Chart, Figure


def figure(selection: Selection, names: Vocabulary, described: Callable[..., Figure]) -> Figure:
    title = _("Who asks, by pillar")
    if asked := ranked.only(selection, "to"):
        title = _("Who asks %(country)s, by pillar") % {"country": asked}
    return ranked.figure(selection, names, "by", title, described)


CHART = Chart("recommendations-by-asker", "recommendation", figure)
