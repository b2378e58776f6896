"""What a State was asked together with all others, and who asks as it does, or as an actor does."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from statements import choices
from statements.catalogue import select
from statements.catalogue.selection import Selection, Value
from statements.views.portraits import breakdowns
from statements.views.portraits.breakdowns import Breakdown
from statements.views.portraits.questions import POOL, Question, asks, of

# The collective addressees, by their addresses, that every State is one of.
EVERY_STATE = frozenset(
    {
        *("all-states", "member-states", "states-of-origin-transit-and-destination"),
        *("governments", "international-community"),
    }
)
# There are a dozen collective addressees; an event that so many followed is long ago, and the link
# to the whole list names them all: a server reads four thousand characters of an address.
COLLECTIVES, EVENTS = 40, 20
SHOWN = 3
# Two ask about the same where both ask about one of so many themes.
THEMES = 3


def questions(country: Value) -> Iterator[Question]:
    """Ask what all States were asked at the events where one took part, by others than itself."""
    addressed, events = _every_state(), _attended(country)
    if not (addressed and events):
        return
    asked = asks(actor=addressed, event=events)
    named = {"country": country.label}

    def by_others(cards: Sequence[Any]) -> Sequence[Any]:
        return [
            card for card in cards if all(voice.state != country.filed for voice in card.askers)
        ]

    yield Question(
        title=_("What was asked of all States where %(country)s took part") % named,
        selection=asked,
        nothing=_("Nothing that was asked of all States where %(country)s took part is on record.")
        % named,
        size=SHOWN,
        pool=POOL,
        pick=by_others,
        all=_("The whole list, with what %(country)s asked itself") % named,
    )


def company(who: Value, compared: str) -> Iterator[Breakdown]:
    """Count who asks about the same as a State or another actor, and who speaks with it.

    `compared` is what the page that compares takes for it.
    """
    itself = frozenset({who.filed})
    if alike := _alike(who):
        title = _("Who asks about the same")
        yield Breakdown(title, alike, "by", itself, compared=compared)
    said = of("statement", by=who)
    yield Breakdown(_("Spoke in the same statement"), said, "by", itself, compared=compared)


def _alike(who: Value) -> Selection | None:
    """Select what was asked about the themes that somebody asks about most."""
    most = breakdowns.counted(Breakdown("", asks(by=who), "theme", most=THEMES))
    return asks(theme=[Value(code, code, "") for code, _n in most]) if most else None


def _every_state() -> list[Value]:
    kind = Value(choices.ActorKind.COLLECTIVE.value, "", "")
    cards = select.cards(of("actor", kind=kind), size=COLLECTIVES)
    return [Value(card.ref, card.slug, card.name) for card in cards if card.slug in EVERY_STATE]


def _attended(country: Value) -> list[Value]:
    """Return the latest events that a State was host of or took part in."""
    state = Value(choices.ActorKind.STATE.value, "", "")
    actors = select.cards(of("actor", kind=state, country=country), size=1)
    if not actors:
        return []
    itself = Value(actors[0].ref, "", "")
    cards = select.cards(of("event", actor=itself), size=EVENTS)
    return [Value(card.ref, card.slug, card.title) for card in cards]
