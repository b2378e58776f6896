"""A list of records: read what is asked, select, name, show."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from statements.catalogue import filters, select
from statements.catalogue.selection import Selection
from statements.views import entries, exports, forms, hits, panels, typed
from statements.views.metadata import pages as about
from statements.views.metadata.metadata import Metadata
from statements.views.names import Names
from statements.views.pages import Page

# Chips that need to say what they narrow, because a name alone does not.
SAID = frozenset({"by", "to", "actor", "event", "series", "instrument", "campaign", "tag"})

# Where nothing is found, so many of the chosen values are tried without.
MOST_WAYS = 12


class RecordList(Page):
    """Records of one kind, narrowed by the parameters of `filters`."""

    takes_parameters = True
    kind: ClassVar[str]

    def refuse_parameters(self) -> None:
        given = dict(self.request.GET.lists())
        self.whole = panels.whole(filters.panels(self.kind), given.pop(panels.WHOLE, ()))
        self.selection = filters.read(self.kind, given)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return typed.moved(request, self.selection) or super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        results = select.select(self.selection)
        offered = panels.offered(results, self.whole)
        names = Names([*entries.keys(self.kind, results.cards), *panels.keys(offered)])
        drawn = panels.panels(results, offered, names, self.whole)
        hidden = panels.hidden(self.selection)
        shown = entries.entries(self.kind, results.cards, names)
        if self.selection.q:
            shown = hits.shown(self.kind, shown, self.selection.sought)
        return super().get_context_data(
            results=results,
            entries=shown,
            panels=drawn,
            whole=self.whole,
            form=[forms.form(names.reader, self.request.path, self.selection, drawn, hidden)],
            chips=chips(self.selection),
            ways_out=[] if results.total else list(_ways_out(self.selection)),
            query=self.selection.query(page=results.page),
            previous=_page(self.selection, results.page - 1, results.pages),
            following=_page(self.selection, results.page + 1, results.pages),
            downloads=exports.links(self.selection),
            orders=list(_orders(self.selection)),
            in_order=_in_order(self.selection),
            is_dated=self.kind in filters.DATED,
            **typed.context(results),
            **kwargs,
        )

    def metadata(self, context: dict[str, Any]) -> Metadata:
        title = about.named(self.section)
        if self.selection.q:
            # Machines are asked to leave these out, so they need not be told what stands there.
            return about.page(title, context["path"])
        cards = context["results"].cards
        return about.collection(self.kind, cards, get_language() or "", title, context["canonical"])


def chips(selection: Selection) -> list[tuple[str, str, str]]:
    """Return for each chosen value what it narrows, its name, and the query without it."""
    return [(_said(name), _shown(name, label), query) for name, label, query in selection.chips()]


def _ways_out(selection: Selection) -> Iterator[tuple[str, str, str, int]]:
    """Yield for each chosen value its chip, and how many records there would be without it."""
    for name, label, lifted in islice(selection.lifted(), MOST_WAYS):
        yield _said(name), _shown(name, label), lifted.query(), select.total(lifted)


def _said(name: str) -> str:
    """Return what a chip says before its value: nothing where the value says it itself."""
    said: dict[str, Any] = {one.name: one.label for one in filters.FILTERS if one.name in SAID}
    return str(said.get(name, ""))


def _shown(name: str, value: str) -> str:
    """Return the value of a chip: of a date, also on which side of it records lie."""
    match name:
        case "since":
            return _("Since %(date)s") % {"date": value}
        case "until":
            return _("Until %(date)s") % {"date": value}
    return value


def _page(selection: Selection, page: int, pages: int) -> str | None:
    """Return the query of another page, or None where there is none."""
    return selection.query(page=page) if 1 <= page <= pages else None


def _in_order(selection: Selection) -> str:
    """Return in words the order of a list, for the end of the sentence that counts it."""
    if selection.kind not in filters.DATED:
        return _(", most relevant first.") if selection.q else _(", by name.")
    return {
        "relevant": _(", most relevant first."),
        "newest": _(", newest first."),
        "oldest": _(", oldest first."),
    }[selection.order]


def _orders(selection: Selection) -> Iterator[tuple[str, str]]:
    """Yield the other orders of the same records, and the query of each."""
    said = {"newest": _("Newest first"), "oldest": _("Oldest first")}
    if selection.q:
        said = {"relevant": _("Most relevant first")} | said
    usual = next(iter(said))
    for name, words in said.items():
        if name != selection.order:
            sort = "" if name == usual else name
            yield words, replace(selection, sort=sort, page=1).query()


def with_tallies(
    shown: Sequence[Any], name: str, kinds: Sequence[str], said: Callable[..., str]
) -> list[Any]:
    """Return each entry with what `said` makes of the numbers of records found by it.

    `name` is the parameter that finds them, `kinds` are the kinds of record that are counted.
    """
    refs = [entry.card.ref for entry in shown]
    counts = [select.filed(kind, name, refs) for kind in kinds]
    return [
        replace(entry, tally=said(*[count.get(entry.card.ref, 0) for count in counts]))
        for entry in shown
    ]
