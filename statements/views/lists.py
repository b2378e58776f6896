"""A list of records: read what is asked, select, name, show."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from statements.catalogue import filters, select
from statements.catalogue.selection import Selection
from statements.views import entries, exports, panels
from statements.views.names import Names
from statements.views.pages import Page

# Chips that need to say what they narrow, because a name alone does not.
SAID = frozenset({"by", "to", "actor", "event", "campaign", "tag"})


class RecordList(Page):
    """Records of one kind, narrowed by the parameters of `filters`."""

    takes_parameters = True
    kind: ClassVar[str]

    def refuse_parameters(self) -> None:
        self.selection = filters.read(self.kind, dict(self.request.GET.lists()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        results = select.select(self.selection)
        offered = panels.offered(results)
        names = Names([*entries.keys(self.kind, results.cards), *panels.keys(offered)])
        drawn = panels.panels(results, offered, names)
        return super().get_context_data(
            results=results,
            entries=entries.entries(self.kind, results.cards, names),
            template=entries.KINDS[self.kind].template,
            panels=drawn,
            sought=panels.sought(drawn),
            hidden=panels.hidden(self.selection),
            chips=[(_said(name), label, query) for name, label, query in self.selection.chips()],
            query=self.selection.query(page=results.page),
            previous=_page(self.selection, results.page - 1, results.pages),
            following=_page(self.selection, results.page + 1, results.pages),
            resorted=_resorted(self.selection),
            downloads=exports.links(self.selection),
            is_dated=self.kind in filters.DATED,
            **kwargs,
        )


def _said(name: str) -> str:
    """Return what a chip says before its value: nothing where the value says it itself."""
    said: dict[str, Any] = {one.name: one.label for one in filters.FILTERS if one.name in SAID}
    return str(said.get(name, ""))


def _page(selection: Selection, page: int, pages: int) -> str | None:
    """Return the query of another page, or None where there is none."""
    return selection.query(page=page) if 1 <= page <= pages else None


def _resorted(selection: Selection) -> str:
    """Return the query of the same records in the other order."""
    return replace(selection, sort="" if selection.sort else "oldest", page=1).query()


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
