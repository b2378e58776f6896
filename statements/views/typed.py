"""What was typed into the box, for the pages that take it: what was made of it, what is better."""

from collections.abc import Collection
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from statements.catalogue.search.offers import related, spelling
from statements.catalogue.search.typed import notes
from statements.catalogue.select import Results
from statements.catalogue.selection import Selection


def moved(request: HttpRequest, selection: Selection) -> HttpResponse | None:
    """Return where a selection has its own address if it was asked for at another, else None.

    The way there may change with the names on record, so no browser is to keep it for good.
    Where something typed was not understood the reader is told so here: its own address, which
    the page gives as the canonical one, knows nothing of it.
    """
    if not selection.is_moved or selection.notes:
        return None
    return redirect(f"{request.path}{selection.query()}")


def carried(selection: Selection, shown: Collection[str]) -> list[tuple[str, str]]:
    """Return the parameters that a form carries on, but for those that it shows itself."""
    pairs = [("q", selection.q), ("since", selection.since), ("until", selection.until)]
    pairs += [(name, one.given) for name, values in selection.values.items() for one in values]
    return [(name, given) for name, given in pairs if given and name not in shown]


def context(results: Results) -> dict[str, Any]:
    """Return what a page shows around its results: the words, notes on them, and other words."""
    selection = results.selection
    return {
        "q": selection.q,
        "notes": notes.said(selection.notes),
        "better": spelling.better(selection, results.total),
        "related": related.related(results),
    }
