"""When Spanish words that often call for something do not."""

from typing import Final

from statements.ingest.drafting.asks.cues import doubt

_TEXT = (
    r"\b(?:resolución|resoluciones|informe|ley|artículo|protocolo|convención|convenio"
    r"|declaración|plan|texto|tratado|acuerdo|párrafo|carta|proyecto)\b"
)

DOUBTS: Final = (
    doubt(
        "another time",
        "before",
        0.4,
        r"\b(?:el año pasado|en (?:19|20)\d\d|ayer|entonces|hace \w+ \w+)\b[^;.]{0,80}",
        "call",
        told=True,
    ),
    doubt(
        "was done",
        "before",
        0.6,
        r"\b(?:ha|han|hemos|había|habían) ",
        "stress",
        told=True,
    ),
    doubt(
        "a question within",
        "before",
        1.0,
        r"\b(?:cómo|por qué|qué|quién(?:es)?|cuál(?:es)?)\b[^,;:.]{0,60}",
        "modal need",
    ),
    doubt(
        "a condition", "before", 1.0, r"\b(?:si|cuando|a menos que) [^,;:]{0,60}", "modal need call"
    ),
    doubt(
        "which of them", "before", 0.3, r"\b(?:que|quienes|quien|cuales) (?:se |no )?", "modal need"
    ),
    doubt("which of them", "before", 0.5, r"\w+[a-z] (?:que|quienes|quien) (?:se |nos )?", "call"),
    doubt(
        "a way of speaking",
        "behind",
        1.0,
        (
            " ?(?:también )?(?:decir|señalar|recordar|mencionar|notar|admitir"
            r"|reconocer que hemos|agradecer|felicitar|destacar que|tener presente|saber|añadir)\b"
        ),
        "modal deontic",
    ),
    doubt(
        "what another text says",
        "before",
        1.0,
        _TEXT
        + (
            r"[^.;]{0,90}\b(?:dispone|prevé|estipula|recuerda|reafirma|establece|indica|afirma"
            r"|señala|exige|pide)\b[^.;]{0,90}"
        ),
        "modal need deontic",
    ),
    doubt(
        "what another text says",
        "before",
        1.0,
        _TEXT + r"(?: (?!y\b)\S+){0,5}?,? (?:que"
        r" )?",
        "call",
    ),
    doubt(
        "to do so",
        "before",
        0.6,
        r"\b(?:para|de|por|sin|al|el|la|las|un|una|su|nos|me) ",
        "call",
    ),
    doubt("none is needed", "before", 1.0, r"\b(?:no|nunca|jamás|sin) (?:\w+ )?", "need call"),
    doubt("in the past", "in", 0.6, r"\w+(?:ó|aron|ieron)\b|propuso", "call", told=True),
    doubt("in passing", "in", 0.3, r"\w+ndo\b", "call", told=True),
    doubt("my own", "before", 0.6, r"\b(?:mi|nuestro) (?:país|gobierno) ", "modal"),
)
