"""The event at which a text was spoken, or of which it tells."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from statements.choices import EventKind, StatementKind
from statements.ingest.drafting.cited import dates
from statements.ingest.drafting.draft import Gathering, Proposal, When, Why
from statements.ingest.drafting.heading import titles
from statements.ingest.drafting.heading.days import Days
from statements.ingest.drafting.heading.head import HALL, Head
from statements.ingest.drafting.heading.places import Place

_TITLE = Why("event-title", _("the title says at what it was spoken"))
_HEAD = Why("event-head", _("a line of the heading names it"))
_OPENING = Why("event-opening", _("the first sentences say at what it was spoken"))
_REPORT = Why("event-report", _("the text tells of it, with its day"))
_COUNCIL = Why("body-council", _("it speaks to “the Council”"))
_ASSEMBLY = Why("body-assembly", _("it speaks to “the Assembly”"))
_BODY = Why("body-named", _("the name of the event holds it"))

_NOUN = (
    r"(?:[ÉEée]vénement|[Dd]ebate [Aa]bierto|[Pp]ermanent Council|[Oo]pen [Dd]ebate|[Dd]ebate"
    r"|[Mm]inisterial|[Mm]eeting|[Cc]onference|[Ss]ession|[Ss]ummit"
    r"|[Ss]ide[- ][Ee]vent|[Ee]vent|[Ff]orum|[Dd]ialogue"
    r"|[Ll]aunch|[Ww]orkshop|[Ss]eminar|[Cc]onsultations?|[Bb]riefing|[Cc]eremony|[Rr]oundtable"
    r"|[Ss]ymposium|[Cc]ommemoration|[Cc]ongress"
    r"|[Pp]anel|[Dd]iscussion|[Cc]ommittee|[Rr]eview|[Oo]bservance|[Cc]oloquio|[Rr]eunión|[Dd]ébat"
    r"|[Rr]éunion|[Cc]onférence|[Dd]iálogo)"
)
_AT = (
    re.compile(
        r"\b(?:at|during|lors d(?:e la|u|e)|en el|en la|ante el)(?: the"
        r"| an?)? (?P<name>[^\n]{4,300})"
        r"|\b(?:Address|Speech|Lecture|Remarks|Statement), (?P<of>[^\n]{4,300})"
    ),
    re.compile(r"\b(?:to|before|for|in|au|on)(?: the| an?)? (?P<name>[^\n]{4,300})"),
)
_STARTS = re.compile(
    rf"(?P<name>(?:\d+(?:st|nd|rd|th)|High-[Ll]evel|Special|Open|Regional|UN Security Council"
    rf"|Security Council) (?:[\w'&-]+ ){{0,8}}?{_NOUN}\b[^\n]*)"
)
_SAYS = re.compile(rf"\b{_NOUN}\b")
_CUT = re.compile(
    r",? (?=\d{1,2} [A-Z]\w+ \d{4}\Z).*| (?!Council|Assembly|Committee|Commission"
    r"|Conference|Session|Persons|Beings|Nations|Rights)[A-Z]\w+, \d{1,2} [A-Z]\w+ \d{4}\Z"
    r"| ?\((?=[^()]*\d{4}\))[^()]*\)|,? (?:on )?\d{1,2}(?: |-)[^\n]*\d{4}\Z"
    r"|,? (?:on )?[A-Z][a-z]+ \d{1,2},? \d{4}\Z|, [A-Z][\w ]+,? \d{1,2} [A-Z][a-z]+\Z| ?[-:] ?\Z"
)
_SITTING = re.compile(r"(?:\w+ Committee|Security Council|General Assembly|Human Rights Council)\b")
_WORLD_DAY = re.compile(
    r"\b(?:World Day|International Day|EU Anti-Trafficking Day|European Day|(?:International"
    r"|World) [A-Z]\w+ Day|Journée (?:mondiale|internationale)|Día (?:Mundial|Internacional))"
    r"(?:(?: (?:against|of|for|on|the|to|in|and|contre|de|la|des|du|contra|los|las|Against"
    r"|Trafficking|Abolition|Elimination))*(?: [A-Z][\w'-]+)){0,8}(?: 20\d\d)?"
)
_DEBATE = re.compile(
    r"\b(?:(?:high-level|open|ministerial|thematic|annual|general|important|interactive"
    r"|special) )*(?:open|ministerial|thematic|high-level|general)(?: (?:ministerial|open|thematic"
    r"|high-level))? debate\b|(?<=today's )debate\b|(?<=this )debate\b"
)
_NO_PRAISE = re.compile(r"^(?:important|timely|annual|special) ")
_OFFICE_OF = re.compile(
    r"\b(?:President|Chair\w*|Secretariat|Member|Representative)s? (?:of|to) (?:the )?(?:UN "
    r"|United Nations )?(?:\d+\w\w session of the )?\Z"
)
_COMMITTEES = re.compile(r"\b(?P<body>(?:First|Second|Third|Fourth|Fifth|Sixth) Committee)\b")
_BODIES = re.compile(
    r"\b(?P<body>Security Council|UNSC|UNGA|CCPCJ|HRC|Human Rights Council"
    r"|Economic and Social Council"
    r"|ECOSOC"
    r"|Commission on [A-Z][\w ]+?(?=\b(?:,| on| at|\Z))|OSCE Permanent Council|Permanent Council"
    r"|Conference of (?:the )?Parties[^\n,]{0,80}|General Assembly|Peacebuilding Commission"
    r"|Executive Board|Governing Body|European Parliament"
    r"|Conseil de sécurité|Consejo de Seguridad|Assemblée générale|Asamblea General"
    r"|Conseil des droits de l'homme|Consejo de Derechos Humanos)"
)
_OPENING_BODY = re.compile(
    r"The (?P<body>Security Council|General Assembly|Human Rights Council"
    r"|Economic and Social Council)\b"
)
_MARGINS = re.compile(
    r"\b(?:on the (?:margins|sidelines|occasion) of|participating in|gathered at"
    r"|met at) (?:the )?(?P<name>[A-Z][^,.\n]{4,120}?)(?=,|\.| on | in )"
)
_COUNCIL_SAID = re.compile(r"\b(?:Security Council|the Council|Council members|this Council)\b")
_ASSEMBLY_SAID = re.compile(
    r"\b(?:General Assembly|the Assembly|this Assembly|this Hall|general debate)\b"
)
_UNITED_NATIONS = re.compile(r"\b(?:United Nations|Secretary-General|Member States)\b")
_HELD = re.compile(
    r"\b(?:a|an|the|another|its|second|third|first|two-day|this) (?P<name>(?:[\w'-]+ ){0,5}?"
    r"(?:conference|summit|meeting|workshop|forum|seminar|dialogue|symposium|roundtable"
    r"|training)\b(?: (?:on|for|of|to) [^\n.,;]{3,120}?)?)(?:,? (?:was |which was "
    r"|is being )?(?:held|took place|organi[sz]ed|convened))?,? (?:in (?P<place>[A-Z]\w+(?: "
    r"[A-Z]\w+)?),? )?(?:on|from) (?=\d|[A-Z])"
)
_KINDS = (
    (r"open debate|débat ouvert|debate abierto", EventKind.OPEN_DEBATE),
    (r"high-level (?:meeting|event|plenary)|high level", EventKind.HIGH_LEVEL_MEETING),
    (r"side[- ]event", EventKind.SIDE_EVENT),
    (r"world day|international day|journée|día ", EventKind.WORLD_DAY),
    (r"interactive dialogue", EventKind.INTERACTIVE_DIALOGUE),
    (r"universal periodic review|\bupr\b", EventKind.UPR_REVIEW),
    (r"conference of (?:the )?(?:states )?parties", EventKind.CONFERENCE_OF_PARTIES),
    (r"ministerial|ministers|summit", EventKind.MINISTERIAL_MEETING),
    (r"committee", EventKind.COMMITTEE_MEETING),
    (r"launch", EventKind.LAUNCH),
    (r"consultation", EventKind.CONSULTATION),
    (r"regional conference|conference", EventKind.REGIONAL_CONFERENCE),
    (r"briefing|security council", EventKind.BRIEFING),
)
_EARLY, _LONGEST = 1500, 220


def find(
    head: Head, kind: StatementKind, title: tuple[int, int], days: Days, place: Place | None
) -> Gathering:
    """Return what a text says of its event; nothing for what is no statement of anybody's."""
    if head.record or not head.lines:
        return _of_record(head, kind)
    if kind in (StatementKind.OTHER, StatementKind.PROCLAMATION):
        return Gathering()
    spoken = kind in (StatementKind.SPEECH, StatementKind.TRANSCRIPT) or days.delivered is not None
    named = _named(head, kind, title, spoken=spoken)
    held = days.held
    if kind is StatementKind.PRESS_RELEASE and (report := _reported(head)):
        named, held = named or report[0], report[1]
    elif named is None:
        held = held if spoken else None
    if named and not held and kind is not StatementKind.SPEECH and _WORLD_DAY.match(named.value):
        held = None
    if place and kind is StatementKind.PRESS_RELEASE and not held:
        place = None
    return Gathering(
        name=named,
        body=_body(head, named),
        kind=_kind(named),
        starts=Proposal(When(held.value.on, held.value.precision), held.why, held.start, held.end)
        if held
        else None,
        ends=_end(held),
        place=place.name if place else None,
        country=place.country if place else "",
    )


