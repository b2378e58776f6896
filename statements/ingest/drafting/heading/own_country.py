"""The country that a speech without a heading speaks for, told by how it speaks of countries."""

import re
from collections import Counter
from collections.abc import Iterable

_SUBJECT = re.compile(
    r" (?:will|welcomes|supports|believes|remains|attaches|reaffirms|calls|condemns|reiterates"
    r"|commends|has (?:always|been|made|taken|adopted|ratified|already)|is (?:committed|convinced"
    r"|proud|determined|ready|fully|firmly|deeply|pleased|also)|stands|joins|wishes|urges|considers"
    r"|continues|looks|shares|expresses|pledges)\b"
)
_DOES = re.compile(
    r" (?:is|has|will|was|would|can|must|should|also|too|itself|fully|strongly|firmly|therefore)\b"
)
_HERE = re.compile(
    r"(?:[Mm]y country,? (?:the )?|(?:people|Government|Republic|Kingdom|delegation|President"
    r"|peoples|State|citizens|Commonwealth) of (?:the )?(?:Republic of |State of |Kingdom of )?"
    r"|priority for |(?:In|for|For|From|of us in) |[Gg]od bless |[Ll]ong live )\Z"
)
_MY = re.compile(
    r"(?:[Mm]y country,? (?:the )?(?:Republic of )?|\b[Ww]e in (?:the )?|\b[Uu]s in |[Gg]od bless "
    r"|behalf of (?:the )?(?:people"
    r"|Government)[^.\n]{0,40}? of (?:the )?(?:Republic of )?|delegation of (?:the )?(?:Republic "
    r"of )?)\Z"
)

# How sure one country has to be, alone and against the next.
_ENOUGH, _AHEAD = 3, 1.5


def find(words: str, mentions: Iterable[tuple[str, int, int]]) -> tuple[int, int] | None:
    """Return where `words` name the country that is the speaker's own.

    `mentions` are the countries they name: code, start, end.
    """
    counts: Counter[str] = Counter()
    places: dict[str, tuple[int, int]] = {}
    for iso2, start, end in mentions:
        before, after = words[max(0, start - 80) : start], words[end : end + 30]
        weight = (
            5 * bool(_MY.search(before))
            + (2 if _SUBJECT.match(after) else bool(_DOES.match(after)))
            + bool(_HERE.search(before))
        )
        counts[iso2] += weight
        if weight and words[start].isupper() and (iso2 not in places or weight > 2):
            places.setdefault(iso2, (start, end))
    best = counts.most_common(2)
    if not best or best[0][1] < _ENOUGH or (len(best) > 1 and best[0][1] < _AHEAD * best[1][1]):
        return None
    return places[best[0][0]]
