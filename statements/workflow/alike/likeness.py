"""Find what is on the desk twice: drafts count as well as what is public."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from statements.models import Actor, Event, Mark, Person, Statement, ToldApart, User, Voice
from statements.text import likeness
from statements.workflow.errors import NotAllowed
from statements.workflow.history.log import kind_of

# As many are shown; as many are looked at closely.
SHOWN, LOOKED_AT = 5, 20
# So much of the shorter text stands in both; so alike are two names.
NEAR_TEXT, NEAR_NAME = 0.5, 0.86

Noun = Statement | Actor | Person | Event
NOUNS: dict[str, type[Any]] = {
    "statement": Statement,
    "actor": Actor,
    "person": Person,
    "event": Event,
}


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: of a statement its text and where it is from, of others their names."""

    kind: str
    text: str = ""
    address: str = ""
    source: str = ""
    actors: frozenset[int] = frozenset()
    names: tuple[str, ...] = ()
    year: int | None = None
    country: int | None = None
    ref: str = ""

    def marks(self) -> frozenset[int]:
        return (
            likeness.of_text(self.text)
            | likeness.of_address(self.address)
            | likeness.of_symbols(f"{self.source} {self.address}")
            | likeness.of_names(self.names)
        )


@dataclass(frozen=True, slots=True)
class Alike:
    """Something like what is looked for, with the reasons, as a person reads them."""

    noun: Any
    reasons: tuple[str, ...]
    score: float = field(compare=False)


def sought(noun: Noun) -> Sought:
    """Return what something on the desk is looked for by."""
    match noun:
        case Statement():
            actors = noun.voices.values_list("actor_id", flat=True) if noun.pk else ()
            return Sought(
                kind="statement",
                text=noun.text,
                address=noun.source_url,
                source=noun.source_note,
                actors=frozenset(pk for pk in actors if pk),
                ref=noun.ref,
            )
        case Event():
            return Sought(
                kind="event",
                names=(noun.title,),
                address=noun.source_url,
                source=noun.symbol,
                year=_year(noun),
                country=noun.country_id,
                ref=noun.ref,
            )
        case Actor():
            others = [alias.name for alias in noun.aliases.all()] if noun.pk else []
            names = tuple(filter(None, (noun.name, noun.short_name, *others)))
            return Sought(kind="actor", names=names, country=noun.country_id, ref=noun.ref)
    return Sought(kind="person", names=(noun.name,), ref=noun.ref)


def remember(noun: Noun) -> None:
    """Let something be found by what is like it, as it is now."""
    told = sought_of_row(noun)
    held = set(Mark.objects.filter(kind=told.kind, ref=told.ref).values_list("value", flat=True))
    marks = told.marks()
    if gone := held - marks:
        Mark.objects.filter(kind=told.kind, ref=told.ref, value__in=gone).delete()
    _write(told, marks - held)


def remember_new(noun: Noun) -> None:
    """Let something that was just made be found: nothing is known of it yet."""
    told = sought_of_row(noun)
    _write(told, told.marks())


def sought_of_row(noun: Noun) -> Sought:
    """Return what a row is found by; who speaks in a statement is not of its row."""
    if isinstance(noun, Statement):
        return Sought(
            kind="statement",
            text=noun.text,
            address=noun.source_url,
            source=noun.source_note,
            ref=noun.ref,
        )
    return sought(noun)


def forget(kind: str, ref: str) -> None:
    """Find something no more, since it is no more."""
    Mark.objects.filter(kind=kind, ref=ref).delete()


def alike(told: Sought) -> list[Alike]:
    """Return what on the desk is like what is looked for, most alike first.

    What a person told apart from it is left out. For importing, too: `told` needs no row.
    """
    marks = told.marks()
    if not marks:
        return []
    found = Mark.objects.filter(kind=told.kind, value__in=marks).exclude(ref=told.ref)
    counted = found.values_list("ref").annotate(n=Count("pk")).order_by("-n", "ref")
    refs = {ref for ref, _n in counted[:LOOKED_AT]} - _apart(told)
    rows = _rows(told.kind).filter(ref__in=refs)
    judged = (_judged(told, row) for row in rows)
    kept = [one for one in judged if one.reasons]
    return sorted(kept, key=lambda one: (-one.score, str(one.noun)))[:SHOWN]


