"""Stem words by the language of their text; a word of another script by that script's language.

The stemmers are Snowball's (snowballstem.org); Arabic has its own in `arabic`.
"""

import re
import threading
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import Stemmer

from statements.text.analysis import arabic, letters, spelling

_SNOWBALL: Final[Mapping[str, str]] = {
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
# Scripts by their letters, the language whose stems stand for them, and the languages they write.
_SCRIPTS: Final = (
    (re.compile("[a-z\u00aa-\u024f\u1e00-\u1eff]"), "en", ""),
    (re.compile("[\u0600-\u06ff]"), "ar", "ar fa ur ckb"),
    (re.compile("[\u0400-\u052f]"), "ru", "ru uk be bg mk sr kk ky tg mn tt"),
    (re.compile("[\u0370-\u03ff\u1f00-\u1fff]"), "el", "el"),
    (re.compile("[\u0900-\u097f]"), "hi", "hi ne mr"),
    (re.compile("[\u0b80-\u0bff]"), "ta", "ta"),
    (re.compile("[\u0530-\u058f]"), "hy", "hy hyw"),
)
_OTHER_SCRIPTS: Final = frozenset(
    " ".join(languages for _letters, _default, languages in _SCRIPTS).split()
) | {"he", "ka", "zh", "ja", "ko", "th", "lo", "km", "my", "bn", "te", "ml", "kn", "pa", "gu", "am"}

# Stemmers keep a state: each thread has its own.
_own = threading.local()


def stem(word: str, language: str) -> str:
    """Return the folded stem of a cased word (see `letters`) that stands in a text of `language`.

    A word that the language's script does not write is stemmed as the script's own language
    would; one of a language without a stemmer is only folded.
    """
    if not word or word[0].isdigit():
        return letters.bare(word)
    language = _stemming(word[0], language)
    if language == "ar":
        return arabic.stem(letters.bare(word))
    if language not in _SNOWBALL:
        return letters.bare(word)
    known = spelling.one(letters.bare(word) if language == "en" else word, language)
    return letters.bare(_stemmer(language).stemWord(known)) or letters.bare(word)


def guesses(word: str, language: str) -> tuple[str, ...]:
    """Return the stems of what somebody may have meant who typed `word` without its accents.

    Only French stems hang on an accent: of the endings in -é.
    """
    if language != "fr" or not word.isascii():
        return ()
    endings = (("ees", "ées"), ("ee", "ée"), ("es", "és"), ("e", "é"))
    return tuple(
        dict.fromkeys(
            stem(word.removesuffix(plain) + accented, language)
            for plain, accented in endings
            if word.endswith(plain) and len(word) > len(plain) + 2
        )
    )


@lru_cache(4096)
def _stemming(letter: str, language: str) -> str:
    for script, default, languages in _SCRIPTS:
        if script.match(letter):
            writes = languages.split() if languages else ()
            if language in writes or (not languages and language not in _OTHER_SCRIPTS):
                return language
            return default
    return ""


def _stemmer(language: str) -> Stemmer.Stemmer:
    held: dict[str, Stemmer.Stemmer] = _own.__dict__.setdefault("stemmers", {})
    if language not in held:
        held[language] = Stemmer.Stemmer(_SNOWBALL[language], 0)
    return held[language]
