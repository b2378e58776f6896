"""The languages in which calls are found, each with its own grammar."""

from statements.ingest.drafting.asks.languages import english, french, others, spanish

GRAMMARS = {
    "ar": others.ARABIC,
    "en": english.GRAMMAR,
    "es": spanish.GRAMMAR,
    "fr": french.GRAMMAR,
    "ru": others.RUSSIAN,
    "zh": others.CHINESE,
}