def _of_record(head: Head, kind: StatementKind) -> Gathering:
    """Return the event of a record or of a speech without a heading: what its words tell."""
    words = head.page.words
    early = words[:_EARLY]
    named = None
    if head.record and (debate := _DEBATE.search(early)) and kind is StatementKind.SPEECH:
        start = debate.start()
        if praise := _NO_PRAISE.match(debate[0]):
            start += praise.end()
        named = Proposal(
            words[start : debate.end()], _OPENING, *head.page.place(start, debate.end())
        )
    council = len(_COUNCIL_SAID.findall(words))
    assembly = len(_ASSEMBLY_SAID.findall(words))
    body = None
    if head.record and (council or not assembly):
        body = (
            Proposal("Security Council", _COUNCIL)
            if council >= assembly
            else Proposal("General Assembly", _ASSEMBLY)
        )
    elif kind is StatementKind.SPEECH and (assembly or _UNITED_NATIONS.search(words)):
        body = Proposal("General Assembly", _ASSEMBLY)
    return Gathering(name=named, body=body, kind=_kind(named))


def _named(
    head: Head, kind: StatementKind, title: tuple[int, int], *, spoken: bool
) -> Proposal[str] | None:
    words, spans = _joined(head, title)
    if spoken and (named := _spoken_at(head, words, spans, title[0])):
        return named
    if kind is StatementKind.TRANSCRIPT and _SAYS.search(words[slice(*title)]):
        return _proposal(head, *title, _TITLE)
    if kind is StatementKind.JOINT_STATEMENT and (met := _MARGINS.search(head.body[:_EARLY])):
        start = head.begins + met.start("name")
        return _proposal(head, start, start + len(met["name"]), _OPENING)
    if not spoken:
        spans.append((head.begins, head.begins + 400))
    for begin, stop in spans:
        if day := _WORLD_DAY.search(words, begin, stop):
            return _proposal(head, day.start(), day.end(), _HEAD)
    return None


