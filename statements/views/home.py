"""The home page: what was said, what was asked, what was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from statements import charts, choices
from statements.catalogue import revision, select, vocabulary
from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import Label
from statements.views import campaigns, coming, entries
from statements.views.entries import Entry
from statements.views.metadata import pages as about
from statements.views.metadata.metadata import Metadata
from statements.views.names import Names
from statements.views.pages import Page
from statements.views.text_entries import StatementEntry

NEWEST = 5
# The longest quotation that reads well beside the three lines.
QUOTABLE = 240
THEMES_OF_A_DOOR = 3


@dataclass(frozen=True, slots=True)
class Door:
    """A pillar, how many recommendations it has, and the themes most of them are about."""

    pillar: choices.Pillar
    n: int
    themes: tuple[Label, ...]


class Home(Page):
    section = "home"
    template_name = "statements/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        newest = select.cards(Selection(kind="statement"), size=NEWEST)
        campaign_cards = select.cards(Selection(kind="campaign"), size=NEWEST)
        ahead = coming.cards()
        counts = select.counted("recommendation", ["pillar", "theme"])
        names = Names([*entries.keys("statement", newest), *coming.keys(ahead)])
        shown = entries.entries("statement", newest, names)
        return super().get_context_data(
            quoted=_quoted(shown),
            figures=charts.drawn(
                names.vocabulary, ("statements-by-country", Selection(kind="statement"))
            ),
            doors=doors(counts, names.vocabulary.terms("theme")),
            newest=shown,
            campaigns=campaigns.with_tallies(entries.entries("campaign", campaign_cards, names)),
            coming=coming.drawn(ahead, names),
            **kwargs,
        )

    def metadata(self, context: dict[str, Any]) -> Metadata:
        return about.home(context["path"])


def doors(counts: Mapping[str, Mapping[str, int]], themes: Sequence[Any]) -> list[Door]:
    """Return the four pillars with the themes under each that are most often asked for."""
    by_theme = counts.get("theme", {})
    found = []
    for pillar in choices.Pillar:
        under = [term for term in themes if pillar in term.broader and by_theme.get(term.code)]
        under.sort(key=lambda term: -by_theme[term.code])
        labels = tuple(vocabulary.label_of(term) for term in under[:THEMES_OF_A_DOOR])
        found.append(Door(pillar, counts.get("pillar", {}).get(pillar, 0), labels))
    return found


def _quoted(shown: Sequence[Entry]) -> Entry | None:
    """Return a new statement whose quotation is short enough, each day another."""
    quoting = [one for one in shown if isinstance(one, StatementEntry) and one.card.quote]
    short = [one for one in quoting if len(one.card.quote.exact) <= QUOTABLE]
    among = short or quoting[:1]
    return among[revision.today().toordinal() % len(among)] if among else None
