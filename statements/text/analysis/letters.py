"""Fold letters that a reader takes for the same: forms, capitals, accents, digits.

Sources: Unicode Standard Annex 15 (NFKC), section 3.13 of the Unicode Standard (case folding),
and for Arabic and Persian the folding of Larkey, Ballesteros and Connell (2007).
"""

import re
import unicodedata

from statements.text.analysis.runs import NOT_OF_WORDS
from statements.text.characters import INVISIBLE

LONGEST = 48
# Beyond this many characters nothing is a word: it is cut before anything else looks at it.
_MOST = 2048

_UNSEEN = re.compile(f"[{INVISIBLE}\u200c\u200d\u0640\ufe00-\ufe0f]+")
_ARABIC = re.compile("[\u0600-\u06ff]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_ARABIC_ALIKE = str.maketrans(
    dict.fromkeys("أإآٱ", "ا")
    | dict.fromkeys("ىیې", "ي")
    | dict.fromkeys("کڪ", "ك")
    | dict.fromkeys("ةۀہھ", "ه")
    | {"ؤ": "و", "ئ": "ي", "ۃ": "ه"}
)
_DIGITS = {
    code: str(unicodedata.digit(chr(code)))
    for code in range(0x0660, 0x0E60)
    if unicodedata.category(chr(code)) == "Nd"
}


def cased(word: str) -> str:
    """Return `word` in small letters of one form, its accents kept: what stemmers want."""
    if word.isascii():
        return word[:LONGEST].lower()
    known = _UNSEEN.sub("", unicodedata.normalize("NFKC", word[:_MOST]).casefold())
    known = NOT_OF_WORDS.sub("", unicodedata.normalize("NFC", known).translate(_DIGITS))
    if len(known) > LONGEST:
        known = bare(known)[:LONGEST]
    if _ARABIC.match(known):
        known = bare(known).translate(_ARABIC_ALIKE)
    return _of_russian(known) if _CYRILLIC.match(known) else known


def bare(word: str) -> str:
    """Return a cased word without its accents and vowel points.

    Marks that are vowels or letters of their own stay: those of Indic scripts, the voicing of
    kana, and the breve of Cyrillic short i.
    """
    if word.isascii():
        return word
    if _CYRILLIC.match(word):
        return "".join(letter for letter in word if not _is_accent(letter))
    apart = unicodedata.normalize("NFD", word)
    kept = "".join(letter for letter in apart if not _is_accent(letter))
    return unicodedata.normalize("NFC", kept)


def _is_accent(letter: str) -> bool:
    over = unicodedata.combining(letter)
    return over >= 200 or 10 <= over <= 36


def _of_russian(word: str) -> str:
    return bare(word).replace("ё", "е")
