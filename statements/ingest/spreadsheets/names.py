"""What the words in a cell mean: nouns of the desk by code, name or other name."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from statements.text.folding import fold


def folded(words: str) -> str:
    """Return words without what people write now so, now so: capitals, accents, "the"."""
    plain = unicodedata.normalize("NFKD", fold(words).words.strip().casefold())
    plain = "".join(one for one in plain if not unicodedata.combining(one))
    return plain.removeprefix("the ").strip()


@dataclass(slots=True)
class Names:
    """Nouns of one kind by their names; codes and own names go before other names."""

    _known: dict[str, dict[int, int]] = field(default_factory=dict)
    _shown: dict[int, str] = field(default_factory=dict)

    def add(self, pk: int, names: Iterable[str], *, rank: int = 0) -> None:
        """Let names mean a noun; the lower their rank, the sooner."""
        for name in filter(None, names):
            ranks = self._known.setdefault(folded(name), {})
            ranks[pk] = min(rank, ranks.get(pk, rank))
            self._shown.setdefault(pk, name)

    def show(self, pk: int, name: str) -> None:
        """Say what a noun is called where several are told apart."""
        self._shown[pk] = name

    def found(self, words: str) -> list[int]:
        """Return the keys of the nouns that words mean: one, none, or several."""
        ranks = self._known.get(folded(words), {})
        best = min(ranks.values(), default=0)
        return [pk for pk, rank in ranks.items() if rank == best]

    def shown(self, pk: int) -> str:
        return self._shown.get(pk, str(pk))
