"""How English calls on somebody."""

from typing import Final

from statements.choices import Strength
from statements.ingest.drafting.asks.cues import cue

_SOMEBODY = (
    "(?:States?|governments?|countries|country|nations?|Council|community|parties|party"
    "|authorities|organi[sz]ations?|compan(?:y|ies)|business(?:es)?|sector|society"
    "|members?|partners|stakeholders|actors|donors|everyone|everybody|leaders|all"
    "|Assembly|Secretary|Secretariat|Union|sides|delegations|them|you|parliaments?"
    "|individuals|institutions|agencies|media|others|citizens|people|each|those|us"
    r"|(?-i:[A-Z])[\w-]+)"
)

_ADVERBS = r"(?:[\w-]+ ){0,3}?"

# "I now call on the representative of Norway": whoever presides gives the floor.
_NO_PROCEDURE = (
    "(?! (?:the (?:next|distinguished|representatives?|permanent)|him|her|protocol|(?:mr"
    r"|mrs|ms|sir|h\.e|his|her|their (?:excellenc|majest))\b))"
)

CALLS: Final = (
    cue(
        "call on",
        "call",
        1.0,
        Strength.URGES,
        "call",
        r"\b(?P<verb>call(?:s|ed|ing)? (?:up)?on)\b" + _NO_PROCEDURE,
    ),
    cue(
        "is called on to",
        "deontic",
        1.0,
        Strength.URGES,
        "call|urge|encourage|invite|request|ask|advised",
        (
            r"\b(?:is|are|be) (?:[\w-]+ ){0,2}?(?P<verb>called (?:up)?on|urged|encouraged|invited"
            r"|requested|asked|advised) to\b"
        ),
    ),
    cue("urge", "call", 1.0, Strength.URGES, "urg", r"\b(?P<verb>urg(?:es?|ed|ing)) (?!of\b)"),
    cue(
        "encourage to",
        "call",
        1.0,
        Strength.ENCOURAGES,
        "encourag|invit|ask|request|press|exhort|implor|appeal|advis|beseech|look",
        (
            r"\b(?P<verb>encourag(?:es?|ed|ing)|invit(?:es?|ed|ing)|asks?|asked|requests?"
            "|requested|requesting|press(?:es|ed)|exhort(?:s|ed|ing)?|implor(?:es?|ed|ing)"
            "|looks? to|beseech|appeal(?:s|ed|ing)? to|advises?)"
        )
        + _NO_PROCEDURE
        + " (?=(?:[^ ;.]{1,40} ){0,30}?"
        + _SOMEBODY
        + r"\b(?:[^;.]{0,250}?[ ,])?(?:to|that)\b)",
    ),
    cue(
        "encourage",
        "call",
        0.8,
        Strength.ENCOURAGES,
        "encourag|recommend|advocat|propos|ask",
        r"\b(?:we|I|delegation|country|(?-i:[A-Z])[\w-]+) "
        + _ADVERBS
        + ("(?P<verb>encourages?|recommends?|advocates?(?: for)?|proposes?|asks? for) "),
    ),
    cue(
        "call for",
        "call",
        0.95,
        Strength.URGES,
        "call|appeal|advocat|plead",
        r"\b(?P<verb>(?:(?:call|appeal|plead)(?:s|ed|ing)?|advocat(?:es|ed|ing)) for)\b",
    ),
    cue(
        "join in calling",
        "deontic",
        1.0,
        Strength.URGES,
        "calling|urging|inviting|encouraging|appealing|asking|proposing|recommending|demanding",
        (
            r"\b(?:am|are|join(?:s|ed"
            r"|ing)?(?: [^;.]{1,150}?)? in) (?:[\w-]+ ){0,2}?(?P<verb>calling (?:up)?on"
            "|calling for|urging|inviting|encouraging|proposing|recommending|demanding"
            "|appealing (?:to|for)|asking) "
        ),
    ),
    cue(
        "ask that",
        "call",
        0.95,
        Strength.RECOMMENDS,
        "recommend|propos|suggest|demand|insist|request|ask",
        (
            r"\b(?P<verb>recommend(?:s|ed)?|propos(?:es?|ed)|demand(?:s|ed|ing)?|requests?"
            "|requested|ask(?:s|ed)?|(?<=we )suggest|(?<=I )suggest|insist(?:s"
            r"|ed)?(?= that [^;.]{3,80} be )) that\b"
        ),
    ),
    cue(
        "demand",
        "call",
        0.9,
        Strength.REQUIRES,
        "demand",
        r"\b(?:we|I|delegation|country|(?-i:[A-Z])[\w-]+) "
        + _ADVERBS
        + r"(?P<verb>demands?) (?!that\b)",
    ),
    cue(
        "reiterate a call",
        "call",
        1.0,
        Strength.URGES,
        "call|appeal|plea",
        (
            r"\b(?P<verb>(?:reiterat|renew|repeat|echo|join|support|mak|issu|launch|address"
            r"|second)(?:e|es|s|ing|ed)?) (?:[\w'-]+ ){1,6}?(?:calls?|appeals?"
            r"|pleas?) (?:[\w-]+ ){0,3}?(?:for|to|on|upon|that)\b"
        ),
    ),
    cue(
        "would like to see",
        "call",
        0.85,
        Strength.ENCOURAGES,
        "to see|expect",
        (r"\b(?P<verb>(?:would like|want|wish)(?:s|es)? to see|(?:I|we) ")
        + _ADVERBS
        + r"expect) (?=[^;.]{3,})",
    ),
)
