"""Cut what was typed into tokens: words, phrases, operators, fields. Nothing raises.

Each character is looked at a bounded number of times, and `MOST_CHARACTERS` bounds them all.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from statements.catalogue.search.typed import fields
from statements.text.characters import DOUBLE_QUOTES, INVISIBLE, SINGLE_QUOTES

MOST_CHARACTERS: Final = 300
MOST_WORDS: Final = 32
MOST_DISTANCE: Final = 50
USUAL_DISTANCE: Final = 8

Kind = Literal["word", "prefix", "phrase", "open", "close", "or", "and", "not", "field", "date"]
Note = tuple[str, str]

# In every language alike, so that an address means the same wherever it is read. Where a script
# has capitals only these are operators; "except" serves as "not" where "not" is a common word.
OPERATORS: Final = {
    **dict.fromkeys(("OR", "OU", "O", "ИЛИ", "أو", "或", "或者"), "or"),
    **dict.fromkeys(("AND", "ET", "Y", "И", "和"), "and"),
    **dict.fromkeys(("NOT", "SAUF", "EXCEPTO", "КРОМЕ", "باستثناء", "除"), "not"),
}
CLOSERS: Final = {"「": "」", "『": "』", "《": "》", "〈": "〉"}  # fmt: skip

_OPENING = SINGLE_QUOTES.replace("´", "")
_MINUS = "-‐‑−"
_GROUPING = DOUBLE_QUOTES + "(" + "".join(CLOSERS)
_PARTING = ",;!?،؛؟、。｡…·•"
_STOPS = re.escape(DOUBLE_QUOTES + "".join(CLOSERS) + "".join(CLOSERS.values()) + _PARTING)
_RUN = re.compile(rf"(?:(?<=\d),(?=\d)|[^\s{_STOPS}()|*~^:]|\([\w./-]*\))+")
_FIELD_NAME = re.compile(r"[^\W\d_][\w-]*")
_BOOST = re.compile(r"[~^]+[\d.]*")
_DISTANCE = re.compile(r"~(\d{0,9})")
# An ellipsis may stand between two dates.
_DATE = re.compile(rf"\s*([^\s()\"{re.escape(_PARTING.replace('…', ''))}]+)")
_CLOSING_QUOTE = re.compile(f"[{re.escape(DOUBLE_QUOTES)}]")
_CLOSING_SINGLE = re.compile(rf"[{re.escape(SINGLE_QUOTES)}](?=[\s)~{re.escape(_PARTING)}]|$)")
_NOT_IN_PHRASE = re.compile(rf"(?!(?<=\d),\d)[{_STOPS}]")
_UNSEEN = re.compile(f"[{INVISIBLE}\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")
# Full-width forms are the typewriter's characters for who types Chinese or Japanese.
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    map(ord, "【〔［｛[{"), "("
)
_WIDE |= dict.fromkeys(map(ord, "】〕］｝]}"), ")")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of what was typed; `words` are a phrase's, `distance` is that of nearness.

    `is_joined` tells a word that follows a comma without a gap: `country:iraq,libya`.
    """

    kind: Kind
    text: str = ""
    words: tuple[str, ...] = ()
    distance: int = 0
    is_joined: bool = False


