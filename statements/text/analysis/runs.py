"""Cut a text into runs: what stands between spaces and punctuation, with the joints inside a word.

A run is `victims`, `re-integration`, `l'esclavage`, `S/2017/198`, `unodc.org`, or a row of
letters that are written without spaces. Every pattern here is linear in the text.
"""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator

from statements.text.characters import INVISIBLE

APOSTROPHES = "'’‘ʼ`´＇′‛"
HYPHENS = "-‐‑﹣－"
ZERO_WIDTH_NON_JOINER = "\u200c"

# Han, kana, Hangul, and the scripts of South East Asia: words are not set apart by spaces,
# or (Hangul) carry their particles joined on.
_UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e80-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17d3"
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u303c\u3041-\u3096"
    "\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_UNSPACED_MARKS = "\u3099\u309a"

# Beyond the first plane whole blocks are taken: old scripts, mathematical letters, new scripts.
_BEYOND = "\U00010000-\U0001cfff\U0001d400-\U0001d7ff\U0001e000-\U0001efff"


def _ranges(characters: Iterable[int]) -> Iterator[str]:
    """Yield the inside of a character class, as few ranges as there are."""
    first = last = -2
    for code in characters:
        if code != last + 1:
            if first >= 0:
                yield f"\\u{first:04x}-\\u{last:04x}"
            first = code
        last = code
    yield f"\\u{first:04x}-\\u{last:04x}"


def _is_of_words(character: str) -> bool:
    return (
        character.isalnum()
        or unicodedata.category(character)[0] == "M"
        or character in INVISIBLE + "\u200d"
    )


_unspaced = re.compile(f"[{_UNSPACED}{_UNSPACED_MARKS}]")
_LETTERS = _BEYOND + "".join(
    _ranges(
        code
        for code in range(min(0x10000, sys.maxunicode))
        if _is_of_words(chr(code)) and not _unspaced.match(chr(code))
    )
)
_WORD = f"[{_LETTERS}]+"
_JOINT = (
    f"(?:[{re.escape(APOSTROPHES)}./@_{ZERO_WIDTH_NON_JOINER}]"
    f"|[{re.escape(HYPHENS)}](?:[ \t\r]{{0,8}}\n[ \t]{{0,8}})?|(?<=[0-9]),(?=[0-9]))"
)
# A run has an end: nothing that people write has more parts.
_MOST_JOINTS = 15
RUN = re.compile(
    f"{_WORD}(?:{_JOINT}{_WORD}){{0,{_MOST_JOINTS}}}|[{_UNSPACED}][{_UNSPACED}{_UNSPACED_MARKS}]*"
)
WORD = re.compile(_WORD)
NOT_OF_WORDS = re.compile(f"[^{_LETTERS}{_UNSPACED}]+")
IS_UNSPACED = _unspaced.match
