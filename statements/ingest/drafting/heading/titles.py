"""The title of a text, as it is shown."""

import re

from django.utils.translation import gettext_lazy as _

from statements.ingest.drafting.cited import dates
from statements.ingest.drafting.draft import Proposal, Why
from statements.ingest.drafting.heading import people
from statements.ingest.drafting.heading.head import Head
from statements.ingest.drafting.page import Line, Page

_HEADING = Why("title-heading", _("it is the first line that says what this is"))
SAYING = re.compile(
    r"\b(?:Joint |Press |Opening |Closing |Keynote |National |General |Video )?"
    r"(?:[Ss]tatements?|[Rr]emarks|[Aa]ddress|[Ss]peech|[Mm]essage|[Rr]eadout|[Dd]eclaration"
    r"|[Cc]ommuniqu[eé]|[Pp]roclamation"
    r"|Explanation of (?:[Pp]osition|[Vv]ote)|[Ii]nterventi?on|[Tt]estimony|[Ii]ntervención"
    r"|[Dd]iscurso|[Dd]éclaration"
    r"|[Aa]llocution|[Dd]iscours|[Cc]omments|[Ll]ecture|INTERVENTION|STATEMENT|REMARKS|ADDRESS)\b"
)
_NUMBERED = re.compile(
    r"(?:\d{1,5}(?:st|nd|rd|th)\b.{0,24} Meetings?\b|[A-Z][a-z-]+(?:-[a-z]+)? [Ss]ession,?\Z"
    r"|(?:Security Council|General Assembly)\Z"
    r"|Agenda [Ii]tem\b|Item \d|Topic:|Briefings? & Statements)"
)
_OFFICE_LINE = re.compile(
    r"(?:[A-Z][\w-]+ ){0,3}(?:Organi[sz]ation|Agency|Fund|Union|Commission|Mission|Ministry"
    r"|Department|Embassy|Delegation|Government|Office|Bureau"
    r"|United States|Republic|Kingdom|State)\b[^:]{0,90}\Z"
)
OPEN_END = re.compile(r"(?:,|\b(?:of|on|at|the|and|for|to|in|by|with|de|del|du|des|a|an))\Z|:\Z")
_GOES_ON = re.compile(r"(?:at|on|to|of|in|during|for|and|by)\b|World Day |International Day ")
_MOST_JOINED = 8


def find(head: Head) -> Proposal[str] | None:
    lines = _without_byline(head)
    if not lines:
        return None
    first = _first(lines)
    if first == len(lines):
        return None
    last = _last(lines, first)
    start, end = lines[first].start, lines[last].end
    title = _tidy(head.page, start, end)
    return Proposal(title, _HEADING, *head.page.place(start, end)) if title else None


def span(head: Head) -> tuple[int, int]:
    """Return where the title stands in the page's words; an empty span for none."""
    lines = _without_byline(head)
    if not lines:
        return (0, 0)
    first = _first(lines)
    if first == len(lines):
        return (0, 0)
    return lines[first].start, lines[_last(lines, first)].end


def _without_byline(head: Head) -> list[Line]:
    lines = list(head.telling)
    if len(lines) > 1 and all(line.words.isupper() for line in lines):
        return lines
    kept: list[Line] = []
    for number, line in enumerate(lines):
        below = lines[number + 1].words if number + 1 < len(lines) else ""
        is_byline = people.is_name(line.words) and (people.is_role(below) or not kept)
        is_role = number and people.is_name(lines[number - 1].words) and people.is_role(line.words)
        named = people.person(line.words) if not SAYING.search(line.words) else None
        if (
            is_byline
            or (is_role and not SAYING.search(line.words))
            or (named and named.name and kept and len(line.words) < 90)
        ):
            continue
        kept.append(line)
    return kept


def _first(lines: list[Line]) -> int:
    """Return the number of the line that begins the title: no meeting's number or its date."""
    for number, line in enumerate(lines):
        if _NUMBERED.match(line.words):
            continue
        begins = any(SAYING.match(other.words) for other in lines[number + 1 :])
        if begins and _OFFICE_LINE.match(line.words) and not SAYING.search(line.words):
            continue
        later = any(SAYING.search(other.words) for other in lines[number + 1 :])
        if later and not SAYING.search(line.words) and _ends_with_date(line.words):
            continue
        return number
    return len(lines)


def _last(lines: list[Line], first: int) -> int:
    last = first
    while last + 1 < len(lines) and last - first < _MOST_JOINED:
        line, below = lines[last], lines[last + 1]
        beside = below.start <= line.end + 1
        goes_on = (
            OPEN_END.search(line.words) or _GOES_ON.match(below.words) or below.words[0].islower()
        )
        in_capitals = line.words.isupper() and below.words.isupper()
        if not (beside and (goes_on or in_capitals)):
            break
        last += 1
    return last


def _ends_with_date(words: str) -> bool:
    found = dates.find(words)
    return bool(found) and found[-1].end >= len(words.rstrip(" .)"))


def _tidy(page: Page, start: int, end: int) -> str:
    return page.written(start, end).strip().rstrip(":").strip()
