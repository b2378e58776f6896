"""How English calls on somebody, and promises."""

import re

from statements.ingest.drafting.asks.cues import Grammar
from statements.ingest.drafting.asks.languages.english import calls, doubts, duties

_PROMISE = re.compile(
    (
        r"\b(?P<who>we|I|my (?:own )?(?:government|country|delegation|administration)"
        "|our (?:government|country|administration)|the (?:administration|government"
        "|ministry)|the United (?:States|Kingdom)|(?:the )?(?:EU|European Union)"
        r"|(?-i:[A-Z]{2,7})|(?!this\b|that\b|council\b|congress\b|success\b|there\b|these\b"
        r"|those\b|they\b|assembly\b|today\b|community\b|what\b"
        r"|which\b)(?-i:[A-Z])[a-z]{3,}[a-rt-z]) (?:[\w-]+ ){0,2}?(?P<verb>will|shall"
        "|intends? to|plans? to|pledges?|commits?|undertakes? to|promises?|vows?|(?:am|are"
        r"|is|remains?|stands?) (?:[\w-]+ ){0,2}?(?:ready|committed|determined|resolved"
        r"|prepared) to|recommits?|resolves? to)\b(?! (?:not )?be able)"
    ),
    re.IGNORECASE,
)
_STEM = re.compile(
    (
        r"(?:\b(?:to|that|ensure|by|must|should|recommend\w*|following(?: [\w-]+){0,4}|urges?"
        "|will|shall|calls?|for|need|requests?|measures|steps|recommendations?|proposals"
        r"|actions)) ?:\Z"
    ),
    re.IGNORECASE,
)

GRAMMAR = Grammar(
    (*calls.CALLS, *duties.MODALS, *duties.NEEDS, *duties.DEONTIC), doubts.DOUBTS, _PROMISE, _STEM
)
