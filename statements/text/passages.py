"""Find, anchor and find again the exact words of a text.

A passage is a TextQuoteSelector and a TextPositionSelector of the W3C Web Annotation Data Model
(https://www.w3.org/TR/annotation-model/#text-quote-selector), counted in Unicode code points.
Words are looked for folded; stored are always the text's own characters.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from statements.text.folding import fold

AROUND = 32
NEAR = 8
ELLIPSIS = "…"

_WHITE_SPACE = re.compile(r"\s+")

# One text is searched for many passages in turn.
_folded_text = lru_cache(maxsize=4)(fold)


@dataclass(frozen=True, slots=True)
class Passage:
    """An exact span of a text: its words, up to 32 characters on either side, its positions."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The passage stands where it stood; `passage` is anchored anew on the text as it is."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class Moved:
    """The passage stands elsewhere, with its surroundings; `passage` is anchored on that place."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class Orphan:
    """The passage's words are gone or its place is in doubt; `passage` is the old one."""

    passage: Passage


Found = Unchanged | Moved | Orphan


@dataclass(frozen=True, slots=True)
class Context:
    """A passage in one line for a reader who chooses between places."""

    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.words}{self.after}"


def anchor(text: str, start: int, end: int) -> Passage:
    """Return the passage of `text` from `start` up to `end`, in code points.

    Raises ValueError if the positions are outside the text or hold nothing.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"No passage from {start} to {end} in a text of {len(text)} characters.")
    return Passage(
        exact=text[start:end],
        prefix=text[max(0, start - AROUND) : start],
        suffix=text[end : end + AROUND],
        start=start,
        end=end,
    )


def find(text: str, words: str) -> tuple[Passage, ...]:
    """Return every place of `words` in `text`, in order, none overlapping another.

    White space, quotation marks, dashes and bullet signs need not be the same (see `fold`);
    letters must. Nothing is found for words that hold nothing but white space and signs.
    """
    sought = fold(words).words.strip()
    if not sought:
        return ()
    folded = _folded_text(text)
    places: list[Passage] = []
    at = folded.words.find(sought)
    while at >= 0:
        end = at + len(sought)
        place = anchor(text, folded.source(at), folded.source(end - 1) + 1)
        # A hyphen at a line's end that is cut off from its word is a bullet sign by itself.
        places += [place] if fold(place.exact).words == sought else []
        at = folded.words.find(sought, end)
    return tuple(places)


def refind(text: str, passage: Passage) -> Found:
    """Say what became of `passage` in `text`, an edited version of the text it was anchored in.

    Only the exact characters count. Words that stand in `text` once are the passage if what
    stands around them speaks for it (see `_vouched`); they may be a twin that outlived it. Of
    words that stand there more often, the place is the one where prefix and suffix match in
    full; where no place has both, the old position is kept if one of them matches there. All else
    is an orphan, for a person to look at: a passage is never moved to words that look alike.
    """
    whole = passage.prefix + passage.exact + passage.suffix
    places = _first_two(text, passage.exact)
    if not places:
        return Orphan(passage)
    if len(places) == 1:
        again = anchor(text, places[0], places[0] + len(passage.exact))
        return _kept(passage, again) if _vouched(passage, again) else Orphan(passage)
    held = _stands_at(text, passage.exact, passage.start)
    if held and _stands_at(text, whole, passage.start - len(passage.prefix)):
        return _found(text, passage, passage.start)
    with_context = _first_two(text, whole)
    if len(with_context) == 1:
        return _found(text, passage, with_context[0] + len(passage.prefix))
    if held and not with_context:
        here = anchor(text, passage.start, passage.start + len(passage.exact))
        if here.prefix == passage.prefix or here.suffix == passage.suffix:
            return Unchanged(here)
    return Orphan(passage)


def context(text: str, passage: Passage, width: int = 60) -> Context:
    """Return `passage` with about `width` characters on either side, cut between words.

    White space runs are single spaces; an ellipsis stands where words are left out.
    """
    words = _one_line(text[passage.start : passage.end])
    if len(words) > 3 * width:
        words = _head(words, width) + _tail(words, width).removeprefix(ELLIPSIS)
    return Context(
        before=_tail(_one_line(text[: passage.start][-4 * width :]), width),
        words=words,
        after=_head(_one_line(text[passage.end :][: 4 * width]), width),
    )


def _found(text: str, passage: Passage, start: int) -> Unchanged | Moved:
    return _kept(passage, anchor(text, start, start + len(passage.exact)))


def _kept(passage: Passage, again: Passage) -> Unchanged | Moved:
    return Unchanged(again) if again.start == passage.start else Moved(again)


def _vouched(passage: Passage, again: Passage) -> bool:
    """Tell whether what stands around the only place of the words says that it is the passage.

    An edit before or after the passage leaves the other side as it was: one side must be so in
    full, or both at their nearest. A side is shorter only where the text begins or ends. Of a few
    characters there, none speaks for a new position: words that look alike end a text as often.
    """
    held = again.start == passage.start
    sides = ((again.prefix, passage.prefix), (again.suffix, passage.suffix))
    in_full = any(now == then and (held or len(now) >= NEAR) for now, then in sides)
    before = again.prefix[-NEAR:] == passage.prefix[-NEAR:]
    after = again.suffix[:NEAR] == passage.suffix[:NEAR]
    return in_full or (before and after)


def _stands_at(text: str, words: str, position: int) -> bool:
    return position >= 0 and text.startswith(words, position)


def _first_two(text: str, words: str) -> tuple[int, ...]:
    """Return the first two places of `words`, which may overlap; two are as good as many."""
    first = text.find(words) if words else -1
    if first < 0:
        return ()
    second = text.find(words, first + 1)
    return (first,) if second < 0 else (first, second)


def _one_line(words: str) -> str:
    return _WHITE_SPACE.sub(" ", words)


def _head(words: str, width: int) -> str:
    if len(words) <= width:
        return words.rstrip()
    return (words[: width + 1].rpartition(" ")[0] or words[:width]) + f" {ELLIPSIS}"


def _tail(words: str, width: int) -> str:
    if len(words) <= width:
        return words.lstrip()
    return f"{ELLIPSIS} " + (words[-width - 1 :].partition(" ")[2] or words[-width:])
