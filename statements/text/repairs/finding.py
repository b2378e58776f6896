"""Look for what a scan, a printed page or a word processor left in a text."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from statements.text.analysis import symbols
from statements.text.blocks import Block, blocks
from statements.text.characters import BULLETS, joint
from statements.text.repairs.changes import Replacement
from statements.text.repairs.running import Vocabulary, parted

SOFT_HYPHEN = "\u00ad"

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_HYPHEN = re.compile(r"(?P<left>[^\W\d_]+)[-‐‑]\Z")
_RIGHT = re.compile(r"[^\W\d_]+")
# A word that a line's end broke, where the line's end became a space on the way.
_BROKEN = re.compile(r"(?<![\w-])(?P<left>[^\W\d_]{2,30})(?P<gap>[-‐‑] )(?P<right>[^\W\d_]{2,30})")
# More spaces than three set a table.
_SPACES = re.compile(rf"(?<=[^\s{re.escape(BULLETS)}])[ \u00a0]{{2,3}}(?=\S)")
_RUN = re.compile(r"(?<![\w/.:@-])[A-Za-z0-9]{1,6}(?:/[A-Za-z0-9.-]{1,20}){1,7}")
_LIGATURE = "[\ufb00-\ufb06]"
_ARABIC = "[\ufb50-\ufbb1\ufbd3-\ufbff\ufe80-\ufefc]+"
# Characters nobody sees: a joiner or a direction mark among letters is no such thing.
_HIDDEN = "[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]+"
_SIGNS = re.compile(f"{_LIGATURE}|{_ARABIC}|{_HIDDEN}")
_SENTENCE = re.compile(r"(?:(?<=[^\W\d_A-Z]{3})|(?<=\d{4}))(?P<sign>[.;?!])(?=[A-Z][a-z]{2,})")
_ADDRESS = re.compile(r"\S*(?:[/@]|www\.)\S*")

Found = Iterator[tuple[Replacement, ...]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Replacements of a text that are accepted or refused together, and their kind."""

    kind: str
    replacements: tuple[Replacement, ...]

    @property
    def start(self) -> int:
        return self.replacements[0].start

    @property
    def end(self) -> int:
        return self.replacements[-1].end

    @property
    def key(self) -> str:
        """Return what tells it from the other proposals for the same text."""
        return f"{self.kind}-{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class _Source:
    text: str
    language: str
    drawn: tuple[Block, ...]
    words: Vocabulary


def proposals(text: str, language: str) -> tuple[Proposal, ...]:
    """Return what should be put right in `text`, in order; no two of them touch.

    Lines are joined where `blocks` draws them as one paragraph, all of a paragraph at once.
    """
    words = Counter(word.casefold() for word in _WORD.findall(text))
    source = _Source(text, language, blocks(text), words)
    found = [
        Proposal(kind, tuple(sorted(each)))
        for kind, look in _LOOKS.items()
        for each in look(source)
        if each
    ]
    return tuple(_apart(found))


def _lines(source: _Source) -> Found:
    """Yield the lines of each paragraph joined, as a page shows them."""
    for block in source.drawn:
        yield tuple(
            _joined(source, end, begin).narrowed() for (_, end), (begin, _) in pairwise(block.spans)
        )


def _joined(source: _Source, end: int, begin: int) -> Replacement:
    """Return what joins two lines; a hyphen goes if its word stands elsewhere without one."""
    text = source.text
    if text[end - 1] == SOFT_HYPHEN:
        return Replacement(end - 1, text[end - 1 : begin], "")
    hyphen = _HYPHEN.search(text, max(0, end - 40), end)
    right = _RIGHT.match(text, begin)
    if hyphen and right and _is_one_word(hyphen["left"], right[0], source.words):
        return Replacement(end - 1, text[end - 1 : begin], "")
    return Replacement(end, text[end:begin], joint(text[max(0, end - 2) : end], text[begin]))


def _is_one_word(left: str, right: str, words: Vocabulary) -> bool:
    whole, hyphened = f"{left}{right}".casefold(), f"{left}-{right}".casefold()
    return words[whole] > 0 and not words[hyphened] and right[0].islower()


def _hyphens(source: _Source) -> Found:
    for found in _BROKEN.finditer(source.text):
        if _is_one_word(found["left"], found["right"], source.words):
            yield (Replacement(found.start("gap"), found["gap"], ""),)


def _symbols(source: _Source) -> Found:
    """Yield each misread digit of a symbol; a symbol is one proposal."""
    for found in _RUN.finditer(source.text):
        run = found[0].rstrip(".-")
        right = symbols.put_right(run)
        if right is not None and right != run:
            changed = enumerate(zip(run, right, strict=True), found.start())
            yield tuple(Replacement(at, old, new) for at, (old, new) in changed if old != new)


def _words(source: _Source) -> Found:
    """Yield words without a space between them, and sentences."""
    if source.language == "en":
        for found in _WORD.finditer(source.text):
            place = parted(found[0], source.words)
            if place:
                yield (Replacement(found.start() + place, "", " "),)
    for found in _SENTENCE.finditer(source.text):
        nearest = max(0, found.start() - 60)
        begin = max(nearest, source.text.rfind(" ", nearest, found.start()) + 1)
        if not _ADDRESS.match(source.text, begin, found.end() + 60):
            yield (Replacement(found.end("sign"), "", " "),)


def _spaces(source: _Source) -> Found:
    for found in _SPACES.finditer(source.text):
        yield (Replacement(found.start(), found[0], " ").narrowed(),)


def _signs(source: _Source) -> Found:
    """Yield ligatures, Arabic letters in their printed shapes, and characters nobody sees."""
    joined = {at for one in source.drawn for _, end in one.spans[:-1] for at in (end - 1, end)}
    for found in _SIGNS.finditer(source.text):
        right = "" if re.fullmatch(_HIDDEN, found[0]) else unicodedata.normalize("NFKC", found[0])
        if right != found[0] and found.start() not in joined:
            yield (Replacement(found.start(), found[0], right),)


_LOOKS: Mapping[str, Callable[[_Source], Found]] = {
    "lines": _lines,
    "hyphen": _hyphens,
    "symbol": _symbols,
    "words": _words,
    "spaces": _spaces,
    "signs": _signs,
}
KINDS = tuple(_LOOKS)


def _apart(found: list[Proposal]) -> Iterator[Proposal]:
    """Yield proposals in order; what touches one that is found before it is left out.

    Of a paragraph only the line ends count: other repairs stand between them.
    """
    taken: dict[int, int] = {}
    kept = []
    for proposal in found:
        free = tuple(
            one
            for one in proposal.replacements
            if not any(at in taken for at in range(one.start, one.end + 1))
        )
        for one in free:
            taken |= dict.fromkeys(range(one.start, one.end + 1), one.start)
        kept += [Proposal(proposal.kind, free)] if free else []
    yield from sorted(kept, key=lambda one: (one.start, one.end))
