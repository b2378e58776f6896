"""The few words of a text that show why it was found, with the words looked for marked."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from urllib.parse import quote

from django.utils.safestring import SafeString, mark_safe

from statements.catalogue.search.query import Query
from statements.catalogue.search.snippets.lines import Span, marked, on_one_line
from statements.catalogue.search.snippets.sought import INNER_PLURALS, Sought, sought
from statements.text.blocks import Block, blocks
from statements.text.characters import SENTENCE_ENDS, UNSPACED

# A snippet has so many characters, in one window or in two.
ROOM = 200
# So many places of one word are looked at; a text that says it more often says it everywhere.
MOST = 12
# A paragraph of no more characters is a heading: it tells less than a sentence.
HEADING = 60
# So many words before a mark tell its place from others on the page.
TELLING = 3
ELLIPSIS = "…"
_SENTENCE_END = re.compile(rf"[{re.escape(SENTENCE_ENDS)}]\s+")


class _Hit(NamedTuple):
    """Where one of the things looked for stands: which of them, and how much it tells."""

    start: int
    end: int
    which: int
    weight: int


@dataclass(frozen=True, slots=True)
class _Cut:
    """Hits close together in one paragraph, and what of the text is shown of it."""

    hits: tuple[_Hit, ...]
    paragraph: int
    bounds: Span
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Window:
    """Words of one paragraph on one line, with `marks` in them.

    `opens` and `closes` tell whether the paragraph has more before and behind.
    """

    words: str
    marks: tuple[Span, ...]
    opens: bool = False
    closes: bool = False

    def html(self) -> SafeString:
        return marked(self.words, self.marks)


@dataclass(frozen=True, slots=True)
class Snippet:
    """One window or two, in the order of the text.

    `place` is where the better one's first mark stands in the text, `paragraph` the number of
    its paragraph from 1, `directive` what a link adds to show the very words.
    """

    windows: tuple[Window, ...]
    place: Span
    paragraph: int
    directive: str

    def html(self) -> SafeString:
        """Return the windows as HTML, with an ellipsis wherever words are left out."""
        between = f" {ELLIPSIS} ".join(window.html() for window in self.windows)
        before = ELLIPSIS if self.windows[0].opens else ""
        behind = ELLIPSIS if self.windows[-1].closes else ""
        return mark_safe(f"{before}{between}{behind}")


def snippet(text: str, language: str, query: Query, *, room: int = ROOM) -> Snippet | None:
    """Return the words of `text` that show best why `query` finds it, None where none do."""
    asked = sought(query, language)
    hits = _hits(text, language, asked, MOST)
    if not hits:
        return None
    drawn = _drawn(text)
    best = _best(hits, drawn, room)
    shown = {hit.which for hit in best.hits}
    others = [hit for hit in hits if hit.which not in shown]
    if others and best.hits[-1].end - best.hits[0].start <= room // 2:
        cuts = [best, _best(others, drawn, room // 2)]
        cuts = [_extended(text, cut, room // 2) for cut in sorted(cuts, key=lambda cut: cut.hits)]
    else:
        cuts = [_extended(text, best, room)]
    # Of what stands there very often only the first places are known.
    known = None if len(hits) >= MOST else hits
    windows = tuple(_window(text, cut, language, asked, known) for cut in cuts)
    place = best.hits[0].start, best.hits[0].end
    shows_best = windows[next(n for n, cut in enumerate(cuts) if cut.hits == best.hits)]
    return Snippet(windows, place, best.paragraph + 1, _directive(shows_best))


def spans(text: str, language: str, query: Query) -> tuple[Span, ...]:
    """Return where in `text` there is what `query` looks for, in order and apart."""
    return _apart(text, _hits(text, language, sought(query, language), None))


def has_all(words: str, language: str, query: Query) -> bool:
    """Tell whether `words` have everything that `query` looks for."""
    low, asked = _low(words), sought(query, language)
    return bool(asked) and all(any(one.spans(words, low)) for one in asked)


def _hits(text: str, language: str, asked: Sequence[Sought], most: int | None) -> list[_Hit]:
    low = _low(text)
    found = _of_each(asked, [one.spans(text, low) for one in asked], most)
    if not found and language in INNER_PLURALS:
        found = _of_each(asked, [one.spans_of_whole(text) for one in asked], most)
    return sorted(found)


def _of_each(
    asked: Sequence[Sought], spans: Iterable[Iterable[Span]], most: int | None
) -> list[_Hit]:
    return [
        _Hit(start, end, which, weight)
        for which, (weight, found) in enumerate(
            zip([one.weight for one in asked], spans, strict=True)
        )
        for start, end in islice(found, most)
    ]


def _low(text: str) -> str:
    """Return `text` in small letters, each in its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(letter.lower()[:1] for letter in text)


@lru_cache(maxsize=512)
def _drawn(text: str) -> tuple[Block, ...]:
    return blocks(text)


