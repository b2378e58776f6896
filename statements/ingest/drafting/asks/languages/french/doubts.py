"""When French words that often call for something do not."""

from typing import Final

from statements.ingest.drafting.asks.cues import doubt

_TEXT = (
    r"\b(?:résolutions?|rapports?|loi|article|protocole|convention|déclaration|plan|texte"
    r"|traité|accord|paragraphe|charte|projet)\b"
)

DOUBTS: Final = (
    doubt(
        "was done",
        "before",
        0.6,
        r"\b(?:a|ont|avons|avait|avaient) ",
        "stress",
        told=True,
    ),
    doubt(
        "a question within",
        "before",
        1.0,
        r"\b(?:comment|pourquoi|combien|quels?|quelles?|ce que|dans quelle)\b[^,;:.]{0,60}",
        "modal need",
    ),
    doubt(
        "a condition",
        "before",
        1.0,
        r"\b(?:si|s'il|s'ils|lorsqu\w*|quand) [^,;:]{0,60}",
        "modal need",
    ),
    doubt("only I", "before", 1.0, r"\b(?:je|j') ?(?:\w+ )?", "modal"),
    doubt("which of them", "before", 0.3, r"\bqui (?:\w+ )?", "modal need"),
    doubt("which of them", "before", 0.5, r"\b(?:qui|dont|que) (?:\w+ )?", "call"),
    doubt("what we have to hand", "before", 0.4, r"\bque nous (?:ne )?", "modal"),
    doubt(
        "a way of speaking",
        "behind",
        1.0,
        (
            " ?(?:(?:aussi|également|donc|d'abord|ici) )?(?:dire|avouer|rappeler|noter|admettre"
            "|ajouter|mentionner|se rappeler|remercier|saluer|féliciter|de rappeler|de noter"
            r"|de saluer|de remercier|que vous sachiez)\b"
        ),
        "modal deontic",
    ),
    doubt(
        "a way of speaking",
        "behind",
        1.0,
        r" ?(?:rappeler|noter|dire|constater|mentionner|se souvenir|remercier|saluer)\b",
        "deontic",
    ),
    doubt("it did not happen", "behind", 1.0, r" (?:avoir|être dû)\b", "modal"),
    doubt(
        "what is expected",
        "behind",
        0.4,
        r" (?:permettre|atteindre|s'élever|se tenir|avoir lieu|se dérouler|s'achever)\b",
        "modal",
    ),
    doubt(
        "what another text says",
        "before",
        1.0,
        _TEXT
        + (
            r"[^.;]{0,90}\b(?:dispose|prévoit|stipule|rappelle|réaffirme|énonce|indique|affirme"
            r"|souligne|exige|demande|il réaffirme)\b[^.;]{0,90}"
        ),
        "modal need deontic",
    ),
    doubt(
        "what another text says",
        "before",
        1.0,
        r"\b(?:il|elle) (?:réaffirme|dispose|prévoit|stipule|énonce) [^.;]{0,90}",
        "modal need deontic",
    ),
    doubt(
        "what another text says",
        "before",
        1.0,
        _TEXT + r"(?: (?!et\b"
        r"|nous\b)\S+){0,5}?,? (?:qui )?",
        "call",
    ),
    doubt("to do so", "before", 0.6, r"\b(?:pour|de|à|par|d'|afin d[e']) ?(?:\w+ )?", "call"),
    doubt(
        "none is needed", "before", 1.0, r"\b(?:pas|plus jamais|jamais|aucun\w*) (?:\w+ )?", "need"
    ),
    doubt("in the past", "in", 0.6, r"(?:a|ont) \w+é\b", "call", told=True),
    doubt("in passing", "in", 0.3, r"\w+ant\b", "call", told=True),
    doubt("my own", "before", 0.6, r"\b(?:mon|notre) (?:pays|gouvernement) ", "modal"),
)