def tell_apart(one: Noun, other: Noun, *, by: User) -> None:
    """Remember that two that look alike are not the same. Raises NotAllowed."""
    kind = kind_of(one)
    if not by.has_perm(f"statements.change_{kind}"):
        raise NotAllowed(_("You may not change this."))
    first, second = sorted((one.ref, other.ref))
    ToldApart.objects.get_or_create(kind=kind, one=first, other=second, defaults={"by": by})


def _write(told: Sought, marks: Iterable[int]) -> None:
    rows = [Mark(kind=told.kind, ref=told.ref, value=value) for value in sorted(marks)]
    if rows:
        Mark.objects.bulk_create(rows)


def _apart(told: Sought) -> set[str]:
    if not told.ref:
        return set()
    rows = ToldApart.objects.filter(kind=told.kind)
    ones = rows.filter(one=told.ref).values_list("other", flat=True)
    return {*ones, *rows.filter(other=told.ref).values_list("one", flat=True)}


def _rows(kind: str) -> Any:
    rows = NOUNS[kind]._default_manager.all()
    return rows.prefetch_related("aliases") if kind == "actor" else rows


def _judged(told: Sought, row: Any) -> Alike:
    reasons = _of_statement(told, row) if told.kind == "statement" else _of_name(told, row)
    score = max((score for score, _reason in reasons), default=0.0)
    return Alike(row, tuple(reason for _score, reason in reasons), score)


def _of_statement(told: Sought, row: Statement) -> list[tuple[float, str]]:
    reasons = []
    if told.text and likeness.words(told.text) == likeness.words(row.text):
        reasons.append((2.0, _("the same text")))
    elif told.text and (share := likeness.shared(told.text, row.text)) >= NEAR_TEXT:
        message = _("%(percent)d %% of the words are the same") % {"percent": round(share * 100)}
        reasons.append((share, message))
    if told.address and likeness.address_key(told.address) == likeness.address_key(row.source_url):
        reasons.append((1.5, _("the same source address")))
    theirs = likeness.symbols_in(f"{row.source_note} {row.source_url}")
    if likeness.symbols_in(f"{told.source} {told.address}") & theirs and _speaks(told, row):
        reasons.append((1.2, _("the same document, and the same speaker")))
    return reasons


def _speaks(told: Sought, row: Statement) -> bool:
    """Tell whether one of the same actors speaks: a record has the speeches of many."""
    return Voice.objects.filter(statement=row, actor__in=told.actors).exists()


def _year(noun: Event) -> int | None:
    """Return the year of an event, which may not have come from the database yet."""
    day: date | None = Event._meta.get_field("starts_on").to_python(noun.starts_on)
    return day.year if day else None


def _differ(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one != other


def _of_name(told: Sought, row: Any) -> list[tuple[float, str]]:
    other = sought(row)
    if _differ(told.year, other.year) or _differ(told.country, other.country):
        # Each year's meeting of one name, the ministries of justice of two countries.
        return []
    reasons = []
    pairs = [(one, another) for one in told.names for another in other.names]
    near = max((likeness.alike_names(*pair) for pair in pairs), default=0.0)
    if near == 1:
        reasons.append((2.0, _("the same name")))
    elif near >= NEAR_NAME:
        reasons.append((near, _("nearly the same name")))
    if told.source and likeness.symbols_in(told.source) & likeness.symbols_in(other.source):
        reasons.append((1.5, _("the same symbol")))
    if told.address and likeness.address_key(told.address) == likeness.address_key(other.address):
        reasons.append((1.2, _("the same source address")))
    return reasons
