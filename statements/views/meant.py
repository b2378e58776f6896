"""What somebody may have meant by an address where nothing is: names and texts on record.

The words of the address are looked for in the catalogue alone and are not said again, so what
only drafts know is answered as nonsense is.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from django.utils.translation import get_language

from statements.catalogue import filters, select
from statements.catalogue.search.offers import suggesting
from statements.templatetags import drawing

# So many words of an address are looked at, and so many offers made.
WORDS, MOST = 6, 6
# Words that find something: not the little ones.
WORD = re.compile(r"[^\W_]{4,40}")

# The title of an offer, the language of its words, and its address.
Offer = tuple[str, str, str]


def meant(path: str) -> list[Offer]:
    """Return what the last part of an address may mean, names first; nothing for no words.

    Nothing for the name of a file either: such are what scanners ask for, thousands at a time.
    """
    last = unquote(path).rstrip("/").rpartition("/")[2]
    if "." in last:
        return []
    words = [word.lower() for word in WORD.findall(last)][:WORDS]
    return list(dict.fromkeys([*_names(words), *_texts(words)]))[:MOST] if words else []


def _names(words: list[str]) -> Iterator[Offer]:
    reader = get_language() or "en"
    for word in words:
        for one in suggesting.suggest(word, reader.split("-")[0])[:2]:
            if one.kind != "word" and one.label.casefold().startswith(word):
                yield one.label, "", drawing.path(reader, one.kind, one.given)


def _texts(words: list[str]) -> Iterator[Offer]:
    reader = get_language() or "en"
    asked = filters.read("statement", {"q": [" OR ".join(words)]})
    for card in select.cards(asked, size=MOST // 2):
        yield card.title, card.language, drawing.path(reader, "statement", card.slug)
