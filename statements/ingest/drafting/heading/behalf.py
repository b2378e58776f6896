"""For whom a text speaks: a group before the speaker's own State, a State, an organization."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from statements.choices import Capacity, StatementKind
from statements.ingest.drafting.draft import Proposal, Voice, Why
from statements.ingest.drafting.heading import actors, jointly, own_country
from statements.ingest.drafting.heading.head import Head
from statements.ingest.drafting.heading.speaking import Found, Speaking, named

GROUP = Why("behalf-words", _("“on behalf of”"))
_STATE = Why("behalf-record", _("the record names the speaker's State"))
ROLE = Why("behalf-role", _("the speaker's office is of it"))
_TITLE = Why("behalf-title", _("the title names it"))
_OFFICE = Why("behalf-office", _("the office that issued it is of this State"))
_OWN = Why("behalf-own", _("it is the country that the speaker calls its own"))

# A declaration stands in the first minutes of a speech.
_NEAR, _BODY = 1800, 400
_BEHALF = re.compile(
    r"\b(?:(?:(?i:on) behalf of|in the name of|au nom d(?:e la|e l'|es?|u)|en nombre d(?:el|e la"
    r"|e los|e las|e)|от имени)(?: and on behalf of)?"
    r"|[Ii]n its capacity as Chair of|[Ii]n my capacity as (?:the )?representative of"
    r"|as the representative of|\bto represent|\brepresenting|me personally and for)"
    r" ?(?:both )?(?:the )?(?P<who>[^\n;:()]{2,400}(?:\([^()\n]{2,12}\))?[^\n;:()]{0,200})"
)
_MYSELF = re.compile(r"\b(?:I|my|we|We)\b[^.\n]*\Z")
# "My country aligns itself with the statement made on behalf of ...".
_OTHERS_DO = re.compile(
    r"\b(?:aligns?|aligned|aligning|associates?|associated|associating|subscribes?|endorses?|joins?"
    r"|echoe?s?|s'associe|souscrit|suma|adhiere|alinea)\b[^.\n]*\Z"
)
_NOBODY = re.compile(
    r"(?:members of the (?:Security )?Council|[Mm]y (?:own )?(?:delegation|Government|country"
    r"|people|President|Minister|colleagues)|his|her\b|their|our|myself|H\.?E|His|Her |Mr|Ms"
    r"|President\b|Secretary-General|victims|survivors|all (?:of )?(?:us|those|victims)|women"
    r"|children|everyone|a |an |you\b|Council\b|people\b(?! of)|mon|ma|mi\b"
    r"|United Nations Secretary|humanity|those|entire)"
)
_GOVERNMENT = re.compile(
    r"(?:(?:people|Government|Governments|delegation|authorities|gouvernement|peuple|Gobierno"
    r"|pueblo)(?:,? and (?:the )?(?:people|Government))? of (?:the )?)+(?P<state>.+)"
)
_ENDS = re.compile(
    r",?(?: and)? (?:I|we)\b|,? (?:namely|comprising|which|that|who|to (?=[a-z])|at"
    r"|in (?:this|the|today)|on (?=[a-z])|for (?:this|the|your|having|convening|giving)|let me"
    r"|allow|and (?:in my|to)"
    r"|as well as|regarding|during|would|with regard|delivers|was|has|have|is|are|by|today|as (?:it"
    r"|they)|on the|here|this|and (?:the |its |my )?\w+ delegation)\b|\.(?: |\Z)|, (?:I|we|let"
    r"|allow|may|as|and I|a group"
    r"|my)\b(?! own country,? [A-Z])| - |\""
)
_OWN_COUNTRY = re.compile(r"(?:,? and)? my own country,? ")
_FIRST_ON_LIST = re.compile(r"^[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){0,3},")
_AMERICAN = re.compile(
    r"\b(?:White House|Office of the Spokesperson|NSC |National Security Advisor"
    r"|Department Spokesperson|Secretary of State|Press Secretary|First Lady|US Mission"
    r"|U\.S\. (?:Mission|Representative|Ambassador|Embassy|Department)|United States Mission"
    r"|PRESIDENT OF THE UNITED STATES|United States of America)"
)
# What others call a Government: "my Administration", "the Example-Sample Administration".
_ADMINISTRATION = re.compile(r"\b(?:my|the [A-Z]\w+(?:-[A-Z]\w+)?) Administration\b")
_UNITED_STATES = "United States"
REPRESENTS = re.compile(
    r"(?:(?:Representative|Ambassador|High Commissioner|Observer|Minister|Secretary|Mission"
    r"|President|Counsell?or|Attach[eé]|Delegate|delegation|Embassy|[Rr]epr[eé]sentante?|[Rr]epr[eé]sentants?"
    r"|[Ee]mbajador"
    r"|[Mm]inistr[eo]|Republic|Kingdom|Government|State|Chargé d'affaires|Director General"
    r"|Delegation|Head)\b[^\n]{0,80}?\b(?:of|de|del|for) (?:the |la |el |l')?"
    r"(?:Republic of |República |République )?)\Z"
)
_ORGANIZED = re.compile(
    r"^(?:[\w' -]{0,40}, )?(?P<who>[A-Z][\w.&-]*(?: (?:and |of |on |in |for "
    r"|the )?[A-Z][\w.&'()-]*){0,8}?)"
    r" (?:leaders |experts |chief )?(?:calls?|urges?|launch(?:es)?|organi[sz]es?|hosts?|holds?"
    r"|adopts?|welcomes?|condemns?"
    r"|announces?|marks?|warns?|joins?|supports?|trains?|opens?|signs?|releases?|publishes|stresses"
    r"|(?:Call|Urge|Launche|Organize|Organise|Host|Hold|Adopt|Welcome|Condemn|Announce|Mark|Warn"
    r"|Join|Support|Train|Open|Sign|Release|Publishe)s)\b"
)
_OWN_STATEMENT = re.compile(
    r"(?P<who>(?!(?:Joint|Press|National|Opening|Closing|General|Final"
    r"|Presidential)\b)[A-Z][\w-]*(?: (?:(?:the|of|and|for|against) )*[A-Z][\w-]*){0,6})"
    r" (?:[Ss]tatement|[Pp]ress [Rr]elease)(?: (?:on|regarding|about|for|at|to)\b|:|\Z)"
)
_OF_ANOTHER = re.compile(r"\b(?:at|to|of|before|by) (?:the )?\Z")
_WHOSE = re.compile(
    r"(?:'s?)? (?:[A-Z]\w+ )?(?:[Ss]tatement|[Rr]emarks|[Dd]eclaration|[Mm]essage|[Aa]ddress)\b"
)
# An acronym behind a name, in brackets.
_BRACKETS = 9
_ACRONYM = re.compile(
    r"\b(?!UN\b|US\b|D?SRSG\b|D?SG\b|[AU]SG\b|CEO\b|PM\b|HRVP\b|MP\b|USA\b|UK\b|H\.E|DC\b"
    r"|II+\b)(?:[A-Z]{2,}[a-z]?[A-Z]*|UN Women)\b"
)


def find(speaking: Speaking) -> Proposal[Voice] | None:
    """Propose whom the speaker speaks for, in the text's words."""
    if speaking.kind in (StatementKind.TRANSCRIPT, StatementKind.OTHER):
        return None
    for words, why, start, end in _candidates(speaking):
        known = _known_as(words, speaking)
        voice = Voice(Capacity.ON_BEHALF_OF, actor=words, known_as=known)
        place = speaking.head.page.place(start, end) if end > start else (None, None)
        return Proposal(voice, why, *place)
    return None


