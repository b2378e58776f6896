"""The few words that tell most about a record: often in it, rarely elsewhere.

What is digested has its gist kept, and each of these words the newest records it tells about. So
what is like a record is found by two short reads, however much is on record.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Final

from pyroaring import BitMap

from statements.catalogue import sql
from statements.catalogue.search import weighing
from statements.catalogue.search.words import counts, rows
from statements.catalogue.search.words.backends import BASES
from statements.catalogue.search.words.models import Digest, Gist, GistWord, WordCounts

KINDS: Final = frozenset({"statement", "recommendation"})
_LONG: Final = frozenset({"statement"})
# Of a record's words so many are looked up, the longest where its title and what it says again
# are not enough; so many make its gist.
_LOOKED_UP, _ENOUGH, _WORDS = 24, 12, 6
_IN_TITLE: Final = int(weighing.WEIGHTS[0])
# A word of more than this share of all records tells nothing; of few records, of more than half.
_SHARE, _FEW = 0.2, 20
# A word keeps so many records that it tells about, the newest.
MOST: Final = 48
_NONE: Final = BitMap()

Weights = Mapping[str, float]

_GIST, _GIST_WORD = Gist._meta.db_table, GistWord._meta.db_table


def read(digest: Digest, number: int, newest: Mapping[str, Sequence[int]]) -> Weights:
    """Return the weights of the words of a record's gist; of none that is not there.

    `newest` are the numbers by word of what is not digested: the gist of such a record is made now.
    """
    row = BASES[digest.kind] + number
    if number < digest.mark:
        held = sql.rows(f"SELECT words FROM {_GIST} WHERE id = %s", [row])  # noqa: S608
        return _loaded(held[0][0]) if held else {}
    text = WordCounts.objects.filter(id=row).values_list("counts", flat=True).first()
    if text is None:
        return {}
    terms = likely(digest.kind, text)
    numbers = dict(rows.often(digest.kind, terms))
    for term in terms:
        numbers[term] = numbers.get(term, 0) + len(newest.get(term, ()))
    return _gist(digest.top, terms, numbers)


def told(kind: str, words: Iterable[str]) -> Mapping[str, BitMap]:
    """Return the numbers of the newest digested records that each of the words tells about."""
    held = sql.looked_up("word, numbers", _GIST_WORD, kind, "word", words)
    return {word: BitMap.deserialize(bytes(numbers)) for word, numbers in held}


def write(kind: str, top: int, groups: Iterable[Mapping[int, Mapping[str, int]]]) -> None:
    """Write the gists of records of a kind, given what is `likely` by number, some at a time.

    Their words are counted already, those of all below `top`.
    """
    added: dict[str, list[int]] = defaultdict(list)
    numbers: dict[str, int] = {}
    for some in groups:
        # The same words come again from group to group: each is looked up once.
        unknown = {term for terms in some.values() for term in terms} - numbers.keys()
        numbers.update(dict.fromkeys(unknown, 0))
        numbers.update(rows.often(kind, unknown))
        dumped = []
        for number, terms in some.items():
            gist = _gist(top, terms, numbers)
            dumped.append((BASES[kind] + number, _dumped(gist)))
            for word in gist:
                added[word].append(number)
        sql.upsert(_GIST, ("id", "words"), ("id",), dumped)
    for words in sql.batched(sorted(added)):
        before = told(kind, words)
        _keep(kind, {word: before.get(word, _NONE) | BitMap(added[word][-MOST:]) for word in words})


def likely(kind: str, text: str) -> Mapping[str, int]:
    """Return the terms of a record that are likely to tell what it is about, and how often.

    These are of the title, which count as often as a title weighs; what a long text says again
    and again; then the rest. Long words are rarer.
    """
    title, _names, body = text.split("\n")
    often = dict.fromkeys(counts.terms(title), _IN_TITLE)
    order = sorted(often, key=len, reverse=True)
    if kind in _LONG:
        again = counts.repeated(body)
        order += sorted(again, key=again.__getitem__, reverse=True)
        often = again | often
    if len(order) < _ENOUGH:
        order += sorted(counts.terms(body), key=len, reverse=True)
    plain = islice(filter(_is_plain, dict.fromkeys(order)), _LOOKED_UP)
    return {term: often.get(term, 1) for term in plain}


def erase(kind: str, numbers: Iterable[int]) -> None:
    """Take gists out, and every word that tells about nothing else."""
    base = BASES[kind]
    gists = Gist.objects.filter(id__in=[base + number for number in numbers])
    gone: dict[str, BitMap] = defaultdict(BitMap)
    for row, words in gists.values_list("id", "words"):
        for word in _loaded(words):
            gone[word].add(row - base)
    gists.delete()
    for some in sql.batched(sorted(gone)):
        left = {word: numbers - gone[word] for word, numbers in told(kind, some).items()}
        _keep(kind, {word: numbers for word, numbers in left.items() if numbers})
        empty = [word for word, numbers in left.items() if not numbers]
        GistWord.objects.filter(kind=kind, word__in=empty).delete()


def clear() -> None:
    """Take all gists out."""
    for model in (Gist, GistWord):
        model.objects.all().delete()


def _keep(kind: str, numbers: Mapping[str, BitMap]) -> None:
    key = ("kind", "word")
    kept = [(kind, word, held[-MOST:].serialize()) for word, held in numbers.items()]
    sql.upsert(_GIST_WORD, (*key, "numbers"), key, kept)


def _gist(top: int, terms: Mapping[str, int], numbers: Mapping[str, int]) -> Weights:
    """Return the rarest of the terms that others have too, and how much each weighs.

    `terms` are given with how often they stand in the record, `numbers` in how many they do.
    """
    most = max(int(top * _SHARE), min(top, _FEW) // 2)
    shared = [(n, term) for term in terms if 1 < (n := numbers.get(term, 0)) <= most]
    return {
        term: weighing.saturated(terms[term]) * weighing.rarity(n, top)
        for n, term in sorted(shared)[:_WORDS]
    }


def _is_plain(term: str) -> bool:
    """Tell whether a term is a word: no mark, no number, and more than an article."""
    return not (term.startswith("_") or term.isdigit() or (len(term) < 3 and term.isascii()))


def _dumped(weights: Weights) -> str:
    return " ".join([f"{word}:{weight:.2f}" for word, weight in weights.items()])


def _loaded(words: str) -> Weights:
    pairs = (one.rpartition(":") for one in words.split())
    return {word: float(weight) for word, _colon, weight in pairs}
