"""Who speaks as one in a joint statement."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from statements.ingest.drafting.draft import Why
from statements.ingest.drafting.heading.speaking import Found, Speaking, named

_TITLE = Why("joint-title", _("the title says whose joint words they are"))
_WE = Why("joint-we", _("“We, the …”"))

_NEAR = 400
_AMERICAN = re.compile(r"\bU\.S\.(?!\w)|\bUS\b")
_JOINTLY = re.compile(
    r"^(?:Joint )?(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu[eé])s? (?:by|of|from"
    r"|between) (?:the )?(?P<by>[^\n:]{3,250}?)(?: on | at | regarding | following | in (?:support"
    r"|response)|\Z)"
    r"|^(?P<whose>[^\n:]{2,120}?)(?:'s?)? (?:Joint )?(?:[Ll]eaders'? )?(?:Summit )?(?:[Ss]tatement"
    r"|[Dd]eclaration|[Cc]ommuniqu[eé])\b"
    r"|[Jj]oint [Ss]tatement (?:by|of|from) (?:the )?(?P<later>[^\n:]{3,200}?)(?: on | at |\Z)"
)
# Who can own a joint statement: several people in office, or an acronym of a group.
_MANY = re.compile(
    r"(?i:ministers|leaders|heads|members|envoys|ambassadors|group|states|nations|experts|friends"
    r"|quad)\b|\b[A-Z]+\d{0,2}\b(?<=[A-Z\d]{2})"
)
_WE_THE = re.compile(
    r"\b[Ww]e, (?:the )?(?P<who>[A-Z][^\n,]{3,80}?)(?= of (?:the )?(?!State|Govern)[A-Z]|,)"
)
_JOINT_LABEL = re.compile(
    r"(?:,? ?(?:Joint|Press|Final|Trilateral|Quadrilateral|Leaders'?)\b)+\Z|[ ,]+\Z"
)


def find(speaking: Speaking) -> Iterator[Found]:
    title = speaking.title
    title = _AMERICAN.sub("United States", title)
    states = [title[start:end] for _iso2, start, end in named(title, speaking)]
    if pair := re.search(
        r"\b((?:the )?[A-Z][\w ]+? and (?:the )?[A-Z][\w]+(?: [A-Z]\w+)*)",
        title.partition(": ")[2] or title,
    ):
        inside = {iso2 for iso2, _start, _end in named(pair[1], speaking)}
        if len(inside) >= 2:
            last = max(end for _iso2, _start, end in named(pair[1], speaking))
            first = min(start for _iso2, start, _end in named(pair[1], speaking))
            yield pair[1][first:last], _TITLE, 0, 0
            return
    if len(set(states)) >= 2:
        yield " and ".join(dict.fromkeys(states)), _TITLE, 0, 0
        return
    if found := _JOINTLY.search(title):
        who = found["by"] or found["whose"] or found["later"]
        who = _JOINT_LABEL.sub("", who).rstrip("'’ ")
        if who and who[0].isupper() and (found["whose"] is None or _MANY.search(who)):
            yield who, _TITLE, 0, 0
    if we := _WE_THE.search(speaking.head.body[:_NEAR]):
        start = speaking.head.begins + we.start("who")
        yield we["who"], _WE, start, start + len(we["who"])