def _best(hits: Sequence[_Hit], drawn: Sequence[Block], room: int) -> _Cut:
    """Return the hits in one paragraph and within `room` that tell most, the first of equals."""
    starts = [block.spans[0][0] for block in drawn]
    most = _told(hits), True
    best, score = (0, 0), (-1, False)
    for place, hit in enumerate(hits):
        paragraph = max(bisect_right(starts, hit.start) - 1, 0)
        end = drawn[paragraph].spans[-1][1]
        scored = _told(_close(hits, place, end, room)), end - starts[paragraph] > HEADING
        if scored > score:
            best, score = (place, paragraph), scored
        if score == most:
            break
    place, paragraph = best
    end = drawn[paragraph].spans[-1][1]
    return _Cut(_close(hits, place, end, room), paragraph, (starts[paragraph], end))


def _close(hits: Sequence[_Hit], place: int, end: int, room: int) -> tuple[_Hit, ...]:
    """Return the hits from one on that stand before `end` and within `room` of it."""
    first = hits[place]
    last = min(end, max(first.start + room, first.end))
    return tuple([one for one in hits[place:] if one.end <= last]) or (first,)


def _told(hits: Iterable[_Hit]) -> int:
    """Return how much hits tell, each thing looked for once."""
    return sum({hit.which: hit.weight for hit in hits}.values())


def _extended(text: str, cut: _Cut, room: int) -> _Cut:
    """Return a cut with as much of its paragraph around the hits as there is room for."""
    first, last = cut.bounds
    start, end = cut.hits[0].start, min(cut.hits[-1].end, cut.hits[0].start + room)
    start = max(start, first)
    free = room - (end - start)
    left = _opening(text, first, start, free * 2 // 3)
    right = _closing(text, end, last, free - (start - left))
    if right == last:
        left = _opening(text, first, start, room - (right - start))
    return _Cut(cut.hits, cut.paragraph, cut.bounds, left, right)


def _opening(text: str, first: int, start: int, free: int) -> int:
    """Return where a window begins: at the sentence before `start`, else at a word."""
    if start - first <= free:
        return first
    earliest = start - free
    ended = [found.end() for found in _SENTENCE_END.finditer(text, earliest - 1, start)]
    if ended and ended[-1] > earliest:
        return ended[-1]
    return _whole_word(text, range(earliest, start), start)


def _closing(text: str, end: int, last: int, free: int) -> int:
    """Return where a window ends: behind a word, or at the end of a sentence if that is close."""
    if last - end <= free:
        return last
    latest = end + max(free, 0)
    for place in range(latest, end + free // 2, -1):
        if text[place - 1] in SENTENCE_ENDS and (
            text[place].isspace() or UNSPACED.match(text[place])
        ):
            return place
    for place in range(latest, end, -1):
        if text[place].isspace() or UNSPACED.match(text[place]):
            return len(text[:place].rstrip()) if text[place - 1].isspace() else place
    return end


def _whole_word(text: str, places: range, otherwise: int) -> int:
    """Return the first of `places` where a word begins."""
    for place in places:
        if not text[place].isspace() and (text[place - 1].isspace() or UNSPACED.match(text[place])):
            return place
    return otherwise


def _window(
    text: str, cut: _Cut, language: str, asked: Sequence[Sought], known: Sequence[_Hit] | None
) -> Window:
    """Return what is shown of a cut with all that stands there marked, if `known` that alone."""
    if known is None:
        part = text[cut.start : cut.end]
        own = _apart(part, _hits(part, language, asked, None))
        marks = tuple((cut.start + start, cut.start + end) for start, end in own)
    else:
        marks = _apart(
            text, [one for one in known if cut.start <= one.start and one.end <= cut.end]
        )
    words, shown = on_one_line(text, cut.start, cut.end, marks)
    return Window(words, shown, opens=cut.start > cut.bounds[0], closes=cut.end < cut.bounds[1])


def _apart(text: str, hits: Iterable[_Hit]) -> tuple[Span, ...]:
    """Return the spans of hits, those that meet or are parted by a hyphen as one."""
    marks: list[Span] = []
    for hit in hits:
        if marks and text[marks[-1][1] : hit.start].strip("-‐‑") == "":
            marks[-1] = marks[-1][0], max(marks[-1][1], hit.end)
        else:
            marks.append((hit.start, hit.end))
    return tuple(marks)


def _directive(window: Window) -> str:
    """Return a text directive for the first mark of a window.

    Source: WICG, "URL Fragment Text Directives": `:~:text=before-,words`. Whatever a browser does
    not find there, it leaves for the rest of the fragment.
    """
    if not window.marks:
        return ""
    start, end = window.marks[0]
    before = " ".join(window.words[:start].split()[-TELLING:])
    context = f"{quote(before, safe='').replace('-', '%2D')}-," if before else ""
    return f":~:text={context}{quote(window.words[start:end], safe='').replace('-', '%2D')}"
