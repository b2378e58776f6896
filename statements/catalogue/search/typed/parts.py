"""Clauses with their normal form, and how they are joined."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from statements.catalogue.search import query
from statements.catalogue.search.query import Clause
from statements.catalogue.search.typed.tokens import OPERATORS, Token

Found = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A clause as it is written, and the parameters it stands for where nothing hinders.

    `inner` are the parts that it joins, or the parts that must not hold.
    """

    clause: Clause
    text: str
    found: Found = ()
    inner: tuple["Part", ...] = ()


def leaf(token: Token) -> Part:
    """Return a word, the beginning of a word, or a phrase."""
    if token.kind == "prefix":
        return Part(query.Prefix(token.text), f"{token.text}*")
    if token.kind == "phrase":
        text = f'"{" ".join(token.words)}"'
        if token.distance:
            return Part(query.Near(token.words, token.distance), f"{text}~{token.distance}")
        return Part(query.Phrase(token.words), text)
    return plain(token.text)


def plain(word: str) -> Part:
    """Return a word that is searched as a word, also where it looks like an operator."""
    if word not in OPERATORS:
        return Part(query.Term(word), word)
    lower = word.lower()
    if lower in OPERATORS:
        return Part(query.Phrase((word,)), f'"{word}"')
    return Part(query.Term(lower), lower)


def of_field(name: str, words: tuple[str, ...], found: Found = ()) -> Part:
    """Return a field whose value is searched as words unless it is found as a parameter."""
    clause = query.Term(words[0]) if len(words) == 1 else query.Phrase(words)
    return Part(clause, f'{name}:"{" ".join(words)}"', found)


def flat(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield parts that must all hold, those of a group each for itself."""
    for part in parts:
        if isinstance(part.clause, query.All):
            yield from part.inner
        else:
            yield part


def distinct(parts: Iterable[Part]) -> list[Part]:
    return list({part.clause: part for part in reversed([*flat(parts)])}.values())[::-1]


def written(parts: Iterable[Part]) -> str:
    return " ".join(part.text for part in parts)


def bracketed(part: Part) -> str:
    is_joined = isinstance(part.clause, query.All | query.Any)
    return f"({part.text})" if is_joined else part.text


def unfiltered(part: Part) -> Part:
    """Return a part as words alone."""
    return replace(part, found=())


def together(parts: Iterable[Part]) -> Part:
    """Return parts that must all hold as one, as words alone."""
    kept = distinct(map(unfiltered, parts))
    if len(kept) == 1:
        return kept[0]
    return Part(query.All(tuple(part.clause for part in kept)), written(kept), inner=tuple(kept))


def either(one: Part, other: Part) -> Part:
    """Return two parts of which one must hold; those of one parameter are its values."""
    names = {name for name, _value in (*one.found, *other.found)}
    is_one = bool(one.found and other.found and len(names) == 1)
    found = tuple(dict.fromkeys((*one.found, *other.found))) if is_one else ()
    choices = [
        unfiltered(each)
        for part in (one, other)
        for each in (part.inner if isinstance(part.clause, query.Any) else (part,))
    ]
    kept = list({part.clause: part for part in reversed(choices)}.values())[::-1]
    if len(kept) == 1:
        return replace(kept[0], found=found)
    texts = (f"({part.text})" if isinstance(part.clause, query.All) else part.text for part in kept)
    clause = query.Any(tuple(part.clause for part in kept))
    return Part(clause, " OR ".join(texts), found, tuple(kept))


def without(part: Part, read: Iterable[Part]) -> list[Part]:
    """Return what must not hold; `part` is `read` as one. Twice not is not at all."""
    if isinstance(part.clause, query.Not):
        return [*part.inner]
    inner = tuple(map(unfiltered, read))
    return [Part(query.Not(part.clause), f"-{bracketed(part)}", inner=inner)]


def within(name: str, part: Part) -> Part:
    """Return a part that must hold inside a field of the texts themselves."""
    is_simple = isinstance(part.clause, query.Term | query.Prefix | query.Phrase | query.Near)
    text = part.text if is_simple and ":" not in part.text else f"({part.text})"
    return Part(query.Field(name, part.clause), f"{name}:{text}")


def has_field(clause: Clause) -> bool:
    match clause:
        case query.Field():
            return True
        case query.Not():
            return has_field(clause.clause)
        case query.Any() | query.All():
            return any(map(has_field, clause.clauses))
    return False


def words_of(part: Part) -> tuple[str, ...]:
    """Return the words of a word or phrase; nothing for all else."""
    match part.clause:
        case query.Term():
            return (part.clause.text,)
        case query.Phrase():
            return part.clause.words
    return ()
