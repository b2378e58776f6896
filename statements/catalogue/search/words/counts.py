"""How often each term stands in which field of a record, as a line of text a field.

A line is its length in words, of one language where it has several, and then, for each number of
times, an equals sign, the number and the terms that stand there so often, each with a space before
and behind:
`4=1 shelter trafficking =2 victim `. What a field is found by besides has a + for its number; what
symbols are found by has a #, and may stand before as well.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from statements.catalogue.search.words.layout import (
    GAP,
    Layout,
    is_mark,
    name_term,
    symbol_term,
    title_term,
)

_ALSO, _SYMBOL = "+", "#"


def dump(layout: Layout) -> str:
    """Return the counts of `layout`: a line each for the title, the names and all else."""
    title, names, body = layout.title, layout.names, layout.body
    lengths = layout.lengths or (len(title), len(names), len(body))
    return "\n".join(
        (
            _line(title, lengths[0], (_ALSO, layout.title_also)),
            _line(names, lengths[1], (_ALSO, layout.names_also)),
            _line(body, lengths[2], (_ALSO, layout.body_also), (_SYMBOL, layout.symbols)),
        )
    )


def _line(words: Iterable[str], n_words: int, *besides: tuple[str, Sequence[str]]) -> str:
    counted = Counter(words)
    del counted[GAP]
    often: dict[int, list[str]] = defaultdict(list)
    for term, n in counted.items():
        often[n].append(term)
    sections = [f"={n} {' '.join(terms)} " for n, terms in sorted(often.items())]
    sections += [f"={sign} {' '.join(terms)} " for sign, terms in besides if terms]
    return f"{n_words}{''.join(sections)}"


def load(counts: str) -> Layout:
    """Return a layout of the same terms in the same columns, each once and in no order."""
    lines = counts.split("\n")
    title, names, body = (dict(sections(line)) for line in lines)
    words = [tuple(_words(line)) for line in (title, names, body)]
    also = [tuple(line.get(_ALSO, ())) for line in (title, names, body)]
    symbols = tuple(body.get(_SYMBOL, ()))
    lengths = tuple(map(length, lines))
    return Layout(words[0], words[1], words[2], also[0], also[1], also[2], symbols, lengths)


def sections(line: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the terms of a line with the number of times, as it is written."""
    for section in line.split("=")[1:]:
        n, *terms = section.split()
        yield n, terms


def _words(sections: dict[str, list[str]]) -> Iterator[str]:
    """Yield the terms that stand in their places."""
    for n, terms in sections.items():
        if n not in (_ALSO, _SYMBOL):
            yield from terms


def length(line: str) -> int:
    """Return how many words a field has."""
    return int(line.partition("=")[0])


def terms(line: str) -> list[str]:
    """Return the terms of a line, or of several, each as often as there are lines with it."""
    sections = [section for each in line.split("\n") for section in each.split("=")[1:]]
    # What stands before the first space is the number of times.
    return "".join([section[section.index(" ") :] for section in sections]).split()


def repeated(line: str) -> dict[str, int]:
    """Return how often each term stands in a line that stands there more than once."""
    found: dict[str, int] = {}
    for n, several in sections(line):
        if n.isdigit() and n != "1":
            found |= dict.fromkeys(several, int(n))
    return found


def keys(counts: str) -> set[str]:
    """Return each term of a record, and again with its mark for where it stands."""
    return {*terms(counts), *marks(counts)}


def marks(counts: str) -> list[str]:
    """Return the terms of a record's title, of its names and of its symbols with their marks."""
    title, names, body = counts.split("\n")
    symbols = [
        symbol_term(term) for term in body.partition(f"={_SYMBOL} ")[2].split() if not is_mark(term)
    ]
    return [*map(title_term, terms(title)), *map(name_term, terms(names)), *symbols]
