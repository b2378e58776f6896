"""Names and roles of people in a line: "H.E. Ms. Ana Example, Permanent Representative of ..."."""

import re
from dataclasses import dataclass

_HONORIFIC = (
    r"(?:H\.? ?E\.?|His Excellency|Her Excellency|The Honou?rable|the Honou?rable|Hon\."
    r"|The Rt\.? Hon\.?|Mr|Mrs|Ms|Miss"
    r"|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Archbishop|Bishop|Cardinal|Monsignor|Msgr|Rev"
    r"|Amb"
    r"|Mme|Mlle|Sr|Sra|S\.E\.|Excmo\.?|Excma\.?|Г-н|Г-жа|Gen|Lt|Maj|Col)"
)
_HONORIFICS = re.compile(
    rf"(?<![\w-])(?:the )?(?:{_HONORIFIC}\.?(?: |\Z))+(?=[A-ZÀ-Þ])"
    # "M." is an initial elsewhere.
    r"|(?:\A|(?<=de )|(?<=DE )|(?<=par ))M\. (?=[A-ZÀ-Þ])"
)
_PARTICLE = (
    r"(?:de|del|de la|da|dos|do|van|van der|van den|von|der|den|bin|bint|ibn|al|el|ul|la|le|di"
    r"|du|y|e|ter|af)"
)
_WORD = (
    r"(?:[A-ZÀ-ÞŁŚŽČŠ](?:[^\W\d]|['.])*(?:-[A-Za-zÀ-ÞŠ][\w']*)*|[A-Z]\.|(?:al|Al|El|el|d|O"
    r"|bin)[-'][A-Z][\w'-]*)"
)
NAME = rf"{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{0,5}}(?:,? (?:Jr|Sr|II|III)\.?)?"
_WHOLE = re.compile(rf"{NAME}\Z")
_NAME = re.compile(NAME)
_OFFICES = (
    r"Presidents?|Vice[- ]President|Secretary[- ]General|Under[- ]?Secretary|Secretary|Directors?"
    r"|Director[- ]General"
    r"|Ministers?|Ambassadors?|Spokes(?:person|man|woman)|Representatives?|Advis[eo]rs?"
    r"|Counsell?ors?|Chair(?:person|man|woman)?"
    r"|Commissioner|Rapporteur|Chief|Envoy|Coordinator|Co-ordinator|Officer|Administrator|Head"
    r"|Attach[eé]|Attaché"
    r"|Delegate|Observer|Prosecutor|Chancellor|Senator|Governor|Mayor|Congress(?:man|woman)|Speaker"
    r"|Attorney General|Judge"
    r"|Expert|Nuncio|King|Queen|Emir|Prime Minister|Deputy|Manager|Lead|Fellow|Professor|Founder"
    r"|Executive|Chargé d'affaires"
    r"|First Lady|Assistant|Lady|Laureate|Member|Liaison|Consul|Councill?or|Leader"
    r"|Director/[A-Z][\w ]+"
    r"|[Rr]eprésentante?|Representante|Présidente?|Ministre|Ambassad(?:eur|rice)|Directeur"
    r"|Directrice"
    r"|Secrétaire|Conseill(?:er|ère)"
    r"|Presidenta?|Ministr[oa]|Embajador(?:a)?|Director[a]?|Secretari[oa]|Canciller"
)
OFFICE = re.compile(rf"(?<![\w-])(?:{_OFFICES})(?![\w])")
_LAST_OFFICE = re.compile(rf"(?:.*(?<![\w-]))?(?:{_OFFICES})(?: \([^()]{{1,40}}\))?(?= [A-ZÀ-Þ])")
_LAST_NAME = re.compile(
    rf"(?P<role>.{{4,200}}(?<! of)(?<! the)(?<! for)(?<! to)(?<! and)(?<! de)(?<! la)(?<! del)) "
    rf"(?P<name>{_WORD} {_WORD})\Z"
)
# Words of headings that no person bears.
_NO_NAME = re.compile(
    r"(?i:\b(?:sessions?|meetings?|days?|council|assembly|nations|committee|events?|conference"
    r"|union|government|states|ministry"
    r"|department|office|statements?|news|press|world|international|national|debate|briefing"
    r"|security|general|human|rights"
    r"|trafficking|persons|republic|kingdom|mission|organization|organisation|summit|forum|launch"
    r"|release|migration|women"
    r"|children|slavery|month|week|report|network|commission|delegation|agenda|item|remarks|speech"
    r"|address|foundation|permanente?|declaration|communiqué|leaders|ministers|charter|protocol"
    r"|convention|coordination|república|nacional)\b)"
)
_BRACKET = re.compile(r"\((?P<office>[^()]{2,40})\)")


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: str


def person(words: str) -> Person | None:
    """Return who `words` names, as name and role in either order, or None for no person."""
    words = words.strip(" ,;:.-")
    if words.startswith(("the ", "The ")):
        words = words[4:]
    if title := _HONORIFICS.search(words):
        return _with_title(words, title)
    before, comma, after = words.partition(", ")
    if comma and _is_name(before) and OFFICE.search(after):
        return Person(before, after)
    if comma and OFFICE.search(before) and (parted := _office_first(before)):
        return (
            Person(parted.name, parted.role)
            if not OFFICE.search(after)
            else Person(parted.name, after)
        )
    role, comma, tail = words.rpartition(", ")
    if comma and OFFICE.search(role):
        if _is_name(tail):
            return Person(tail, role)
        if parted := _office_first(tail):
            return Person(parted.name, role)
    return _office_first(words)


def is_name(words: str) -> bool:
    """Say whether a line is a person's name and no more."""
    bare = without_title(words)
    return _is_name(bare) and " " in bare


def is_role(words: str) -> bool:
    words = words.title() if words.isupper() else words
    return bool(OFFICE.search(words)) and len(words) < 200


def without_title(name: str) -> str:
    """Return a name without "Mr." or "H.E."; one all in capitals as names are written."""
    name = name.title() if name.isupper() and " " in name else name
    return _HONORIFICS.sub("", name).strip(" ,")


def _with_title(words: str, title: re.Match[str]) -> Person | None:
    before, rest = words[: title.start()].strip(" ,"), words[title.end() :]
    name = _NAME.match(rest)
    if name is None:
        return None
    after = rest[name.end() :].strip(" ,")
    bracket = _BRACKET.fullmatch(after)
    role = before or (bracket["office"] if bracket else after)
    return Person(name[0], role if OFFICE.search(role) or role == before else after)


def _office_first(words: str) -> Person | None:
    if not words[:1].isupper():
        return None
    office = _LAST_OFFICE.match(words)
    rest = words[office.end() :].strip() if office else ""
    if office and _is_name(rest):
        return Person(rest, office[0].strip())
    # "Deputy Director for Operations Ana Example": the last two words, if they could be no place.
    last = _LAST_NAME.match(words)
    if last and OFFICE.search(last["role"]) and _is_name(last["name"]):
        return Person(last["name"], last["role"])
    return None


def _is_name(words: str) -> bool:
    if not _WHOLE.match(words) or words.count(" ") >= 7:
        return False
    return not OFFICE.search(words) and not _NO_NAME.search(words)
