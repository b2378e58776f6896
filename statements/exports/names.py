"""English names of what rows refer to, looked up for many rows at once and kept for the next."""

from collections.abc import Iterable

from django.utils import translation

from statements.catalogue import vocabulary
from statements.catalogue.vocabulary import Label

SCHEMES = frozenset({"country", "theme", "group", "form", "tag"})
# As many as there are texts: kept for a batch only.
PASSING = "statement"
# Public once, and not now: it has no name here.
NOTHING = Label(kind="", ref="", slug="", title="")


class Names:
    """Titles of what the rows of one file refer to, terms of a scheme or records of a kind.

    `slugs` are those of the statements that the present batch refers to.
    """

    def __init__(self) -> None:
        self.known: dict[str, dict[str | None, str]] = {}
        self.slugs: dict[str, str] = {}

    def titles(self, of: str) -> dict[str | None, str]:
        """Return the titles of one kind by code or reference; none has the title ""."""
        return self.known.setdefault(of, {None: ""})

    def learn(self, wanted: Iterable[tuple[str, set[str | None]]]) -> None:
        """Look up codes and references that are not known yet, in one query."""
        self.known.pop(PASSING, None)
        missing = {
            _key(of, ref): (of, ref)
            for of, refs in wanted
            for ref in refs - self.titles(of).keys()
            if ref
        }
        if missing:
            # Data speak English; and the language of the thread is not ours between two chunks.
            with translation.override("en"):
                found = vocabulary.labels(missing)
            for key, (of, ref) in missing.items():
                self.titles(of)[ref] = found.get(key, NOTHING).title
            self.slugs = {
                label.ref: label.slug for label in found.values() if label.kind == PASSING
            }

    def told(self) -> dict[str, dict[str, str]]:
        """Return all titles that are kept, by what they are of."""
        return {
            of: {ref: titles[ref] for ref in sorted(filter(None, titles))}
            for of, titles in sorted(self.known.items())
            if of != PASSING and len(titles) > 1
        }


def _key(of: str, ref: str) -> vocabulary.Key:
    return ("term", f"{of}/{ref}") if of in SCHEMES else (of, ref)
