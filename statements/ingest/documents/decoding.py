"""From bytes to characters where no mark says how; an encoding is read off the bytes.

Sources: Unicode Standard, section 2.13 (byte order mark); the code charts of Windows-1251, -1252
and -1256.
"""

import codecs
import re
import unicodedata
from collections import Counter
from typing import Final, NamedTuple

from statements.ingest.documents.unfit import Reason, Unfit

# The longer marks first: that of UTF-32 begins as that of UTF-16 does.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LETTERS = re.compile(rb"[A-Za-z]")
_HIGH = re.compile(rb"[\x80-\xff]")
# Alef makes a sixth of written Arabic; o, e, a and i more than a third of written Russian.
_ALEF: Final = 0xC7
_VOWELS: Final = frozenset("оеаи".encode("cp1251"))
# How much of a text is looked at to tell its encoding.
_SAMPLE: Final = 200_000
_REPLACED: Final = "\ufffd"
# What no text has; form feed, tab and the ends of lines are not among them.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


class Decoded(NamedTuple):
    """Characters, the encoding they were read by, whether it was a guess, and what got lost."""

    text: str
    encoding: str
    is_guess: bool
    lost: int


def decoded(data: bytes, declared: str = "") -> Decoded:
    """Return what `data` says, its lines ended by LF alone.

    `declared` is what the document itself says about its encoding; a byte order mark knows
    better. Raises Unfit where it is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _cleaned(data[len(mark) :], encoding, is_guess=False)
    known = _known(declared)
    if known:
        return _cleaned(data, known, is_guess=False)
    encoding = _guessed(data)
    return _cleaned(data, encoding, is_guess=encoding != "utf-8")


def _known(declared: str) -> str:
    """Return Python's name of a declared encoding; what the Web means where it says Latin-1."""
    if not declared:
        return ""
    try:
        name = codecs.lookup(declared).name
        b"".decode(name)
    except LookupError:
        return ""
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}.get(name, name)


def _guessed(data: bytes) -> str:
    """Return the encoding of unmarked bytes. Raises Unfit where they are no text."""
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        return _with_nulls(sample)
    if _is_utf8(sample):
        return "utf-8"
    return _of_one_byte(sample)


def _with_nulls(sample: bytes) -> str:
    """Tell UTF-16 by where its zeros stand; a few zeros in other text were left there."""
    read = {
        encoding: sample[: len(sample) // 2 * 2].decode(encoding, "replace")
        for encoding in ("utf-16-le", "utf-16-be")
    }
    # Read the wrong way round, a space is U+2000 and a line's end U+0A00.
    best = max(read, key=lambda encoding: read[encoding].count(" ") + read[encoding].count("\n"))
    if _looks_written(read[best]):
        return best
    if sample.count(0) * 5 < len(sample) and _is_utf8(sample):
        return "utf-8"
    raise Unfit(Reason.UNKNOWN)


def _looks_written(text: str) -> bool:
    """Tell a text from bytes that were read two by two and should not have been."""
    categories = Counter(map(unicodedata.category, text))
    wrong = sum(categories[one] for one in ("Cn", "Co", "Cs", "Cc")) + text.count(_REPLACED)
    wrong -= sum(text.count(sign) for sign in "\n\r\t\f")
    return wrong * 50 <= len(text) and (" " in text or "\n" in text)


def _is_utf8(sample: bytes) -> bool:
    """Tell UTF-8, a damaged character in a hundred and a cut one at the end aside."""
    high = len(_HIGH.findall(sample))
    bad = sample.decode("utf-8", "replace").count(_REPLACED) - sample.count(b"\xef\xbf\xbd")
    return bad * 100 <= high or (bad == 1 and high > 1)


def _of_one_byte(sample: bytes) -> str:
    """Tell Windows-1252, -1256 and -1251 by which of the high bytes they have."""
    high = Counter(_HIGH.findall(sample))
    total = sum(high.values())
    if total > len(_LETTERS.findall(sample)):
        if sum(high[bytes([vowel])] for vowel in _VOWELS) * 4 > total:
            return "cp1251"
        if high[bytes([_ALEF])] * 20 > total:
            return "cp1256"
    return "cp1252"


def _cleaned(data: bytes, encoding: str, *, is_guess: bool) -> Decoded:
    text = data.decode(encoding, "replace")
    lost = text.count(_REPLACED)
    text, dropped = _CONTROL.subn("", _LINE_END.sub("\n", text))
    if (lost + dropped) * 5 > len(data):
        raise Unfit(Reason.UNKNOWN)
    return Decoded(text, encoding, is_guess, lost + dropped)
