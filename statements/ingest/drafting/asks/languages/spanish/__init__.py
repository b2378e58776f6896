"""How Spanish calls on somebody, and promises."""

import re

from statements.ingest.drafting.asks.cues import Grammar
from statements.ingest.drafting.asks.languages.spanish import cues, doubts

_PROMISE = re.compile(
    (
        r"\b(?P<who>nosotros|mi país|mi gobierno|nuestro país|el gobierno de \w+"
        r"|(?-i:[A-ZÁÉÍÓÚ])\w+)? ?(?P<verb>seguiremos|continuaremos|nos comprometemos"
        r"|reiteramos nuestro (?:firme )?compromiso|estamos (?:\w+ )?(?:dispuestos"
        r"|comprometidos|decididos|listos)|haremos|trabajaremos|(?:seguirá|continuará) \w+ndo"
        r"|está (?:dispuest[oa]|comprometid[oa])|nunca cesará)\b"
    ),
    re.IGNORECASE,
)
_STEM = re.compile(
    (
        r"(?:\b(?:a|de|que|para|siguientes?|medidas|recomendaciones|propuestas|deben?"
        r"|insta\w*|pide\w*|pedimos|recomienda\w*|exhorta\w*|hay que)) ?:\Z"
    ),
    re.IGNORECASE,
)

GRAMMAR = Grammar(cues.CUES, doubts.DOUBTS, _PROMISE, _STEM)
