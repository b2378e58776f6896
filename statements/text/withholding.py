"""Make of a text the one that the public reads: withheld spans are replaced by a token."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.text import slugify

from statements.text.characters import UNSPACED
from statements.text.passages import find

# What stands for withheld words in a text, in the text's own language; else in English.
TOKENS: Mapping[str, str] = {
    "ar": "[حُجب حمايةً لشخص]",
    "en": "[withheld to protect a person]",
    "es": "[omitido para proteger a una persona]",
    "fr": "[omis pour protéger une personne]",
    "ru": "[скрыто для защиты человека]",
    "zh": "[为保护个人而隐去]",
}

Span = tuple[int, int]

_JOINED = re.compile(r"\w\w")
# Scripts that do not part their words: there, words begin and end anywhere.
_UNPARTED = re.compile(rf"{UNSPACED.pattern}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
# What Arabic writes together with the word that follows: "and", "then", "by", "like", "for", "the".
_PARTICLES = re.compile(r"(?<!\w)[وف]?(?:[بكلس]|[بك]?ال|لل)?$")


def token(language: str) -> str:
    return TOKENS.get(language, TOKENS["en"])


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as the public reads it; `tokens` are the places of the tokens in it.

    `_ends` and `_shifts` say by how much what stands behind each withheld span moved.
    """

    text: str
    tokens: tuple[Span, ...]
    _withheld: tuple[Span, ...] = ()
    _ends: tuple[int, ...] = (0,)
    _shifts: tuple[int, ...] = (0,)

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether a span of the whole text holds withheld characters."""
        return any(start < until and begin < end for begin, until in self._withheld)

    def place(self, start: int, end: int) -> Span:
        """Return where a span of the whole text stands in the public one.

        Raises ValueError where it holds withheld characters.
        """
        if self.overlaps(start, end):
            raise ValueError(f"From {start} to {end} there are withheld words.")
        shift = self._shifts[bisect_right(self._ends, start) - 1]
        return start + shift, end + shift

    def around(self, start: int, end: int) -> Span:
        """Return where a span stands in the public text, with the whole of each token it holds."""
        held = [span for span in self._withheld if start < span[1] and span[0] < end]
        if not held:
            return self.place(start, end)
        begin, until = min(start, held[0][0]), max(end, held[-1][1])
        tokens = dict(zip(self._withheld, self.tokens, strict=True))
        first, last = tokens[held[0]], tokens[held[-1]]
        return first[0] - (held[0][0] - begin), last[1] + (until - held[-1][1])


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is withheld of a text, said once for all who must not tell it.

    `words` are withheld wherever they stand, in every reading that repairs gave them; `places` are
    those that somebody looked at, in the text as it is. `lost` are words that an edit changed:
    where there are any, nobody can tell where in the text they stand.
    """

    words: tuple[str, ...] = ()
    places: tuple[Span, ...] = ()
    lost: tuple[str, ...] = ()
    language: str = ""

    def __bool__(self) -> bool:
        return bool(self.words)

    def also(self, words: str) -> "Withheld":
        return replace(self, words=(*self.words, words))

    def spans(self, text: str, tokens: Collection[Span] = ()) -> frozenset[Span]:
        """Return where the words stand in a text, but for those within its `tokens`.

        Words that hold others are found also where the others are withheld already.
        """
        found = (span for words in self.readings() for span in places(text, words))
        return frozenset(span for span in found if not is_within(span, tokens))

    def shown(self, text: str) -> Shown:
        """Return the text that `places` are places of, as the public reads it."""
        return shown(text, {*self.places, *self.spans(text)}, self.language)

    def quoted(self, start: int, words: str) -> str:
        """Return words that stand in the text from `start` on as the public reads them."""
        if self.lost:
            return token(self.language)
        end = start + len(words)
        held = {(max(a, start) - start, min(b, end) - start) for a, b in self.places}
        return shown(words, {*held, *self.spans(words)}, self.language).text

    def line(self, line: str) -> str:
        """Return what stands beside a text, such as a title, or another text, without the words."""
        return hidden(line, self.readings(), self.language)

    def names(self, address: str) -> bool:
        """Tell whether an address is made of the words."""
        parts = f"-{slugify(address.replace('/', '-').replace('.', '-'))}-"
        slugs = (slugify(each) for each in self.words)
        return any(f"-{slug}-" in parts for slug in slugs if slug)

    def readings(self) -> list[str]:
        """Return the words, and what they read as where others within them are withheld already."""
        variants = dict.fromkeys(self.words)
        for each in self.words:
            within = [other for other in self.words if len(other) < len(each)]
            variants[hidden(each, within, self.language)] = None
        variants.pop(token(self.language), None)
        return list(variants)


def shown(text: str, spans: Iterable[Span], language: str) -> Shown:
    """Return `text` with the token in place of each span; those that touch become one.

    `spans` are positions of code points. Raises ValueError for one outside the text.
    """
    withheld = tuple(_united(spans))
    if not withheld:
        return Shown(text, ())
    if withheld[0][0] < 0 or withheld[-1][1] > len(text):
        raise ValueError(f"Withheld words outside a text of {len(text)} characters.")
    put, pieces, tokens = token(language), list[str](), list[Span]()
    done = length = 0
    ends, shifts = [0], [0]
    for start, end in withheld:
        pieces += text[done:start], put
        length += start - done
        tokens.append((length, length + len(put)))
        length += len(put)
        done = end
        ends.append(end)
        shifts.append(length - end)
    pieces.append(text[done:])
    return Shown("".join(pieces), tuple(tokens), withheld, tuple(ends), tuple(shifts))


def places(text: str, words: str) -> tuple[Span, ...]:
    """Return every place of `words` in `text` that does not begin or end within a word.

    An Arabic name is found behind its particles, and a Chinese or Thai one anywhere. Capitals,
    white space, quotation marks and dashes need not be the same (see `folding.fold`).
    """
    found = ((one.start, one.end) for one in find(_low(text), _low(words)))
    return tuple(span for span in found if not _cuts(text, *span))


def hidden(text: str, withheld: Iterable[str], language: str) -> str:
    """Return a line such as a title with each of the withheld words replaced by the token."""
    spans = [span for words in withheld for span in places(text, words)]
    return shown(text, spans, language).text


def is_within(span: Span, others: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def are_same(one: str, other: str) -> bool:
    """Tell whether two words are withheld as the same: where one stands, so does the other."""
    return (0, len(one)) in places(one, other) and (0, len(other)) in places(other, one)


def _low(text: str) -> str:
    """Return `text` in small letters, each in its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(letter.lower()[:1] for letter in text)


def _united(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in order; those that overlap or touch as one."""
    held: Span | None = None
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if held and start <= held[1]:
            held = (held[0], max(held[1], end))
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _cuts(text: str, start: int, end: int) -> bool:
    return _begins_within(text, start) or _is_within_word(text, end)


def _begins_within(text: str, position: int) -> bool:
    """Tell whether a word goes on at a position; an Arabic one may begin behind its particles."""
    if not _is_within_word(text, position):
        return False
    return not _PARTICLES.search(text[max(0, position - 8) : position])


def _is_within_word(text: str, position: int) -> bool:
    around = text[max(0, position - 1) : position + 1]
    return len(around) == 2 and bool(_JOINED.fullmatch(around)) and not _UNPARTED.search(around)
