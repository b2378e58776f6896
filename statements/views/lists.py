"""A list of records: read what is asked, select, name, show."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from statements.catalogue import filters, select
from statements.catalogue.selection import Selection
from statements.views import entries, exports, hits, panels, typed
from statements.views.names import Names
from statements.views.pages import Page

# Chips that need to say what they narrow, because a name alone does not.
SAID = frozenset({"by", "to", "actor", "event", "series", "instrument", "campaign", "tag"})


class RecordList(Page):
    """Records of one kind, narrowed by the parameters of `filters`."""

    takes_parameters = True
    kind: ClassVar[str]

    def refuse_parameters(self) -> None:
        self.selection = filters.read(self.kind, dict(self.request.GET.lists()))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return typed.moved(request, self.selection) or super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        results = select.select(self.selection)
        offered = panels.offered(results)
        names = Names([*entries.keys(self.kind, results.cards), *panels.keys(offered)])
        drawn = panels.panels(results, offered, names)
        shown = entries.entries(self.kind, results.cards, names)
        if self.selection.q:
            shown = hits.shown(self.kind, shown, self.selection.sought)
        return super().get_context_data(
            results=results,
            entries=shown,
            template=entries.KINDS[self.kind].template,
            panels=drawn,
            sought=panels.sought(drawn),
            hidden=panels.hidden(self.selection),
            chips=chips(self.selection),
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


def chips(selection: Selection) -> list[tuple[str, str, str]]:
    """Return for each chosen value what it narrows, its name, and the query without it."""
    return [(_said(name), label, query) for name, label, query in selection.chips()]


def _said(name: str) -> str:
    """Return what a chip says before its value: nothing where the value says it itself."""
    said: dict[str, Any] = {one.name: one.label for one in filters.FILTERS if one.name in SAID}
    return str(said.get(name, ""))


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
