"""Mark passages in the paragraphs and bullets of a text as HTML.

Passages may overlap, cross each other and run over several blocks; elements may not. So a block is
cut where any mark begins or ends, and each run carries the refs of all marks that cover it.
"""

import html
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Literal

from django.utils.safestring import SafeString

from statements.text.blocks import Block, blocks
from statements.text.characters import joint

# No word of the text: it is neither selected nor copied with it.
SIC = '<small class="sic"> <bdi lang="la" dir="ltr">[sic]</bdi></small>'


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A passage to mark: positions in the text, permanent ref, number shown, further classes.

    `name` is what the link behind the number is called where the number alone says too little.
    """

    start: int
    end: int
    ref: str
    number: int
    css: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where words are withheld: what is said there instead, and in which language."""

    start: int
    end: int
    said: str
    language: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to what they name."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block as HTML for the inside of a `<p>` or `<li>`.

    `starts` holds the refs of the marks that end in this block: their notes start beside it.
    """

    kind: Literal["paragraph", "bullet"]
    html: SafeString
    starts: tuple[str, ...]


@dataclass(slots=True)
class _Run:
    """Words of one block under the same marks; the marks whose first or last run this is."""

    words: str
    marks: tuple[Mark, ...]
    gap: Gap | None = None
    is_sic: bool = False
    link: Link | None = None
    begin: list[Mark] = field(default_factory=list)
    end: list[Mark] = field(default_factory=list)


def mark(
    text: str,
    marks: Iterable[Mark],
    gaps: Collection[Gap] = (),
    sic: Collection[int] = (),
    links: Collection[Link] = (),
) -> tuple[MarkedBlock, ...]:
    """Return the blocks of `text` with `marks`, `gaps` and `links` in them, balanced and escaped.

    Each run is a `<mark class="passage" data-refs="...">`; the first of a mark has the id
    `r<ref>`, and behind its last stands the number as a link to `#n<ref>`. A mark over nothing to
    see shows nowhere. In a gap stands a `<bdi class="withheld">` with what it says. Behind words
    that end at one of the places of `sic` stands a `<small class="sic">`, which is not of the text.
    Words that lead somewhere are an `<a class="cites">`.
    Raises ValueError for a mark whose positions are outside the text.
    """
    ordered = sorted(set(marks))
    for one in ordered:
        if not 0 <= one.start < one.end <= len(text):
            raise ValueError(f"Mark {one.ref} is outside the text: {one.start} to {one.end}.")
    drawn = [(block, _runs(text, block, ordered, gaps, sic, links)) for block in blocks(text)]
    _set_bounds([run for _, runs in drawn for run in runs])
    return tuple(
        MarkedBlock(
            kind=block.kind,
            html=SafeString("".join([_html(run) for run in runs])),
            starts=tuple(dict.fromkeys(one.ref for run in runs for one in run.end)),
        )
        for block, runs in drawn
    )


def _runs(
    text: str,
    block: Block,
    marks: list[Mark],
    gaps: Collection[Gap],
    sic: Collection[int],
    links: Collection[Link],
) -> list[_Run]:
    first, last = block.spans[0][0], block.spans[-1][1]
    here = [one for one in marks if one.start < last and one.end > first]
    withheld = [one for one in gaps if first <= one.start < last]
    leading = [one for one in links if one.start < last and one.end > first]
    over: list[Mark | Gap | Link] = [*here, *withheld, *leading]
    spans = [(one.start, one.end) for one in over]
    ends = {position for position in sic if first < position <= last}
    cuts = {position for span in spans for position in span} | ends
    return [
        _Run("".join([piece[0] for piece in run]), covering, gap, is_sic=end in ends, link=link)
        for (covering, gap, end, link), run in groupby(
            _pieces(text, block, here, cuts, withheld, ends, leading), key=lambda piece: piece[1:]
        )
    ]


def _pieces(
    text: str,
    block: Block,
    marks: list[Mark],
    cuts: set[int],
    gaps: list[Gap],
    ends: set[int],
    links: list[Link],
) -> Iterator[tuple[str, tuple[Mark, ...], Gap | None, int, Link | None]]:
    """Yield the block's words, cut wherever a mark or a line ends, with what is over them.

    Behind these is the place of `ends` at which they end, or 0; then where they lead to.
    """
    before, line_end = "", None
    for start, end in block.spans:
        if line_end is not None and (between := joint(before, text[start])):
            over = tuple(one for one in marks if one.start < line_end and start < one.end)
            leading = (one for one in links if one.start < line_end and start < one.end)
            yield between, over, None, 0, next(leading, None)
        inner = sorted(position for position in cuts if start < position < end)
        for left, right in pairwise([start, *inner, end]):
            covering = tuple(one for one in marks if one.start <= left < one.end)
            gap = next((one for one in gaps if one.start <= left < one.end), None)
            link = next((one for one in links if one.start <= left < one.end), None)
            yield text[left:right], covering, gap, right if right in ends else 0, link
        before, line_end = text[start:end][-2:], end


def _set_bounds(runs: list[_Run]) -> None:
    begun: set[str] = set()
    last: dict[Mark, _Run] = {}
    for run in runs:
        for one in run.marks:
            if one.ref not in begun:
                run.begin.append(one)
                begun.add(one.ref)
            last[one] = run
    for one, run in last.items():
        run.end.append(one)


def _html(run: _Run) -> str:
    # Escaped as the text it is: `format_html` would ask of each piece what it is.
    words = _said(run.gap) if run.gap else html.escape(run.words)
    words += SIC if run.is_sic else ""
    if run.link and not run.gap:
        words = f'<a class="cites" href="{html.escape(run.link.address)}">{words}</a>'
    if not run.marks:
        return words
    *others, own = [f"r{html.escape(one.ref)}" for one in run.begin] or [""]
    spans = "".join([f'<span id="{other}"></span>' for other in others])
    classes = " ".join(dict.fromkeys(name for one in run.marks for name in one.css.split()))
    refs = " ".join(dict.fromkeys(one.ref for one in run.marks))
    opened = f'<mark class="passage {html.escape(classes)}"' if classes else '<mark class="passage"'
    own_id = f' id="{own}"' if own else ""
    badges = "".join([_badge(one) for one in run.end])
    return f'{spans}{opened}{own_id} data-refs="{html.escape(refs)}">{words}</mark>{badges}'


def _said(gap: Gap) -> str:
    said, language = html.escape(gap.said), html.escape(gap.language)
    return f'<bdi class="withheld" lang="{language}">{said}</bdi>'


def _badge(one: Mark) -> str:
    classes = html.escape(" ".join(["badge", *one.css.split()]))
    name = f' aria-label="{html.escape(one.name)}"' if one.name else ""
    return f'<a class="{classes}" href="#n{html.escape(one.ref)}"{name}>{one.number}</a>'