def _candidates(speaking: Speaking) -> Iterator[Found]:
    head, kind = speaking.head, speaking.kind
    joint = kind is StatementKind.JOINT_STATEMENT
    if joint:
        yield from jointly.find(speaking)
    if kind is not StatementKind.PRESS_RELEASE:
        yield from _declared(head)
    if head.record:
        if head.record["state"]:
            yield head.record["state"].strip(), _STATE, *head.record.span("state")
        return
    if kind is StatementKind.PRESS_RELEASE:
        if _AMERICAN.search(speaking.title):
            yield _UNITED_STATES, _OFFICE, 0, 0
        yield from _issuer(speaking)
    yield from _of_role(speaking)
    if _is_american(speaking):
        yield _UNITED_STATES, _OFFICE, 0, 0
        return
    if kind is not StatementKind.PRESS_RELEASE:
        yield from _issuer(speaking)
        if kind is StatementKind.SPEECH:
            yield from _own_country(speaking)


def _declared(head: Head) -> Iterator[Found]:
    words = head.page.words
    every = list(_BEHALF.finditer(words, 0, head.begins + _NEAR))
    # What speakers say themselves comes before what is said of them.
    for found in sorted(every, key=lambda found: not _MYSELF.search(words[: found.start()][-90:])):
        who = found["who"]
        start = found.start("who")
        if not who[0].isupper() and not who.startswith(
            ("group of", "people", "members of the Group")
        ):
            continue
        if _NOBODY.match(who) or _OTHERS_DO.search(words[: found.start()][-160:]):
            continue
        who = _ended(who)
        if government := _GOVERNMENT.match(who):
            start += government.start("state")
            who = government["state"]
        if 1 < len(who) < 300:
            yield (
                _OWN_COUNTRY.sub(" and ", who).replace(", and", " and"),
                GROUP,
                start,
                start + len(who),
            )


