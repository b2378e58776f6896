"""Words that ran together, as `ofhuman` and `statesneed`: found only where it is safe to say.

There is no dictionary here. One of the two is a word of the short lists below; the other stands
in the same text by itself. English words that look so are named, and left alone.
"""

from collections.abc import Mapping
from typing import Final

Vocabulary = Mapping[str, int]

SHORTEST: Final = 4
# No English word begins with "of" but those whose next letter is f or t.
_OF: Final = "of"
_FIRST: Final = (
    *("and", "the", "for", "with", "from", "that", "this", "these", "those", "which", "their"),
    *("have", "been", "were", "has", "had", "our", "its", "to", "on", "by"),
)
_LAST: Final = (
    *("of", "and", "to", "for", "from", "with", "that", "which", "who", "their", "should"),
    *("must", "need", "will", "shall", "would", "could"),
)
# English has words that end so: only behind a plural.
_LAST_OF_PLURAL: Final = ("on", "are", "have", "were", "in", "as", "by", "at")
_PAIRS: Final = {
    first + last: len(first)
    for first in ("of", "in", "on", "to", "for", "and", "by", "at", "from", "with")
    for last in ("the", "this", "these", "their", "our", "its", "all", "any", "such")
}
_ENGLISH: Final = frozenset(
    "android andes thereof hereof whereof theirs themselves thesis theology forward forwards "
    "forever forgive forgiven fortune forbear forbears foreman forests formal format formation "
    "forming formed former forms forties forthcoming within without withdraw withdrawn withdraws "
    "withdrawal withdrawals withhold withholding withheld withstand withstanding "
    "today tonight toward towards together tomorrow tolls tones topics online ongoing onward "
    "onwards onset onlooker onlookers onslaught ones bylaws bypass bypassed bystander bystanders "
    "byproduct byproducts hereto thereto onto into unto therefor wherefrom therefrom herewith "
    "therewith hasten hastened hasty haste tours tourist tourism ours thousand firsthand "
    "beforehand hitherto forehand overall installed recall install andrew goodwill freewill "
    "outwith forthwith forwith forswear forgo forgone forwent forlorn tolerate tolerant".split()
)


def parted(word: str, words: Vocabulary) -> int:
    """Return the place in `word` where a space is missing; 0 where none is, or it is in doubt.

    `words` says how often each word stands in the text, in small letters.
    """
    low = word.casefold()
    if len(low) != len(word) or not low.isalpha() or low in _ENGLISH or words[low] > 2:
        return 0
    if low in _PAIRS:
        return _PAIRS[low]
    for place in (_after_first(low, words), _before_last(low, words)):
        if place and not word[place - 1].isupper():
            return place
    return 0


def _after_first(low: str, words: Vocabulary) -> int:
    if low.startswith(_OF) and low[2:3] not in "ft" and _is_word(low[2:], words, shortest=3):
        return 2
    for first in _FIRST:
        if low.startswith(first) and _is_word(low[len(first) :], words):
            return len(first)
    return 0


def _before_last(low: str, words: Vocabulary) -> int:
    for last in _LAST:
        if low.endswith(last) and _is_word(low[: -len(last)], words, shortest=5):
            return len(low) - len(last)
    for last in _LAST_OF_PLURAL:
        rest = low.removesuffix(last)
        if rest != low and rest.endswith("s") and _is_word(rest, words, shortest=6):
            return len(rest)
    return 0


def _is_word(rest: str, words: Vocabulary, *, shortest: int = SHORTEST) -> bool:
    return len(rest) >= shortest and words[rest] > 0
