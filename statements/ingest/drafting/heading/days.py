"""When a text was delivered, and when it was published."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from statements.choices import StatementKind
from statements.ingest.drafting.cited import dates
from statements.ingest.drafting.draft import Proposal, When, Why
from statements.ingest.drafting.heading.head import DateLine, Head

_LABELLED = Why("published-label", _("“published” or the page's own date stands before it"))
_PAGE = Why("published-line", _("the date stands alone below the title"))
_DATELINE = Why("published-dateline", _("the text begins with a place and a date"))
_SPOKEN = Why("delivered-line", _("the day stands with the place below the title of a speech"))
_TITLED = Why("delivered-title", _("the title says on which day it was spoken"))
_WITNESSED = Why("published-witness", _("“in witness whereof”, with the day in words"))

_PUBLISH = re.compile(r"publish|posted|release|updated|publié|publicad|date\b")
# "VIENNA, 27 July 2017 (UN Information Service) -", "IRAQ, 30 July 2024", "Geneva, 21 November -".
_MEETING = re.compile(
    r"\b(?:Council|Committee|Assembly|Commission|Conference|Session|Meeting|Congress)\b"
)
_BEGINNING = re.compile(r"(?:[A-Z][\w.'/-]+,? ?){1,5}[,(-]? ?\Z")
_BEGINNING_ENDS = re.compile(r"(?: \([^()\n]{1,60}\))?\)?(?: ?[-:|]|\n|\Z|,? [A-Z])")
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth"
).split()
_ORDINALS = {word: number for number, word in enumerate((*_UNITS, *_TEENS), start=1)} | {
    "twentieth": 20,
    "thirtieth": 30,
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS, start=1)},
    "thirty-first": 31,
}
_CARDINALS = {
    word: number
    for number, word in enumerate(
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen "
            "sixteen seventeen eighteen nineteen"
        ).split(),
        start=1,
    )
} | {"twenty": 20, "thirty": 30}
_WITNESS = re.compile(
    r"\bthis (?P<day>[a-z-]{5,15}) day of (?P<month>[A-Z][a-z]{2,8}),? in the year of our Lord two "
    r"thousand(?: and)? (?P<year>[a-z-]{3,15})"
)


@dataclass(frozen=True, slots=True)
class Days:
    delivered: Proposal[When] | None = None
    published: Proposal[When] | None = None
    held: Proposal[When] | None = None


def find(head: Head, kind: StatementKind, title: tuple[int, int]) -> Days:
    """Return the days of a text; `held` are those of the event, where its head says so."""
    if head.record:
        return Days()
    spoken = kind in (StatementKind.SPEECH, StatementKind.TRANSCRIPT)
    published, lines = _published(head)
    spoken = spoken or (kind is StatementKind.STATEMENT and _at_meeting(head, title))
    delivered = held = None
    titled = _in_title(head, title)
    sited = next((line for line in lines if line.place), None)
    if spoken:
        alone = sited or (lines[0] if lines else None)
        delivered = titled or (_proposal(head, alone, _SPOKEN) if alone else None)
        held = delivered
        if (
            delivered
            and not published
            and lines
            and not sited
            and _is_page(lines[0], titled, title)
        ):
            published = _proposal(head, lines[0], _PAGE)
    elif titled:
        held = titled
    if not published and not spoken:
        first = lines[0] if lines else None
        published = _proposal(head, first, _PAGE) if first else _dateline(head) or _witness(head)
    return Days(_one_day(delivered), published, held)


def _is_page(line: DateLine, titled: Proposal[When] | None, title: tuple[int, int]) -> bool:
    """Say whether a date is the page's own, and not the day of a speech alone."""
    return titled is None or line.line.start < title[0]


def _at_meeting(head: Head, title: tuple[int, int]) -> bool:
    """Say whether a line above a statement has a meeting's name and day."""
    start, end = title
    return any(
        _MEETING.search(line.words) and head.dates_in(line.words)
        for line in head.telling
        if not start <= line.start < end
    )


def _published(head: Head) -> tuple[Proposal[When] | None, list[DateLine]]:
    """Return the day that a label calls the page's, and the other lines of dates."""
    published = None
    others = []
    for line in head.dates:
        if line.is_stamp or _PUBLISH.search(line.label):
            published = published or _proposal(head, line, _LABELLED)
        else:
            others.append(line)
    return published, others


def _in_title(head: Head, title: tuple[int, int]) -> Proposal[When] | None:
    start, end = title
    found = head.dates_in(head.page.words[start:end]) if end > start else ()
    exact = [written for written in found if written.when.precision == "day"]
    if not exact:
        others = (line for line in head.telling if not start <= line.start < end)
        for line in others:
            exact = [one for one in head.dates_in(line.words) if one.when.precision == "day"]
            if exact:
                start = line.start
                break
    if not exact:
        return None
    written = exact[-1]
    place = head.page.place(start + written.start, start + written.end)
    return Proposal(written.when, _TITLED, *place)


def _dateline(head: Head) -> Proposal[When] | None:
    body = head.body[:160]
    for written in head.dates_in(body):
        before, after = body[: written.start], body[written.end :]
        if _BEGINNING.fullmatch(before) and _BEGINNING_ENDS.match(after):
            start = head.begins + written.start
            place = head.page.place(start, head.begins + written.end)
            return Proposal(written.when, _DATELINE, *place)
        break
    return None


def _witness(head: Head) -> Proposal[When] | None:
    found = _WITNESS.search(head.page.words)
    if found is None:
        return None
    tens, _hyphen, units = found["year"].partition("-")
    year = 2000 + _CARDINALS.get(tens, 0) + _CARDINALS.get(units, 0)
    day = _ORDINALS.get(found["day"])
    written = dates.find(f"{day} {found['month']} {year}")
    if not written:
        return None
    return Proposal(written[0].when, _WITNESSED, *head.page.place(*found.span()))


def _one_day(proposal: Proposal[When] | None) -> Proposal[When] | None:
    """Return a range as its first day: nobody speaks for two."""
    if proposal is None or proposal.value.until is None:
        return proposal
    return Proposal(When(proposal.value.on), proposal.why, proposal.start, proposal.end)


def _proposal(head: Head, line: DateLine, why: Why) -> Proposal[When]:
    start, end = line.line.start + line.written.start, line.line.start + line.written.end
    return Proposal(line.written.when, why, *head.page.place(start, end))
