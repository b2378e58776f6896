"""The numbers that a text itself gives to its paragraphs, as records and reports do."""

import re
from collections.abc import Iterator
from itertools import pairwise

from statements.text.blocks import Block, blocks

# "12. ", "12) ", "(12) ", in Arabic "12 - ", in Chinese "12、"; no decimals, no years.
_NUMBER = re.compile(r"\(?([0-9]{1,3})(?:[.)．](?![0-9])|、|\s?[-–—]\s)")
# What stands within a numbered paragraph: "(a)", "iv)".
_WITHIN = re.compile(r"\(?[a-z]{1,4}\)")
# Fewer numbers may be a list; so much of a text stands in paragraphs with a number, or none does.
LEAST, SHARE = 3, 0.5


def numbers(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the numbers of the first and the last paragraph that a passage stands in.

    None where the text does not number its paragraphs one by one, or not these.
    """
    paragraphs = _paragraphs(text)
    touched = [
        number
        for number, block in paragraphs
        if block.spans[0][0] < end and start < block.spans[-1][1]
    ]
    if not touched or None in touched:
        return None
    found = [number for number in touched if number is not None]
    return found[0], found[-1]


def _paragraphs(text: str) -> list[tuple[int | None, Block]]:
    """Return each block with the number of its paragraph; none at all where there is a doubt."""
    if not any(_NUMBER.match(line.lstrip()) for line in text.splitlines()):
        return []
    drawn = blocks(text)
    told = [_number(text, block) for block in drawn]
    given = [number for number in told if number is not None]
    is_counted = all(other == one + 1 for one, other in pairwise(given))
    length = sum(_length(block) for number, block in zip(told, drawn, strict=True) if number)
    if len(given) < LEAST or not is_counted or length < SHARE * sum(map(_length, drawn)):
        return []
    if _is_list(text, told, drawn):
        return []
    return list(zip(_carried(text, told, drawn), drawn, strict=True))


def _is_list(text: str, told: list[int | None], drawn: tuple[Block, ...]) -> bool:
    """Tell whether the numbers are those of a list, which the block before the first opens."""
    first = next(place for place, number in enumerate(told) if number is not None)
    return first > 0 and text[: drawn[first - 1].spans[-1][1]].rstrip().endswith((":", "："))


def _carried(text: str, told: list[int | None], drawn: tuple[Block, ...]) -> Iterator[int | None]:
    """Yield the number of each block: what stands within a paragraph has that of it."""
    present: int | None = None
    for number, block in zip(told, drawn, strict=True):
        is_within = block.kind == "bullet" or _WITHIN.match(text, block.spans[0][0])
        present = number if number is not None or not is_within else present
        yield present


def _number(text: str, block: Block) -> int | None:
    found = _NUMBER.match(text, block.spans[0][0]) if block.kind == "paragraph" else None
    return int(found[1]) if found else None


def _length(block: Block) -> int:
    return sum(end - start for start, end in block.spans)
