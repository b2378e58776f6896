"""Show replacements in their surroundings, with names for what nobody sees."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from statements.text.differences import Piece
from statements.text.repairs.changes import Replacement

# Signs for what is no letter and yet put in or taken out.
_SEEN = {"\n": "↵", "\r": "↵", "\t": "⇥", " ": "␣", "\u00a0": "␣", "\u00ad": "-"}
_CHARACTER = re.compile(r"[\s\u00ad\u200b\u2060\ufeff\x00-\x1f\x7f]")


def shown(text: str, replacements: Sequence[Replacement], around: int = 60) -> tuple[Piece, ...]:
    """Return a change of `text` in pieces, with `around` characters on either side.

    Where more stays between two replacements, an ellipsis stands for it.
    """
    return tuple(piece for piece in _pieces(text, replacements, around) if piece.text)


def legible(words: str) -> str:
    """Return words on one line, with a sign for each character that cannot be seen but spaces."""
    line = " ".join(words.split())
    return "".join(one if one == " " else _seen(one) for one in line)


def _pieces(text: str, replacements: Sequence[Replacement], around: int) -> Iterator[Piece]:
    done = 0
    for number, one in enumerate(replacements):
        yield Piece("same", _between(text[done : one.start], around, is_first=not number))
        yield Piece("removed", _seen(one.before))
        yield Piece("added", _seen(one.after))
        done = one.end
    yield Piece("same", _head(text[done:], around))


def _between(text: str, around: int, *, is_first: bool) -> str:
    """Return what stays before a replacement: all of it, or both its ends."""
    if len(text) <= 2 * around:
        return text if not is_first or len(text) <= around else _tail(text, around)
    head = "" if is_first else _head(text, around).removesuffix("…")
    return head + _tail(text, around)


def _head(text: str, around: int) -> str:
    if len(text) <= around:
        return text
    return (text[:around].rpartition(" ")[0] or text[:around]) + " …"


def _tail(text: str, around: int) -> str:
    return "… " + (text[-around:].partition(" ")[2] or text[-around:])


def _seen(characters: str) -> str:
    """Return characters with a sign for each that cannot be seen; runs of line ends are one."""
    signs = (_SEEN.get(one, "·") if _CHARACTER.match(one) else one for one in characters)
    return "".join(_once(signs))


def _once(signs: Iterable[str]) -> Iterator[str]:
    for sign, run in groupby(signs):
        yield sign if sign in "↵␣" else "".join(run)
