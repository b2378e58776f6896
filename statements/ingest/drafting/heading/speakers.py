"""Who delivers a text, and who is quoted in it."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from statements.choices import Capacity, StatementKind
from statements.ingest.drafting.draft import Proposal, Voice, Why
from statements.ingest.drafting.heading import people, titles
from statements.ingest.drafting.heading.head import Head
from statements.ingest.drafting.heading.people import Person
from statements.ingest.drafting.page import Line

_RECORD = Why("speaker-record", _("the record begins with the speaker's name"))
_TITLE = Why("speaker-title", _("the title says by whom it is"))
_BYLINE = Why("speaker-byline", _("the name stands below the title"))
_ISSUED = Why("speaker-issued", _("the text says whose words it has"))
_QUOTED = Why("speaker-quoted", _("the text quotes their words"))

Found = tuple[Person, Why, int, int]

_BY = re.compile(
    r"\b(?:[Ss]tatement|[Rr]emarks|[Aa]ddress|[Ss]peech|[Mm]essage|Explanation of (?:[Pp]osition"
    r"|[Vv]ote)|[Ii]ntervention|INTERVENTION"
    r"|[Ii]ntervención|[Dd]iscurso|[Dd]éclaration|[Aa]llocution|[Dd]iscours|[Cc]omments|[Ll]ecture"
    r"|[Tt]estimony|STATEMENT|REMARKS|ADDRESS|[Pp]ronunciado"
    r"|[Dd]elivered|[Bb]riefing)s? (?:delivered |made |given |pronunciad[oa] |prononcée? )?"
    r"(?:by|from|of|par|por|del|de la|de|BY|OF|DE)(?: the)? (?P<who>[^\n]{3,400})"
)
# Where a person's role ends and the occasion begins.
_OCCASION = re.compile(
    r",? (?:at (?:the |an? |\d|[\"A-Z])|on (?!Drugs|Trafficking|Violence|the Elimination|Sexual"
    r"|Human Rights|Migration)|during |regarding |ahead of |following |in (?:response|observance"
    r"|honou?r|advance)"
    r"|to mark |for the (?:International|World)|welcoming |marking |condemning )|,? (?:to"
    r"|before) (?:the )?(?:\w+ ){0,2}(?:Committee|Security Council|General Assembly"
    r"|Human Rights Council)"
    r"| \((?=[^()]*\d{4}\))|[:\"]| - | (?<!of the )(?=(?:\d+(?:st|nd|rd|th) |High-Level "
    r"|Open Debate|Special Event|Security Council [Oo]pen|UN Security Council))|, \d{1,2} [A-Z]"
    r"| (?=(?:Conseil de sécurité|Assemblée générale|Consejo de Seguridad|Security Council) )"
    r"|,? (?:al|en el|en la|ante el|ante la|lors|à l'occasion|au|sur) "
)
# "Secretary Example's Remarks", "SRSG Example's closing remarks".
_WHOSE = re.compile(
    rf"(?P<role>(?:[A-Z][\w-]+ ){{0,4}}?(?:SRSG|DSG|Secretary|President|Ambassador|Minister"
    rf"|Representative|Commissioner|Director|Envoy|Chair\w*))"
    rf" (?P<name>{people.NAME}?)(?:'s|s'|') (?:\w+ ){{0,2}}?(?:[Rr]emarks|[Ss]tatement|[Aa]ddress"
    rf"|[Ss]peech|[Mm]essage|[Kk]eynote)\b"
)
_I_NAME = re.compile(
    r"\bI, (?P<name>[A-Z][A-Z .'-]{3,60}?(?:,? JR\.?)?), (?P<role>[A-Z][A-Za-z ]{3,80}?),? (?:by|do"
    r"|under|acting)\b"
)
_ATTRIBUTABLE = re.compile(r"\battribut(?:able|ed) to (?P<who>[^\n:.]{5,150})")
_ON_BEHALF_DELIVERS = re.compile(
    rf"(?P<name>{people.NAME}), (?P<role>[^\n,.]{{3,120}}), delivers\b"
)
_ROLE = r"(?<![\w'-])[A-Z][\w'-]{1,30}(?: (?:(?:of|for|the|and|to|on) ){0,2}[A-Z][\w'-]{1,30}){0,8}"
_QUOTE = re.compile(
    rf"\"[,.]? (?:said|says|added|stated|noted|stressed|explained|warned|declared"
    rf"|emphasized) (?P<who>(?:(?:Mr|Ms|Mrs|Dr)\. )?[^\n.\"]{{5,200}})"
    # "The Minister of Justice, Mr. Example, in his remarks said", with the role on either side.
    rf"|(?P<before>(?:{_ROLE}, )?(?:(?:Mr|Ms|Mrs|Dr)\.?|Senator|Ambassador|Professor|Judge)"
    rf" {people.NAME}(?:, [^\n\".]{{3,120}}?)?)(?:\. [^\n\".]{{0,40}}?\b(?:he|she))?"
    rf",?(?: in (?:his|her) (?:\w+ ){{0,2}}?\w+)?"
    rf" (?:said|says|added|stated|noted|stressed|explained|warned|declared)(?: that)?[,:]? \""
)
_NO_SPEAKER = frozenset(
    {StatementKind.TRANSCRIPT, StatementKind.OTHER, StatementKind.JOINT_STATEMENT}
)


# Of a byline: what stands beside name and role, and a role that is none of a sentence.
_SPARE, _LONGEST = 24, 90


def find(head: Head, kind: StatementKind) -> tuple[Person, Proposal[Voice]] | None:
    """Return who delivers a text, or None where it has no one speaker."""
    if kind in _NO_SPEAKER:
        return None
    for person, why, start, end in _candidates(head, kind):
        voice = Voice(Capacity.DELIVERS, person.name, person.role)
        return person, Proposal(voice, why, *head.page.place(start, end))
    return None


def quoted(head: Head, kind: StatementKind) -> tuple[Proposal[Voice], ...]:
    """Return the voices that a text quotes, each once."""
    if kind in (StatementKind.OTHER, StatementKind.TRANSCRIPT):
        return ()
    voices: dict[str, Proposal[Voice]] = {}
    for quote in _QUOTE.finditer(head.body):
        who = quote["who"] or quote["before"]
        person = people.person(who) or people.person(who.partition(",")[0])
        if person and " " in person.name and person.name not in voices:
            start = head.begins + quote.start("who" if quote["who"] else "before")
            place = head.page.place(start, start + len(who))
            voices[person.name] = Proposal(
                Voice(Capacity.QUOTED, person.name, person.role), _QUOTED, *place
            )
    return tuple(voices.values())


def _candidates(head: Head, kind: StatementKind) -> Iterator[Found]:
    words = head.page.words
    begin, stop = titles.span(head)
    words = words[:begin] + words[begin:stop].replace("\n", " ") + words[stop:]
    if head.record:
        if head.record["name"]:
            yield Person(head.record["name"].strip(), ""), _RECORD, *head.record.span("name")
        return
    if proclaimed := _I_NAME.search(words):
        person = Person(_cased(proclaimed["name"]), proclaimed["role"])
        yield person, _ISSUED, *proclaimed.span("name")
    start, end = titles.span(head)
    bylines = list(_bylines(head))
    first = head.telling[0].start if head.telling else -1
    in_capitals = words[begin:stop].isupper()
    yield from (byline for byline in bylines if in_capitals or byline[2] == first)
    if kind is not StatementKind.PRESS_RELEASE:
        yield from _by(words, start, end, head)
        for line in head.telling:
            yield from _by(words, line.start, line.end, head)
    yield from bylines
    if whose := _WHOSE.match(head.page.words, start, end):
        yield Person(whose["name"], whose["role"]), _TITLE, *whose.span("name")
    issued = _ATTRIBUTABLE.search(words[: head.begins + 600])
    if issued and (attributed := people.person(issued["who"])):
        yield attributed, _ISSUED, *issued.span("who")
    if delivers := _ON_BEHALF_DELIVERS.search(words[: head.begins + 400]):
        yield Person(delivers["name"], ""), _ISSUED, *delivers.span("name")


def _by(words: str, start: int, end: int, head: Head) -> Iterator[Found]:
    said = _BY.search(words, start, end)
    if said is None:
        return
    who = said["who"]
    occasion = _OCCASION.search(who)
    named = who[: occasion.start()] if occasion else who
    if occasion and who[occasion.start()] == ":" and not people.person(named):
        named = who
    if person := people.person(named):
        role = person.role or _role_below(head)
        yield Person(person.name, role), _TITLE, said.start("who"), said.start("who") + len(named)
    elif people.is_name(named):
        person = Person(people.without_title(named), _role_below(head))
        yield person, _TITLE, said.start("who"), said.start("who") + len(named)
    elif people.is_role(named) and (below := _name_below(head)):
        yield Person(below, named), _TITLE, said.start("who"), said.start("who") + len(named)


def _bylines(head: Head) -> Iterator[Found]:
    lines = head.telling
    for number, line in enumerate(lines):
        below = lines[number + 1].words if number + 1 < len(lines) else ""
        if (
            titles.SAYING.search(line.words)
            or "attributable" in line.words
            or len(line.words) > 160
        ):
            continue
        if people.is_name(line.words) and people.is_role(below):
            person = Person(people.without_title(line.words), _joined(head, lines[number + 1]))
        elif people.is_name(line.words) and number == 0 and len(lines) > 1:
            person = Person(people.without_title(line.words), "")
        elif (found := people.person(line.words)) and _is_byline(line.words, found):
            person = Person(
                found.name,
                found.role if len(found.role) > 12 or not people.is_role(below) else below,
            )
        else:
            continue
        yield person, _BYLINE, line.start, line.end


def _joined(head: Head, line: Line) -> str:
    """Return the line of a role with the next one, where it ends in the middle."""
    if not line.words.endswith((" the", " of", " to", " and", ",")):
        return line.words
    below = head.page.lines[head.page.line_at(line.end + 1)]
    return f"{line.words} {below.words}"


def _is_byline(words: str, person: Person) -> bool:
    """Say whether a line holds a person and nothing else, as no title does."""
    whole = len(words) - len(person.name) - len(person.role) < _SPARE
    return " " in person.name and whole and len(person.role) < _LONGEST


def _role_below(head: Head) -> str:
    below = (line.words for line in head.telling[1:4])
    return next(
        (
            words
            for words in below
            if people.is_role(words) and len(words) < 140 and not titles.SAYING.search(words)
        ),
        "",
    )


def _name_below(head: Head) -> str:
    below = (line.words for line in head.telling[:4])
    return next((people.without_title(words) for words in below if people.is_name(words)), "")


def _cased(name: str) -> str:
    return name.title() if name.isupper() else name
