"""The page that sets two or three side by side, and the form to choose them."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from statements.catalogue import filters, select
from statements.catalogue.selection import Refused
from statements.catalogue.vocabulary import Label
from statements.templatetags import drawing
from statements.views import typed
from statements.views.compare import sides
from statements.views.compare.sides import Side
from statements.views.metadata import pages as about
from statements.views.metadata.metadata import Metadata
from statements.views.names import Names
from statements.views.pages import Page

# What can be compared: by these parameters of the lists, and so many of them at once.
PARAMETERS = ("country", "actor")
FEWEST, MOST = 2, 3
# What everybody on record is found by: who speaks, asks or promises, and who is asked.
WHO = tuple((kind, name) for kind in ("statement", "recommendation") for name in ("by", "to"))


class Compare(Page):
    """Takes `country` and `actor` as the lists do, three values in all at most."""

    section = "countries"
    template_name = "statements/compare.html"
    takes_parameters = True

    def refuse_parameters(self) -> None:
        for name in self.request.GET:
            if name not in PARAMETERS:
                message = _("This page compares countries and actors, and takes no “%(name)s”.")
                raise Refused(name, message % {"name": name[:60]})
        self.selection = filters.read("recommendation", dict(self.request.GET.lists()))
        self.room = MOST - sum(map(len, self.selection.values.values()))
        if self.room < 0:
            name = next(iter(self.selection.values))
            raise Refused(name, _("No more than %(n)s can be compared at once.") % {"n": MOST})

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return typed.moved(request, self.selection) or super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        actors = [value.filed for value in self.selection.values.get("actor", ())]
        names = Names(("actor", ref) for ref in actors)
        chosen = sides.of(self.selection, names)
        compared = chosen if len(chosen) >= FEWEST else ()
        common, others = sides.rows(compared, names) if compared else ((), ())
        counts = select.counted("statement", ["country"]).get("country", {})
        return super().get_context_data(
            title=_title(compared),
            chips=[("", label, query) for _name, label, query in self.selection.chips()],
            carried=typed.carried(self.selection, ()),
            # Of what is given, as the refusal: a State's actor and its country are two of it.
            room=self.room,
            sides=compared,
            common=common,
            others=others,
            query=self.selection.query(),
            countries=names.in_order("country", counts),
            pairs=[] if chosen else _pairs(counts, names),
            actors=_actors(names),
            **kwargs,
        )

    def metadata(self, context: dict[str, Any]) -> Metadata:
        return about.page(context["title"], context["path"])


def _title(compared: Sequence[Side]) -> str:
    if not compared:
        return _("Compare countries and actors")
    labels = [side.label for side in compared]
    return _("%(names)s, side by side") % {"names": drawing.plain(get_language() or "", labels)}


def _pairs(counts: Mapping[str, int], names: Names) -> list[tuple[str, str]]:
    """Return pairs of the countries that are most on record, in words and as a query."""
    most = sorted(counts, key=lambda code: (-counts[code], code))[:MOST]
    return [
        (drawing.plain(names.reader, pair), f"?country={pair[0].code}&country={pair[1].code}")
        for pair in combinations(names.terms("country", most), FEWEST)
    ]


def _actors(names: Names) -> list[Label]:
    """Return the actors on record that are no States, by name."""
    filed = {value for kind, name in WHO for value in select.counted(kind, [name]).get(name, {})}
    found = names.vocabulary.who(filed).values()
    actors = [one for one in found if one.kind == "actor"]
    return sorted(actors, key=lambda label: (label.title, label.ref))
