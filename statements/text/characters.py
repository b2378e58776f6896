"""The characters that the modules of this package treat alike.

Sources: Unicode Standard, chapter 6 (dashes, quotation marks, bullets) and section 5.8 (newlines).
"""

import re
import unicodedata

# U+F0B7 and U+F0A7 are what a word processor's Symbol and Wingdings bullets become in plain text.
BULLETS = "•‣⁃◦∙●■▪▫▸►➢➤·\uf0b7\uf0a7"
DASHES = "-‐‑‒–—―−﹘﹣－"
SINGLE_QUOTES = "'‘’‚‛′ʼ`´‹›＇"
DOUBLE_QUOTES = '"“”„‟″«»〝〞＂'

# Soft hyphen, zero-width space, direction marks, word joiner, byte order mark: nobody sees them,
# nobody types them. The joiners U+200C and U+200D are not here: they change letters.
INVISIBLE = (
    "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)

SENTENCE_ENDS = ".!?…:;。！？：；｡．؟؛۔।॥።։"
CLOSING = SINGLE_QUOTES + DOUBLE_QUOTES + ")]}）］」』】〉》"

# Han, kana and their punctuation are written without spaces; Korean is not.
UNSPACED = re.compile(
    "[\u2e80-\u2fdf\u3000-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uff66-\uff9f\U00020000-\U0003ffff]"
)


# A compound broken at its hyphen: letter and hyphen before the line's end, a letter after it.
_HYPHENATED = re.compile("[-‐‑]")

LINE_SIGNS = "\r\n\u2028\u2029"
LINE_END = re.compile("[^\\S\r\n\u2028\u2029]*[\r\n\u2028\u2029]\\s*")


def joint(before: str, after: str) -> str:
    """Return what stands between two lines of one paragraph.

    It is a space, but nothing in Han and kana, and nothing where a word was broken at its hyphen.
    `before` ends with the two characters before the line's end, `after` begins with the one after.
    """
    if UNSPACED.match(before[-1:]) and UNSPACED.match(after):
        return ""
    broken = _HYPHENATED.match(before[-1:]) and _is_letter(before[-2:-1]) and _is_letter(after[:1])
    return "" if broken else " "


def on_one_line(words: str) -> str:
    """Return words that ran over several lines of a source as a page shows them, on one."""
    # Most did not, and the search for a line's end stops at every space.
    if not any(sign in words for sign in LINE_SIGNS):
        return words
    return LINE_END.sub(_joint_of, words)


def _joint_of(line_end: re.Match[str]) -> str:
    before = line_end.string[: line_end.start()]
    return joint(before[-2:], line_end.string[line_end.end() : line_end.end() + 1])


def _is_letter(character: str) -> bool:
    """Tell letters, and the accents written behind them, from all else."""
    return bool(character) and unicodedata.category(character)[0] in "LM"
