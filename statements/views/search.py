"""Everything that is found by words: records of all kinds together, and names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements.catalogue import filters, select, vocabulary
from statements.catalogue.search.typed import manual
from statements.catalogue.select import Results
from statements.catalogue.selection import Refused, Selection
from statements.catalogue.vocabulary import Label
from statements.templatetags import on_record
from statements.views import entries, forms, hits, lists, panels, typed
from statements.views.names import Names
from statements.views.pages import Page

# So many of each kind are shown; the rest is a link away.
SHORT, MOST_NAMES = 3, 12
RECORDS = ("statement", "recommendation", "event", "actor", "campaign")
# What has a meaning on the list of one kind only.
OF_A_LIST = frozenset({"kind", "sort", "page"})
PANELS = ("theme", "country", "year")

Found = Mapping[str, Results]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The first records of a kind, or the names: `all` are words for the list of all of them."""

    kind: str
    title: str
    total: int
    entries: Sequence[Any] = ()
    labels: Sequence[Label] = ()
    address: str = ""
    all: str = ""


class Search(Page):
    section = "search"
    takes_parameters = True
    template_name = "statements/search.html"

    def refuse_parameters(self) -> None:
        given = dict(self.request.GET.lists())
        self.whole = panels.whole(PANELS, given.pop(panels.WHOLE, ()))
        for name in sorted(OF_A_LIST & given.keys()):
            raise Refused(name, _("There is no parameter “%(name)s” here.") % {"name": name})
        self.selection = filters.read("statement", given)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # A kind that was typed (`kind:speech`) is one of statements: their list takes it.
        if "kind" in self.selection.values:
            return redirect(reverse("statement-list") + self.selection.query())
        return typed.moved(request, self.selection) or super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        selection = self.selection
        found = find(selection) if selection.q else {}
        total = sum(results.total for results in found.values())
        return super().get_context_data(
            selection=selection,
            total=total,
            tally=_tally(found),
            examples=() if selection.q else manual.EXAMPLES,
            matches=list(matches(selection, found)),
            # The words stand in the box.
            chips=lists.chips(selection)[1 if selection.q else 0 :],
            query=selection.query(),
            **_shown(selection, found, self.request.path, self.whole),
            carried=typed.carried(selection, {"q"}),
            **(typed.context(found["statement"]) if found else {}),
            **kwargs,
        )


def find(selection: Selection) -> Found:
    """Return the first of what is found of each kind that takes all the parameters."""
    narrowed = {name for name in ("since", "until") if getattr(selection, name)}
    narrowed |= selection.values.keys()
    found = {
        kind: _first(selection, kind, SHORT)
        for kind in RECORDS
        if narrowed <= set(filters.known(kind))
    }
    if not narrowed:
        found["term"] = _first(selection, "term", MOST_NAMES)
    return found


def _first(selection: Selection, kind: str, size: int) -> Results:
    """Return the first of a kind; the choices that are shown are those of statements."""
    panels = PANELS if kind == selection.kind else ()
    return select.select(replace(selection, kind=kind), size=size, panels=panels)


def matches(selection: Selection, found: Found) -> Iterator[tuple[Label, str]]:
    """Yield what has the very name that was typed, and in words what is on record by it."""
    for label, said, name in _named(found):
        if label.title.casefold() == selection.q.casefold() and label.kind != "region":
            n = select.filed("statement", name, [label.code if name != "actor" else label.ref])
            yield label, f"{said}{on_record.colon()}{on_record.tally(statements=sum(n.values()))}"


def _named(found: Found) -> Iterator[tuple[Label, str, str]]:
    """Yield the labels of found names, what they are, and the parameter they are values of."""
    said = {"country": _("country"), "theme": _("theme"), "tag": _("tag")}
    for card in found["term"].cards if "term" in found else ():
        yield vocabulary.label_of(card), said.get(card.scheme, ""), card.scheme
    for card in found["actor"].cards if "actor" in found else ():
        # A State is found by its country.
        if card.kind != "state":
            yield vocabulary.label_of_actor(card), _("actor"), "actor"


def _shown(selection: Selection, found: Found, path: str, whole: str) -> dict[str, Any]:
    """Return the sections and the panels of what is found, and the form with these at `path`."""
    results = found.get("statement")
    offered = panels.offered(results, whole) if results else {}
    offered = {name: values for name, values in offered.items() if name in PANELS}
    mentioned = [
        key for kind in RECORDS if kind in found for key in entries.keys(kind, found[kind].cards)
    ]
    names = Names([*mentioned, *panels.keys(offered)])
    drawn = panels.panels(results, offered, names, whole) if results else ()
    hidden = typed.carried(selection, {*PANELS, "since", "until"})
    return {
        "sections": list(_sections(found, names)),
        "panels": drawn,
        "form": [forms.form(names.reader, path, selection, drawn, hidden)],
    }


def _sections(found: Found, names: Names) -> Iterator[Section]:
    for kind, results in found.items():
        if not results.total:
            continue
        if kind == "term":
            labels = [vocabulary.label_of(card) for card in results.cards]
            yield Section(kind=kind, title=_title(kind), total=results.total, labels=labels)
            continue
        shown = entries.entries(kind, results.cards, names)
        yield Section(
            kind=kind,
            title=_title(kind),
            total=results.total,
            entries=hits.shown(kind, shown, results.selection.sought),
            address=reverse(f"{kind}-list") + results.selection.query(),
            all=_all(kind, results.total) if results.total > len(shown) else "",
        )


def _title(kind: str) -> str:
    return {
        "statement": _("Statements"),
        "recommendation": _("Recommendations"),
        "event": _("Events"),
        "actor": _("Actors"),
        "campaign": _("Campaigns"),
        "term": _("Countries, themes and tags"),
    }[kind]


def _all(kind: str, n: int) -> str:
    """Return the words of the link to the whole list of what is found."""
    words = {
        "statement": ngettext("%(n)s statement", "All %(n)s statements", n),
        "recommendation": ngettext("%(n)s recommendation", "All %(n)s recommendations", n),
        "event": ngettext("%(n)s event", "All %(n)s events", n),
        "actor": ngettext("%(n)s actor", "All %(n)s actors", n),
        "campaign": ngettext("%(n)s campaign", "All %(n)s campaigns", n),
    }[kind]
    return words % {"n": n}


def _tally(found: Found) -> str:
    """Return in words how much of what was said and asked is found."""
    totals = {f"{kind}s": results.total for kind, results in found.items()}
    counted = {name: totals.get(name, 0) for name in ("statements", "recommendations", "events")}
    return on_record.tally(**counted) if any(counted.values()) else ""
