"""How French calls on somebody, and promises."""

import re

from statements.ingest.drafting.asks.cues import Grammar
from statements.ingest.drafting.asks.languages.french import cues, doubts

_PROMISE = re.compile(
    (
        r"\b(?P<who>nous|je|mon pays|mon gouvernement|notre pays|la France"
        r"|(?-i:[A-ZÀ-Þ])\w+) (?:y |ne |nous )?(?:[\w-]+ ){0,1}?(?P<verb>continuer(?:ons|a"
        "|ai)|poursuivr(?:ons|a|ai)|ser(?:ons|a|ai)|fer(?:ons|a|ai)|prendr(?:ons|a|ai)"
        r"|apporter(?:ons|a|ai)|restons (?:\w+ ){0,2}(?:engagés|déterminés|mobilisés)"
        r"|s'engage à|engageons à|(?:suis|sommes|est) (?:\w+ )?(?:prêts?|prête|déterminée?s?"
        r"|résolue?s?) à|entend(?:ons)?)\b"
    ),
    re.IGNORECASE,
)
_STEM = re.compile(
    (
        r"(?:\b(?:à|de|que|pour|afin de|suivants?|suivantes?|mesures|recommandations"
        r"|propositions|faut|doit|doivent|appelle\w*|demande\w*|recommande\w*"
        r"|exhorte\w*)) ?:\Z"
    ),
    re.IGNORECASE,
)

GRAMMAR = Grammar(cues.CUES, doubts.DOUBTS, _PROMISE, _STEM)