def _joined(head: Head, title: tuple[int, int]) -> tuple[str, list[tuple[int, int]]]:
    """Return the page's words with headings of several lines in one, and where those stand."""
    start, end = title
    words = head.page.words
    words = words[:start] + words[start:end].replace("\n", " ") + words[end:]
    spans = [title]
    for line in head.telling:
        goes_on = titles.OPEN_END.search(line.words) and line.end < head.begins - 1
        stop = head.page.lines[head.page.line_at(line.end + 1)].end if goes_on else line.end
        words = words[: line.start] + words[line.start : stop].replace("\n", " ") + words[stop:]
        if not start <= line.start < end:
            spans.append((line.start, stop))
    return words, spans


def _spoken_at(
    head: Head, words: str, spans: list[tuple[int, int]], title: int
) -> Proposal[str] | None:
    """Return the event behind "at the ...", or else a line that is an event's name."""
    for begin, stop in spans:
        heading = words.lower() if words[begin:stop].isupper() else words
        for at, until in _at(heading, begin, stop):
            return _proposal(head, at, until, _TITLE if begin == title else _HEAD)
    for line in head.telling:
        is_event = _SAYS.search(line.words) and not HALL.search(line.words)
        says = line.start == title and titles.SAYING.search(line.words)
        if is_event and not says and len(line.words) < _LONGEST:
            return _proposal(head, line.start, line.start + len(_cut(line.words)), _HEAD)
    return None


