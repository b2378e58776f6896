"""Codes of terms that were given up: what they lead to now."""

from collections.abc import Iterable, Mapping

from statements.catalogue import store


def present(terms: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
    """Return the present codes of those terms, by scheme and code, that became another's.

    One query where any is given.
    """
    slugs = sorted(f"{scheme}/{code}" for scheme, code in terms)
    found = store.moved("term", slugs) if slugs else {}
    parted = ((old.split("/", 1), new.partition("/")[2]) for old, new in found.items())
    return {(scheme, code): new for (scheme, code), new in parted}
