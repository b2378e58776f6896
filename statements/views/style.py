"""The living style page: each component in its states, drawn by the includes that every page uses.

It is for those who work on the site, in English alone, and no search engine keeps it.
"""

from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import SafeString

from statements import choices
from statements.catalogue.search.typed import manual
from statements.catalogue.selection import Selection
from statements.templatetags import drawing, languages
from statements.templatetags.drawing import NOTHING, Choice
from statements.views.entries import ActorEntry, CampaignEntry, EventEntry, InstrumentEntry
from statements.views.forms import Fieldset
from statements.views.pages import Page
from statements.views.panels import Panel
from statements.views.text_entries import RecommendationEntry, StatementEntry

COLOURS = ("ink", "ink-soft", "paper", "surface", "wash", "rule", "field", "accent", "mark")
WORDS = "Every State should give shelter to each victim."
ARABIC = "ينبغي لكل دولة أن توفر المأوى لكل ضحية وفقا للقرار S/2017/198."
HERE = "#main"
LABELS = SafeString(
    '<li><a href="#main">Iraq</a></li><li><a href="#main">Shelter</a></li>'
    '<li class="more">2 more</li>'
)
BYLINE = SafeString(
    '<time datetime="2017-09-27">27 September 2017</time> · Speech · '
    '<strong><a href="#main">Pakistan</a></strong>'
)


class Style(Page):
    section = "style"
    template_name = "statements/style.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer in English; in another language lead there."""
        address = languages.bare(request.path)
        if request.path != address:
            return redirect(address, permanent=True)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lists, everything = reverse("statement-list"), Selection(kind="statement")
        return super().get_context_data(
            # Where the links to other languages lead: there is no such page in them.
            elsewhere=reverse("home"),
            colours=COLOURS,
            pillars=choices.Pillar,
            entries=_entries(),
            fieldsets=[Fieldset.of("en", one, lists, everything) for one in _panels()],
            chips=[("", "Shelter", HERE), ("Said by", "Pakistan", HERE)],
            ways_out=[("", "Shelter", HERE, 3), ("Said by", "Pakistan", HERE, 1)],
            notes=["“colour:” is no field here."],
            better=SimpleNamespace(query=HERE, words="trafficking"),
            examples=manual.EXAMPLES[:2],
            results=SimpleNamespace(page=2, pages=3),
            **kwargs,
        )


def _entries() -> list[Any]:
    """Return an entry of each kind, with all its parts and with few."""
    return [
        _statement(WORDS, "en", "Statement of Pakistan on shelter"),
        _statement(ARABIC, "ar", "بيان باكستان بشأن المأوى"),
        _recommendation("Give every victim a bed", "", "protection", WORDS),
        _recommendation("", "commitment", "partnership", "We will open two houses."),
        EventEntry(
            card=None,
            title=SafeString("Open debate on trafficking in conflict"),
            path=SafeString(HERE),
            when=NOTHING,
            byline=BYLINE,
            place=SafeString("New York"),
            tally=SafeString("3 statements"),
        ),
        CampaignEntry(
            card=None,
            title=SafeString("Shelter for all"),
            path=SafeString(HERE),
            aim=SafeString("A bed for each victim."),
            tally=SafeString("4 recommendations, 3 statements"),
        ),
        ActorEntry(
            card=None,
            title=SafeString("International Organization for Migration"),
            path=SafeString(HERE),
            kind=SafeString("United Nations entity"),
            short_name=SafeString("IOM"),
        ),
        InstrumentEntry(
            card=None,
            title=SafeString("Global Plan of Action to Combat Trafficking in Persons"),
            path=SafeString(HERE),
            facts=SafeString("Resolution · <bdi>A/RES/64/293</bdi>"),
        ),
    ]


def _statement(words: str, language: str, title: str) -> StatementEntry:
    return StatementEntry(
        card=None,
        title=SafeString(title),
        path=SafeString(HERE),
        script=drawing.script(language),
        pillar=SafeString("protection"),
        speakers=NOTHING,
        when=NOTHING,
        byline=BYLINE,
        lead_in=NOTHING,
        words=SafeString(words),
        asked_of=NOTHING,
        asked=SafeString(f"{drawing.pillar('en', 'protection')} asked of Iraq · 4 recommendations"),
        tally=NOTHING,
        labels=LABELS,
    )


def _recommendation(title: str, css: str, pillar: str, words: str) -> RecommendationEntry:
    return RecommendationEntry(
        card=None,
        title=SafeString(title),
        path=SafeString(HERE),
        css=SafeString(css),
        script=drawing.script("en"),
        pillar=SafeString(pillar),
        lead_in=NOTHING,
        words=SafeString(words),
        asked=SafeString(f"{drawing.pillar('en', pillar)} asked of Iraq"),
        byline=BYLINE,
        labels=LABELS,
    )


def _panels() -> list[Panel]:
    """Return a panel with everything in sight, one with a fold, and one that is cut short."""
    few = [
        Choice("speech", "Speech", 3, True),
        Choice("press_release", "Press release", 2, False),
    ]
    many = [Choice(f"c{n}", f"Country {n}", n, False) for n in range(12, 0, -1)]
    return [
        Panel("kind", "Kind", few, [], "", False),
        Panel("country", "Country", many[:8], many[8:], "4 more", False),
        Panel("to", "Asked of", many[:8], many[8:], "100 more", False, of=108),
    ]