def _ended(who: str) -> str:
    """Return `who` up to where its name ends; a list goes on to its last "and"."""
    ends = _ENDS.search(who, 1)
    named = who[: ends.start()] if ends else who
    if "," in named and not _FIRST_ON_LIST.match(named):
        named = named.partition(",")[0]
    if "," in named and " and " not in named:
        named = named.partition(",")[0]
    return named.strip(" ,")


def _issuer(speaking: Speaking) -> Iterator[Found]:
    """Yield the organization that a title begins with, or that a line of the heading names."""
    title = speaking.title
    is_spoken = speaking.kind is StatementKind.SPEECH
    if not is_spoken and (organized := _ORGANIZED.match(title)):
        who = organized["who"]
        if not _is_american(speaking) or _ACRONYM.search(who):
            yield who, _TITLE, 0, 0
    if own := _OWN_STATEMENT.match(title):
        yield own["who"], _TITLE, 0, 0
    names = actors.names(speaking.vocabulary)
    lines = [line.words for line in speaking.head.lines]
    for words in (title, *lines):
        for _slugs, start, end in names.places(words):
            alone = start == 0 and (_WHOSE.match(words, end) or len(words) - end < _BRACKETS)
            if alone or not (is_spoken or _OF_ANOTHER.search(words[max(0, start - 8) : start])):
                yield words[start:end], _TITLE, 0, 0


def _of_role(speaking: Speaking) -> Iterator[Found]:
    head = speaking.head
    role = speaking.speaker.role if speaking.speaker else ""
    places = [
        role,
        *(
            line.words
            for line in head.telling
            if len(line.words) < 160 or line.words == speaking.title
        ),
    ]
    for words in places:
        for _iso2, start, end in named(words, speaking):
            before = words[max(0, start - 130) : start]
            whole = start == 0 and end == len(words)
            if whole or REPRESENTS.search(before):
                yield words[start:end], ROLE, 0, 0
    if _AMERICAN.search(role) or (role and role.startswith(("U.S.", "US "))):
        yield _UNITED_STATES, ROLE, 0, 0
    names = actors.names(speaking.vocabulary)
    for _slugs, start, end in names.places(role):
        yield role[start:end], ROLE, 0, 0
    if role and (short := _ACRONYM.search(role)) and not _is_american(speaking):
        yield short[0], ROLE, 0, 0


def _is_american(speaking: Speaking) -> bool:
    head = speaking.head
    lines = "\n".join(line.words for line in head.lines)
    if _AMERICAN.search(speaking.title) or _AMERICAN.search(lines):
        return True
    if speaking.speaker and _AMERICAN.search(speaking.speaker.role):
        return True
    return bool(_ADMINISTRATION.search(head.body[:1500]))


def _own_country(speaking: Speaking) -> Iterator[Found]:
    head = speaking.head
    if found := own_country.find(head.body, named(head.body, speaking)):
        start, end = found
        yield head.body[start:end], _OWN, head.begins + start, head.begins + end


def _known_as(words: str, speaking: Speaking) -> str:
    slugs = actors.names(speaking.vocabulary).within(words)
    if len(slugs) == 1:
        return next(iter(slugs))
    states = {iso2 for iso2, _start, _end in named(words, speaking)}
    return f"state-{states.pop()}" if len(states) == 1 else ""