def _at(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans behind "at the ..." that name an event, the surest first."""
    for pattern in (*_AT, _STARTS):
        for found in pattern.finditer(words, start, end):
            group = next(name for name, value in found.groupdict().items() if value)
            begin, name = found.start(group), found[group]
            if name.startswith('"') and (close := name.find('"', 1)) > 0:
                yield begin + 1, begin + close
                continue
            if (later := _STARTS.search(name)) and not _SITTING.match(name):
                begin += later.start()
                name = name[later.start() :]
            if _SAYS.search(name) and not name.lower().startswith("behalf "):
                yield begin, begin + len(_cut(name))


def _cut(name: str) -> str:
    cut = _CUT.search(name)
    return (name[: cut.start()] if cut else name).rstrip(" ,:;.-")


def _reported(head: Head) -> tuple[Proposal[str], Proposal[When]] | None:
    """Return the event that a release tells of and its day, where one sentence says both."""
    words = head.page.words
    year = next((line.written.when.on.year for line in head.dates), None)
    for held in _HELD.finditer(words):
        near = words[held.end() : held.end() + 60]
        found = dates.find(near, year)
        if found and found[0].start == 0 and found[0].when.precision == "day":
            at = held.end() + found[0].start
            when = Proposal(found[0].when, _REPORT, *head.page.place(at, at + found[0].end))
            return _proposal(head, *held.span("name"), _REPORT), when
    return None


def _body(head: Head, named: Proposal[str] | None) -> Proposal[str] | None:
    words = [named.value] if named else []
    for heard in (*words, *(line.words for line in head.telling)):
        heard = heard.title() if heard.isupper() else heard
        for found in (*_COMMITTEES.finditer(heard), *_BODIES.finditer(heard)):
            if not _OFFICE_OF.search(heard[: found.start()]):
                return Proposal(found["body"].strip(), _BODY)
    opening = _OPENING_BODY.match(head.body)
    return Proposal(opening["body"], _BODY) if opening else None


def _kind(named: Proposal[str] | None) -> Proposal[EventKind] | None:
    if named is None:
        return None
    low = named.value.lower()
    return next((Proposal(kind, named.why) for sign, kind in _KINDS if re.search(sign, low)), None)


def _end(held: Proposal[When] | None) -> Proposal[When] | None:
    if held is None or held.value.until is None:
        return None
    return Proposal(When(held.value.until), held.why, held.start, held.end)


def _proposal(head: Head, start: int, end: int, why: Why) -> Proposal[str]:
    return Proposal(head.page.written(start, end), why, *head.page.place(start, end))
