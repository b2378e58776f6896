"""Read what people type: words, phrases, operators and fields into a query and parameters.

It forgives: whatever was typed is read as something, and `notes` say what was not understood.
The normal form of a reading reads as the same query, and stands in addresses.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from statements.catalogue.search.query import Query
from statements.catalogue.search.typed import dates, fields, parts, tokens
from statements.catalogue.search.typed.parts import Found, Part
from statements.catalogue.search.typed.tokens import Note, Token

DEEPEST: Final = 4
# Words of a name that stand without quotation marks: `country:united arab emirates`.
LONGEST_NAME: Final = 5
JOINING: Final = frozenset({"or", "and"})


class Known(Protocol):
    """What the fields of a list may hold."""

    def takes(self, field: str) -> bool:
        """Tell whether the list is narrowed by the field at all."""

    def find(self, field: str, value: str, *, loosely: bool) -> Found:
        """Return the parameters that a value stands for; none where it is not known.

        `loosely` also finds the one name that holds all words of the value.
        """


class Nothing:
    """A list that is narrowed by no field: all that is typed is words."""

    def takes(self, field: str) -> bool:
        return False

    def find(self, field: str, value: str, *, loosely: bool) -> Found:
        return ()


NOTHING: Final = Nothing()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was typed, as it was understood.

    `query` is to be searched and `text` is its normal form; `found` are parameters and their
    values; `notes` are codes and the words they are about, see `typed.notes`.
    """

    query: Query
    text: str
    found: Found = ()
    notes: tuple[Note, ...] = ()


NO_WORDS: Final = Reading(Query(), "")


def read(typed: str, known: Known = NOTHING) -> Reading:
    """Return what was typed as a query, parameters and notes. Never raises."""
    text, is_cut = tokens.clean(typed)
    reader = _Reader(text, known)
    read_parts = reader.conjunction(0)
    found = tuple(dict.fromkeys(pair for part in read_parts for pair in part.found))
    kept = parts.distinct(part for part in read_parts if not part.found)
    notes = [("cut", typed[len(text) :].strip())] if is_cut else []
    while kept and len(parts.written(kept)) > tokens.MOST_CHARACTERS:
        *kept, last = kept
        notes.append(("cut", last.text))
    notes += [*reader.scanner.notes, *reader.notes]
    return Reading(
        query=Query(tuple(part.clause for part in kept)),
        text=parts.written(kept),
        found=found,
        notes=tuple(dict.fromkeys((code, words[:60]) for code, words in notes)),
    )


