"""Split the record of a meeting by who speaks: each one's turns together, procedure left out.

Source: the layout of the verbatim records of the United Nations (S/PV., A/…/PV.), where a turn
begins with the speaker's name, the State in brackets, perhaps the language, and a colon.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

# What stands before a name; where it is the whole name, it presides.
_PRESIDES = (
    r"The (?:Acting |Temporary |Vice-)?(?:President|Chair(?:man|person|woman)?|Co-Chair\w*)"
    r"|Le Présid(?:ent|ente)|La Présidente|El President[ea]|La Presidenta|Председатель|主席"
)
_OFFICES = (
    r"The (?:Deputy |Under-|Assistant )?Secretary-General|Le Secrétaire général"
    r"|El Secretario General|Генеральный секретарь|秘书长"
)
_HONOUR = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Archbishop|Monsignor|Msgr|Cardinal|Sheikha?"
    r"|Prince|Princess|King|Queen|President|Prime Minister|Judge|General|Sister|Nana"
    r"|M|Mme|Mlle|Sr|Sra|Srta|Г-н|Г-жа)(?:\.|(?=[ \n]))"
)
_NAME = r"(?:[^\W\d_][\w'’.-]*[ \n]){0,6}?[^\W\d_][\w'’.-]*"
_TURN = re.compile(
    rf"^[ \t]*(?P<who>(?P<presides>{_PRESIDES})|(?P<office>{_OFFICES})|{_HONOUR}[ \n]+"
    rf"(?P<name>{_NAME}))"
    r"(?:[ \n]*\((?P<state>[^()]{2,90})\))?"
    r"(?:,?[ \n]*\((?:spoke|speaking|interpretation|[^()]{0,24}(?:parle|habla|говорит))"
    r"[^()]{0,70}\))?"
    r"[ \n]?[:：](?=\s|$)",
    re.MULTILINE,
)
# A name of a speaker is written with capitals, but for such words within it.
_SMALL = frozenset(
    "al el bin bint ben ibn de del der den di da dos du la le van von y e zu".split()
)
# The President gives up the chair for a while, in words that hardly vary.
_FOR_A_STATE = re.compile(
    r"\bI shall now make a statement\s+in\s+my\s+(?:national\s+)?capacity\s+as\b[^.]{0,120}?"
    r"\bof\s+(?:the\s+)?(?P<state>[^.]{3,60})\.\s*"
)
_RESUMES = re.compile(r"\bI(?:\s+shall)?(?:\s+now)?\s+resume\s+my\s+(?:functions?|role)\b")
# So many different speakers make a meeting.
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Speech:
    """What one speaker says: `spans` are the turns, from the name on; `head` the name's place.

    `name` is without honours, `state` as the record writes it; one of them may be empty.
    """

    name: str
    state: str
    spans: tuple[tuple[int, int], ...]

    def text(self, record: str) -> str:
        """Return the turns, a paragraph's gap between two."""
        return "\n\n".join(record[start:end].strip() for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What stands before the first turn, the speeches in the order of their first turns, the rest.

    `procedure` are the turns of who presides; together they are the whole record.
    """

    head: tuple[int, int]
    speeches: tuple[Speech, ...]
    procedure: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Turn:
    who: str
    state: str
    presides: bool
    start: int
    end: int


def meeting(text: str) -> Meeting | None:
    """Return how a record is made up; None where fewer than two speak."""
    turns = [part for turn in _turns(text) for part in _parts(text, turn)]
    spoken: dict[tuple[str, str], list[_Turn]] = {}
    procedure = []
    for turn in turns:
        if turn.presides:
            procedure.append((turn.start, turn.end))
        else:
            spoken.setdefault((turn.who.casefold(), turn.state.casefold()), []).append(turn)
    if len(spoken) < FEWEST:
        return None
    speeches = tuple(
        Speech(held[0].who, held[0].state, tuple((one.start, one.end) for one in held))
        for held in spoken.values()
    )
    return Meeting((0, turns[0].start), speeches, tuple(procedure))


def _turns(text: str) -> Iterator[_Turn]:
    begun = [found for found in _TURN.finditer(text) if _is_speaker(found)]
    ends = [found.start() for found in begun[1:]] + [len(text)]
    for found, end in zip(begun, ends, strict=False):
        name = " ".join((found["name"] or found["office"] or "").split())
        state = " ".join((found["state"] or "").split())
        presides = bool(found["presides"]) and not found["state"]
        yield _Turn(name, state, presides, found.start(), end)


def _is_speaker(found: re.Match[str]) -> bool:
    words = (found["name"] or "").replace("-", " ").split()
    return all(word[0].isupper() or word.casefold() in _SMALL for word in words)


def _parts(text: str, turn: _Turn) -> Iterator[_Turn]:
    """Yield a turn, or, where who presides speaks for a State meanwhile, its parts."""
    spoken = _FOR_A_STATE.search(text, turn.start, turn.end) if turn.presides else None
    if spoken is None:
        yield turn
        return
    resumes = _RESUMES.search(text, spoken.end(), turn.end)
    end = resumes.start() if resumes else turn.end
    state = " ".join(spoken["state"].split())
    cuts = [(turn.start, True), (spoken.end(), False), (end, True), (turn.end, True)]
    for (start, presides), (stop, _next) in pairwise(cuts):
        if start < stop:
            yield _Turn("", "" if presides else state, presides, start, stop)
