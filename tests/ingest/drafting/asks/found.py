"""What these tests ask of a text: its calls and promises, as their words."""

from statements.choices import RecommendationKind
from statements.ingest.drafting import asks
from statements.ingest.drafting.draft import Ask
from statements.ingest.drafting.page import Page


def all_in(text: str, language: str = "en") -> list[Ask]:
    return asks.find(Page.of(text), language)


def calls(text: str, language: str = "en") -> list[str]:
    return [" ".join(ask.exact.split()) for ask in _of(text, language, RecommendationKind.ASK)]


def promises(text: str, language: str = "en") -> list[str]:
    of = _of(text, language, RecommendationKind.COMMITMENT)
    return [" ".join(ask.exact.split()) for ask in of]


def _of(text: str, language: str, kind: RecommendationKind) -> list[Ask]:
    return [ask for ask in all_in(text, language) if ask.kind == kind]
