"""The characters that the modules of this package treat alike.

Sources: Unicode Standard, chapter 6 (dashes, quotation marks, bullets) and section 5.8 (newlines).
"""

import re

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


def joint(before: str, after: str) -> str:
    """Return what stands between two lines of one paragraph: a space, or nothing in Han and kana.

    `before` and `after` are the characters on either side of the line's end.
    """
    return "" if UNSPACED.match(before) and UNSPACED.match(after) else " "
