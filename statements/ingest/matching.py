"""Which actors, persons and events on the desk the words of a text mean."""

import re
from collections.abc import Mapping

from django.db.models import Q

from statements.choices import EventKind
from statements.ingest import speaking
from statements.ingest.drafting.draft import Draft, Gathering
from statements.models import Actor, Event, Person
from statements.workflow.alike import likeness

_LISTED = re.compile(r",? and |,? or |[,;] ")
_GOVERNMENT = re.compile(r"(?:government|authorities) of (?:the )?(?P<of>.+)")


class Actors:
    """Actors by every name, for addressees in the words of a text."""

    def __init__(self) -> None:
        self._by_name: dict[str, Actor] | None = None

    def named(self, words: str, text: str = "") -> list[Actor]:
        """Return whom words name: one actor, or those of a list; `text` has their full names."""
        known = self._known()
        if found := self._one(words, text, known):
            return [found]
        parts = _LISTED.split(words)
        several = [self._one(part, text, known) for part in parts] if len(parts) > 1 else []
        return list(dict.fromkeys(one for one in several if one))

    def _one(self, words: str, text: str, known: Mapping[str, Actor]) -> Actor | None:
        folded = _folded(words)
        if found := known.get(folded):
            return found
        if government := _GOVERNMENT.fullmatch(folded):
            return known.get(_folded(government["of"]))
        return self._shortened(words.split()[-1:], folded, text, known)

    def _shortened(
        self, last: list[str], folded: str, text: str, known: Mapping[str, Actor]
    ) -> Actor | None:
        """Return the one body that a text names in full where "the Council" is all of a name."""
        if not last or folded != last[0].casefold() or not last[0][:1].isupper():
            return None
        ends, small = f" {folded}", text.casefold()
        found = {actor for name, actor in known.items() if name.endswith(ends) and name in small}
        return found.pop() if len(found) == 1 else None

    def _known(self) -> Mapping[str, Actor]:
        if self._by_name is None:
            self._by_name = {}
            for actor in Actor.objects.prefetch_related("aliases").select_related("country"):
                for name in (actor.name, actor.short_name, *(a.name for a in actor.aliases.all())):
                    if name:
                        self._by_name.setdefault(_folded(name), actor)
        return self._by_name


def fullest(name: str, text: str) -> str:
    """Return the name of an actor as a text has it in full, with an acronym in it; or nothing."""
    words = map(re.escape, name.split())
    found = re.search(r"\s+(?:\([A-Z][\w-]{1,11}\)\s+)?".join(words), text)
    return " ".join(found.group().split()) if found else ""


def _folded(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def person(name: str) -> Person | None:
    """Return the one person of a name; namesakes are for people to tell apart."""
    found = list(Person.objects.filter(name__iexact=speaking.bare(name))[:2]) if name else []
    return found[0] if len(found) == 1 else None


def described(found: Gathering, drafted: Draft) -> dict[str, str]:
    """Describe an event that the desk may not know yet."""
    named = found.name or found.body
    starts = found.starts.value if found.starts else None
    ends = found.ends.value if found.ends else None
    longest = Event._meta.get_field("title").max_length or 0
    symbols = [drafted.record, *(one.value for one in drafted.symbols if "/PV." in one.value)]
    symbols = [one for one in symbols if one]
    return {
        "title": " ".join(named.value.split())[:longest] if named else "",
        "kind": found.kind.value if found.kind else EventKind.CONSULTATION,
        "symbol": symbols[0][:60] if symbols else "",
        "place": found.place.value[:120] if found.place else "",
        "country": found.country,
        "host": "",
        "starts_on": starts.on.isoformat() if starts else "",
        "starts_precision": starts.precision if starts else "unknown",
        "ends_on": ends.on.isoformat() if ends and ends.precision == "day" else "",
    }


def event_of_symbols(drafted: Draft) -> tuple[Event, str] | None:
    """Return the one event whose page names a document that the text names, and its symbol.

    A concept note is of one debate: who cites it speaks there.
    """
    for symbol in dict.fromkeys(one.value for one in drafted.symbols):
        whole = re.compile(rf"(?<![\w/]){re.escape(symbol)}(?![\w/])")
        told = Event.objects.filter(Q(summary__contains=symbol) | Q(symbol=symbol)).order_by("pk")
        held = [one for one in told[:20] if whole.search(f"{one.symbol} {one.summary}")]
        if len(held) == 1:
            return held[0], symbol
    return None


def event(found: Gathering, told: Mapping[str, str]) -> Event | None:
    """Return the event on the desk that is meant: by symbol, or alike in name, of that day."""
    starts, ends = told["starts_on"], told["ends_on"]
    names = tuple(one.value for one in (found.name, found.body) if one)
    sought = likeness.Sought(
        kind="event", names=names, source=told["symbol"], year=int(starts[:4]) if starts else None
    )
    for alike in likeness.alike(sought):
        if not starts or alike.noun.starts_on is None or _meets(alike.noun, starts, ends):
            known: Event = alike.noun
            return known
    same_days = Event.objects.filter(starts_on=starts or None, starts_precision="day")
    if starts and told["starts_precision"] == "day":
        kinds = same_days.filter(kind=told["kind"])
        only = list((kinds if kinds.exists() else same_days)[:2])
        return only[0] if len(only) == 1 else None
    return None


def _meets(event: Event, starts: str, ends: str) -> bool:
    first, last = event.starts_on, event.ends_on or event.starts_on
    if first is None or last is None or event.starts_precision != "day":
        return True
    begins, until = first.isoformat(), last.isoformat()
    return bool(begins <= (ends or starts) and starts <= until)
