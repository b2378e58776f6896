"""Find the numbers of the records that a query asks for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property

from pyroaring import BitMap

from statements.catalogue.search.expressions import (
    Beginning,
    Both,
    Close,
    Either,
    Expression,
    Leaf,
    Row,
    Without,
)
from statements.catalogue.search.plan import plan, trim
from statements.catalogue.search.query import Not, Query
from statements.catalogue.search.words import newest, rare, rows, told
from statements.catalogue.search.words.backends import BASES, backend
from statements.catalogue.search.words.layout import (
    language_term,
    name_term,
    symbol_term,
    title_term,
)
from statements.catalogue.search.words.models import Digest, Word
from statements.catalogue.search.words.newest import Newest
from statements.catalogue.search.words.told import Often
from statements.text.analysis import stems

MOST_ENDINGS = 64
_SHORTEST_STEM, _LONGEST_ENDING = 5, 6
# What may be left to type of a word whose stem is typed already and more.
_ENDINGS = {
    "en": ("", "g", "ng", "s", "es", "d", "r", "rs", "y", "ly", "t", "nt", "on", "n", "ty"),
    "fr": ("", "s", "e", "es", "n", "on", "ons", "t", "nt", "ent", "r", "er"),
    "es": ("", "s", "o", "a", "os", "as", "n", "on", "ón", "es", "r", "do", "te"),
    "ru": ("", "а", "я", "и", "й", "м", "х", "ми", "го", "ть"),
}
# Kinds whose records say which languages their words are in.
_IN_LANGUAGES = frozenset({"statement", "recommendation"})
_MARKS = {"": "", "title": title_term(""), "speaker": name_term(""), "symbol": symbol_term("")}
_END = "\U0010ffff"


class Finder:
    """One reading of the words of a kind; what was found once is kept for as long.

    It may be given how far the kind is digested. What was digested since is found all the same;
    of the endings of a word others may then be the commonest.
    """

    def __init__(self, kind: str, digest: Digest | None = None) -> None:
        self.kind, self.base = kind, BASES[kind]
        self.digest = digest or rows.extent(kind)
        self.top = self.digest.top
        self.languages = self.digest.languages.split()
        self._backend = backend()
        self._alone: dict[str, BitMap] = {}
        self._listed: dict[str, bytes] = {}
        self._found: dict[Leaf, BitMap] = {}
        self._beginnings: dict[Beginning, list[Expression]] = {}

    def hits(self, query: Query) -> BitMap:
        """Return the numbers of the records that `query` asks for.

        Numbers of records that are no longer live may be among them: what is live is for the
        caller. An empty query finds every number; one in which nothing has a letter finds none.
        """
        if not query:
            return BitMap(range(self.top))
        plans = self.plans(query)
        self.fetch(row for each in plans for row in _rows(each))
        excludes = any(isinstance(one, Not) for one in query.clauses)
        if not excludes or not plans or self.kind not in _IN_LANGUAGES:
            return self._in_any(plans)
        # A record with words of two languages must have what is unwanted in neither.
        trimmed, _left_out = trim(query)
        unwanted = [one.clause for one in trimmed.clauses if isinstance(one, Not)]
        wanted = Query(tuple(one for one in trimmed.clauses if not isinstance(one, Not)))
        asked_for = self.plans(wanted)
        found = self._in_any(asked_for) if asked_for else self._of(self.languages)
        return found.difference(*(self._in_any(self.plans(Query((one,)))) for one in unwanted))

    def _in_any(self, plans: Mapping[Expression, Sequence[str]]) -> BitMap:
        """Return what is found by the plan of any language, in its words."""
        return BitMap.union(BitMap(), *(self._in_languages(*each) for each in plans.items()))

    def plans(self, query: Query) -> dict[Expression, list[str]]:
        """Return what to ask for, and in which languages: words of one may mean another's."""
        trimmed, _left_out = trim(query)
        plans: dict[Expression, list[str]] = {}
        for language in self.languages:
            expression = plan(trimmed, language)
            if expression is not None:
                plans.setdefault(expression, []).append(language)
        return plans

    def _in_languages(self, expression: Expression, languages: Sequence[str]) -> BitMap:
        found = self.evaluate(expression)
        if self.kind not in _IN_LANGUAGES or len(languages) == len(self.languages):
            return found
        return found & self._of(languages)

    def _of(self, languages: Sequence[str]) -> BitMap:
        """Return what has words in any of the languages."""
        return self.evaluate(Either(tuple(Row((language_term(one),)) for one in languages)))

    def evaluate(self, expression: Expression) -> BitMap:
        match expression:
            case Row() if keys := _keys(expression):
                self.fetch([expression])
                return BitMap.intersection(*map(self._alone.__getitem__, keys))
            case Row() | Close():
                return self._leaf(expression)
            case Beginning():
                return self.evaluate(Either(tuple(self.endings(expression))))
            case Either(parts):
                return self._any(parts)
            case Without(part):
                return BitMap(range(self.top)) - self.evaluate(part)
            case Both(parts):
                return self._all(parts)

    def _all(self, parts: Sequence[Expression]) -> BitMap:
        """Intersect words first, what needs their places last, what is left out at the end."""
        found: BitMap | None = None
        for part in sorted(parts, key=_cost):
            if found is not None and not found:
                return found
            if isinstance(part, Without):
                found = self._everything(found) - self.evaluate(part.part)
            else:
                more = self.evaluate(part)
                found = more if found is None else found & more
        return self._everything(found)

    def _everything(self, found: BitMap | None) -> BitMap:
        return BitMap(range(self.top)) if found is None else found

    def _leaf(self, leaf: Leaf) -> BitMap:
        """Return what holds words in their places, which the database knows."""
        if leaf.scope == "symbol":
            # These stand in no order.
            return BitMap()
        if leaf not in self._found:
            rows = self._backend.find([leaf], self.base, self.base + (1 << 40))
            self._found[leaf] = BitMap([row - self.base for row in rows])
        return self._found[leaf]

    def _any(self, parts: Sequence[Expression]) -> BitMap:
        self.fetch(part for part in parts if isinstance(part, Row))
        return BitMap.union(BitMap(), *map(self.evaluate, parts))

    def fetch(self, several: Iterable[Row]) -> None:
        """Read at once where each word stands that is looked for by itself, wherever it stands."""
        wanted = {key for row in several for key in _keys(row)} - self._alone.keys()
        if not wanted:
            return
        common, lists = rows.places(self.kind, wanted)
        for word in wanted:
            if word not in common:
                self._listed[word] = lists.get(word, b"")
            fresh = BitMap(self._newest.numbers.get(word, ()))
            listed = BitMap(rare.numbers(lists.get(word, b"")))
            self._alone[word] = BitMap.union(fresh, listed, *common.get(word, ()))

    def numbers_of(self, words: Set[str]) -> Mapping[str, int]:
        """Return in how many digested records each of the words stands; 0 may be left out."""
        listed = {
            word: len(self._listed[word]) // rare.PLACE for word in words & self._listed.keys()
        }
        return {**listed, **rows.often(self.kind, words - listed.keys())}

    def often(self, words: Set[str], numbers: BitMap) -> Mapping[str, Often]:
        """Return of each word which of a few records it stands in, and how often (see `told`).

        Of words that were looked for in their places alone no whole bitmap is read for it.
        """
        listed = {**self._listed, **rare.read(self.kind, words - self._alone.keys())}
        return told.often(self.digest, words, listed, numbers)

    @cached_property
    def _newest(self) -> Newest:
        return newest.newest(self.digest)

    def endings(self, beginning: Beginning) -> list[Expression]:
        """Return the commonest words that begin so, at most 64 of them."""
        if beginning not in self._beginnings:
            alone = [Row((word,), beginning.scope) for word in self._words(beginning)]
            self._beginnings[beginning] = list(alone)
            self.fetch(alone)
        return self._beginnings[beginning]

    def _words(self, beginning: Beginning) -> list[str]:
        mark, letters = _MARKS.get(beginning.scope, ""), beginning.letters
        if len(letters) < 2 and letters.isascii():
            return [letters]
        numbers = Counter(self._counted(mark, letters))
        numbers.update(self._uncounted(mark, letters))
        best = sorted(numbers, key=lambda word: (-numbers[word], word))[:MOST_ENDINGS]
        return self._stem_in(mark, letters) + best

    def _counted(self, mark: str, letters: str) -> dict[str, int]:
        first = mark + letters
        found = Word.objects.filter(kind=self.kind, word__gte=first, word__lt=first + _END)
        commonest = found.order_by("-n", "word").values_list("word", "n")[:MOST_ENDINGS]
        return {word[len(mark) :]: n for word, n in commonest}

    def _uncounted(self, mark: str, letters: str) -> dict[str, int]:
        """Return the words of what is not digested, with in how many records each is."""
        numbers = self._newest.numbers
        return {
            word[len(mark) :]: len(numbers[word]) for word in self._newest.beginning(mark + letters)
        }

    def _stem_in(self, mark: str, letters: str) -> list[str]:
        """Return the stem of the words that are meant, where it is shorter than what is typed.

        Words are kept as stems: `traffickin` begins none, `traffick` is what is meant. But `intern`
        is not what is meant by `interna`: no ending makes a word of it that has this stem.
        """
        shortest = max(_SHORTEST_STEM, len(letters) - _LONGEST_ENDING)
        shorter = [letters[:end] for end in range(len(letters) - 1, shortest - 1, -1)]
        if not shorter:
            return []
        found = Word.objects.filter(kind=self.kind, word__in=[mark + word for word in shorter])
        known = set(found.values_list("word", flat=True))
        known.update(mark + word for word in shorter if mark + word in self._newest.numbers)
        return [word for word in shorter if mark + word in known and self._is_stem(word, letters)][
            :1
        ]

    def _is_stem(self, word: str, letters: str) -> bool:
        return any(
            stems.stem(letters + ending, language) == word
            for language in self.languages
            for ending in _ENDINGS.get(language, ("",))
        )


def _keys(row: Row) -> tuple[str, ...]:
    """Return what a row is found by where no places matter; nothing where they do."""
    if len(row.terms) == 1 or row.scope == "symbol":
        return tuple([_MARKS[row.scope] + term for term in row.terms])
    return ()


def _rows(expression: Expression) -> Iterator[Row]:
    match expression:
        case Row():
            yield expression
        case Both(parts) | Either(parts):
            for part in parts:
                yield from _rows(part)
        case Without(part):
            yield from _rows(part)


def _cost(expression: Expression) -> int:
    match expression:
        case Row((_only,)):
            return 0
        case Without():
            return 3
        case Row() | Close():
            return 2
    return 1