class _Reader:
    """A parser of one token ahead: OR joins its neighbours, all else must hold together."""

    def __init__(self, text: str, known: Known) -> None:
        self.known = known
        self.scanner = tokens.Scanner(text)
        self.tokens: Sequence[Token] = [*self.scanner.tokens()]
        self.at = 0
        self.notes: list[Note] = []

    def conjunction(self, depth: int) -> list[Part]:
        """Return the parts up to the bracket that closes them, or to the end."""
        read: list[Part] = []
        while self.at < len(self.tokens):
            token = self._take()
            if token.kind == "close":
                if depth:
                    break
            elif token.kind in JOINING and self._peek().kind in JOINING:
                self.notes.append(("operator", token.text))
            elif token.kind == "or" and read and (others := self._operand(depth)):
                read = [*read[:-1], self._either(read[-1], self._together(others))]
            elif token.kind == "and" and read and self._is_operand():
                continue
            elif token.kind in JOINING:
                read += self._bare(token)
            else:
                self.at -= 1
                operand = self._operand(depth)
                is_joined = self._peek().kind == "or" and self._is_operand(1)
                read += [self._together(operand)] if operand and is_joined else operand
        return read

    def _take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _peek(self, ahead: int = 0) -> Token:
        at = self.at + ahead
        return self.tokens[at] if at < len(self.tokens) else Token("close")

    def _is_operand(self, ahead: int = 0) -> bool:
        return self._peek(ahead).kind not in {"close", *JOINING}

    def _operand(self, depth: int) -> list[Part]:
        """Return what stands next, of a group all its parts; nothing where nothing does."""
        if not self._is_operand():
            return []
        token = self._take()
        # A bracket too deep is none; the one that closes it then closes the group around it.
        while token.kind == "open" and depth >= DEEPEST and self._is_operand():
            token = self._take()
        match token.kind:
            case "not":
                return self._negated(token, depth)
            case "field":
                return self._field(token, depth)
            case "open":
                return self.conjunction(depth + 1) if depth < DEEPEST else []
        return [parts.leaf(token)]

    def _bare(self, token: Token) -> list[Part]:
        self.notes.append(("operator", token.text))
        return [parts.plain(token.text)] if tokens.core(token.text) else []

    def _negated(self, token: Token, depth: int) -> list[Part]:
        while self._peek().kind == "not":
            token = self._take()
        read = self._operand(depth)
        if not read:
            return self._bare(token) if token.text != "-" else []
        self.notes += [("turned", part.text) for part in read if part.found]
        return parts.without(parts.together(read), read)

    def _together(self, read: list[Part]) -> Part:
        if len(read) == 1:
            return read[0]
        self.notes += [("mixed", part.text) for part in read if part.found]
        return parts.together(read)

    def _either(self, one: Part, other: Part) -> Part:
        whole = parts.either(one, other)
        if not whole.found:
            self.notes += [("mixed", part.text) for part in (one, other) if part.found]
        return whole

    def _field(self, token: Token, depth: int) -> list[Part]:
        name, (raw,) = token.text, token.words
        following = self._peek().kind
        if following in {"word", "prefix", "phrase", "date"}:
            if name in fields.KEPT:
                return [parts.within(name, parts.leaf(self._take()))]
            return self._values(name)
        if following == "open" and depth < DEEPEST:
            self._take()
            if read := self.conjunction(depth + 1):
                return self._field_of_group(name, read)
        self.notes.append(("operator", f"{raw}:"))
        return [parts.plain(raw)]

    def _field_of_group(self, name: str, read: list[Part]) -> list[Part]:
        """Return a group inside a field: each word of it a value, or all of them one name."""
        if name in fields.KEPT:
            whole = parts.together(read)
            return read if parts.has_field(whole.clause) else [parts.within(name, whole)]
        each = [one for part in read for one in (part.inner or (part,))]
        words = tuple(word for part in each for word in parts.words_of(part))
        if self.known.takes(name) and self.known.find(name, " ".join(words), loosely=False):
            return [self._found(name, " ".join(words), words)]
        return [
            self._found(name, " ".join(own), own) if (own := parts.words_of(part)) else part
            for part in each
        ]

    def _values(self, name: str) -> list[Part]:
        """Return the value behind a field's name, and those joined to it by commas."""
        read = [self._value(name)]
        while self._peek().is_joined:
            read = [*read, self._value(name)]
        return read

    def _value(self, name: str) -> Part:
        first = self._take()
        if first.kind == "date":
            # What is no date as it was typed may be one without the signs around it.
            value = first.text if dates.span(first.text) else " ".join(first.words)
            return self._found(name, value, first.words)
        if first.kind != "word":
            words = first.words or (first.text,)
            return self._found(name, " ".join(words), words)
        for end in range(min(self.at + LONGEST_NAME - 1, len(self.tokens)), self.at, -1):
            following = self.tokens[self.at : end]
            if all(token.kind == "word" and not token.is_joined for token in following):
                words = (first.text, *(token.text for token in following))
                if self.known.takes(name) and self.known.find(name, " ".join(words), loosely=False):
                    self.at = end
                    return self._found(name, " ".join(words), words)
        return self._found(name, first.text, (first.text,))

    def _found(self, name: str, value: str, words: tuple[str, ...]) -> Part:
        if not self.known.takes(name):
            self.notes.append(("elsewhere", f"{name}:{value}"))
            return parts.of_field(name, words)
        found = self.known.find(name, value, loosely=True)
        if not found:
            self.notes.append(("value", f"{name}:{value}"))
        return parts.of_field(name, words, found)