def clean(typed: str) -> tuple[str, bool]:
    """Return what was typed without what nobody sees, not too long, and whether it was cut."""
    seen = _UNSEEN.sub("", typed[: 4 * MOST_CHARACTERS])
    text = unicodedata.normalize("NFC", _CONTROL.sub(" ", seen).translate(_WIDE)).strip()
    if len(text) <= MOST_CHARACTERS:
        return text, len(typed) > 4 * MOST_CHARACTERS
    kept = text[: MOST_CHARACTERS + 1].rpartition(" ")[0]
    return (kept if len(kept) > MOST_CHARACTERS // 2 else text[:MOST_CHARACTERS]).strip(), True


class Scanner:
    """One pass over a text; `notes` say what it could not make sense of."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.left = MOST_WORDS
        self.notes: list[Note] = []

    def tokens(self) -> Iterator[Token]:
        while self.at < len(self.text):
            if self.left <= 0:
                self.notes.append(("cut", self.text[self.at :].strip()))
                return
            for token in self._next():
                self.left -= len(token.words) or (token.kind in {"word", "prefix", "field"})
                yield token

    def _next(self) -> Iterator[Token]:
        character = self.text[self.at]
        if character in DOUBLE_QUOTES or character in CLOSERS:
            yield from self._phrase(character)
        elif character in _OPENING and self._stands_first():
            yield from self._in_single_quotes()
        elif _begins_word(character):
            yield from self._word()
        elif character in _MINUS and self._stands_first():
            yield from self._minus()
        elif character in "()|":
            self.at += 2 if self.text.startswith("||", self.at) else 1
            yield {"(": Token("open"), ")": Token("close"), "|": Token("or", "|")}[character]
        else:
            self.at += 1

    def _stands_first(self) -> bool:
        return self.at == 0 or self.text[self.at - 1] in " (|:"

    def _minus(self) -> Iterator[Token]:
        """Yield "not" for a dash before something; one that stands alone is only a dash."""
        while self.text[self.at : self.at + 1] in {*_MINUS}:
            self.at += 1
        following = self.text[self.at : self.at + 1]
        if _begins_word(following) or (following and following in _GROUPING):
            yield Token("not", "-")

    def _phrase(self, opening: str) -> Iterator[Token]:
        start = self.at + 1
        if opening in CLOSERS:
            end = self.text.find(CLOSERS[opening], start)
        else:
            found = _CLOSING_QUOTE.search(self.text, start)
            end = found.start() if found else -1
        self.at = start
        if end >= 0:
            yield from self._quoted(start, end)
        elif any(map(_begins_word, self.text[start:])):
            self.notes.append(("quotes", opening + self.text[start:].strip()))

    def _in_single_quotes(self) -> Iterator[Token]:
        """Yield a phrase where a single quotation mark has its other half; else it is none."""
        start = self.at + 1
        closing = _CLOSING_SINGLE.search(self.text, start)
        self.at = start
        if closing and " " in self.text[start : closing.start()]:
            yield from self._quoted(start, closing.start())

    def _quoted(self, start: int, end: int) -> Iterator[Token]:
        """Yield the phrase between two marks; between marks with nothing, the second may open."""
        words = _words(self.text[start:end])
        if not words:
            # Of two that are alike the second closes, though there is nothing between.
            self.at = end + 1 if self.text[start - 1] == self.text[end] else start
            return
        if len(words) > self.left:
            self.notes.append(("cut", " ".join(words[self.left :])))
            words = words[: self.left]
        self.at = end + 1
        distance = 0
        if near := _DISTANCE.match(self.text, self.at):
            self.at = near.end()
            distance = min(int(near[1] or USUAL_DISTANCE), MOST_DISTANCE)
        yield Token("phrase", words=words, distance=distance if len(words) > 1 else 0)

    def _word(self) -> Iterator[Token]:
        start = self.at
        run = _RUN.match(self.text, start)
        self.at = run.end() if run else start + 1
        raw, following = self.text[start : self.at], self.text[self.at : self.at + 1]
        if following == ":":
            if _FIELD_NAME.fullmatch(raw):
                yield from self._field(raw)
                return
            # A time of day, an article of a law: the colon is the word's own.
            self.at += 1
        text, is_joined = core(raw), start > 0 and self.text[start - 1] in _PARTING
        if following == "*":
            yield from self._prefix(text)
        elif kind := OPERATORS.get(text):
            yield Token(kind, text)  # type: ignore[arg-type]
        else:
            yield Token("word", text, is_joined=is_joined)
        if boost := _BOOST.match(self.text, self.at):
            self.at = boost.end()

    def _prefix(self, text: str) -> Iterator[Token]:
        """Yield the beginning of a word; an asterisk inside a word ends it there."""
        end = self.at
        while self.text[end : end + 1] == "*":
            end += 1
        rest = _RUN.match(self.text, end)
        if rest and _begins_word(rest[0][0]):
            self.notes.append(("wildcard", f"{text}*{rest[0]}"))
            end = rest.end()
        self.at = end
        if len(text) > 1:
            yield Token("prefix", text)
        else:
            self.notes.append(("short", f"{text}*"))
            yield Token("word", text)

    def _field(self, raw: str) -> Iterator[Token]:
        self.at += 1
        name, rest = fields.of(raw), self.text[self.at : self.at + 1]
        if not name:
            is_meant = len(raw) > 1 and rest.strip() and not self.text.startswith("//", self.at)
            if is_meant:
                self.notes.append(("field", raw))
            yield Token("word", core(raw))
            return
        yield Token("field", name, words=(raw,))
        value = _DATE.match(self.text, self.at) if name in fields.DATES else None
        if value and (words := _words(value[1])):
            self.at = value.end()
            yield Token("date", value[1], words)


def core(raw: str) -> str:
    """Return a word without the punctuation around it; the bracket of `2331(2016)` is its own."""
    first, last = 0, len(raw)
    while first < last and not _begins_word(raw[first]):
        first += 1
    while first < last and not _is_of_word(raw[last - 1]):
        last -= 1
    text = raw[first:last]
    return f"{text})" if text.count("(") > text.count(")") and ")" in raw[last:] else text


def _words(content: str) -> tuple[str, ...]:
    parted = _NOT_IN_PHRASE.sub(" ", content).split()
    return tuple(word for each in parted if (word := core(each)))


def _begins_word(character: str) -> bool:
    # One of the apostrophes is a letter to Unicode.
    return character.isalnum() and character not in SINGLE_QUOTES


def _is_of_word(character: str) -> bool:
    """Tell letters, numbers and the marks written with letters from all else."""
    return _begins_word(character) or unicodedata.category(character)[0] == "M"
