"""Spell words one way that have two: labour and labor, organise and organize, jueces and juez."""

import re
from collections.abc import Callable, Mapping
from typing import Final

# Only words of which at least three letters stand before: not your, hour, rise, raise.
_BRITISH: Final = re.compile(
    "(?<=[a-z]{3})(?:our(?=(?:s|ed|ing|ers?|able|al|ly|hoods?|ites?|ful)?$)"
    "|is(?=(?:e|es|ed|er|ers|ing|ation|ations|ational|able)$)"
    "|yse(?=[sd]?$)|tred$|tre(?=s?$)|ogue(?=s?$)|ll(?=(?:ed|ing|ers?)$)"
    "|(?<=def)ence(?=s?$)|(?<=off)ence(?=s?$)|(?<=lic)ence(?=s?$)|(?<=pret)ence(?=s?$)"
    "|(?<=^progra)mme(?=s?$))"
)
_AMERICAN: Final = {
    "our": "or",
    "is": "iz",
    "yse": "yze",
    "tred": "tered",
    "tre": "ter",
    "ogue": "og",
    "ll": "l",
    "ence": "ense",
    "mme": "m",
}


def one(word: str, language: str) -> str:
    """Return a cased word of `language` in the one spelling that stands for all."""
    spelling = _SPELLINGS.get(language)
    return spelling(word) if spelling else word


def _english(word: str) -> str:
    found = _BRITISH.search(word, 3)
    return word[: found.start()] + _AMERICAN[found[0]] + word[found.end() :] if found else word


def _spanish(word: str) -> str:
    return word[:-3] + "z" if word.endswith("ces") and len(word) > 4 else word


_SPELLINGS: Final[Mapping[str, Callable[[str], str]]] = {"en": _english, "es": _spanish}
