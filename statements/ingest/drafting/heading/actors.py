"""Organizations and groups of the vocabulary, looked for by their names."""

from functools import lru_cache

from statements.choices import ActorKind
from statements.ingest.drafting.vocabulary import Vocabulary
from statements.text.naming import Names

# Whom no text is issued by, or whom it only speaks to.
_NO_ISSUER = (
    ActorKind.COLLECTIVE,
    ActorKind.STATE,
    ActorKind.PARLIAMENT,
    ActorKind.UN_ORGAN,
)


@lru_cache(maxsize=16)
def names(vocabulary: Vocabulary) -> Names:
    return Names(
        {
            slug: [name for name in known.names if not _is_word(name)]
            for slug, known in vocabulary.actors.items()
            if known.kind not in _NO_ISSUER
        }
    )


def _is_word(name: str) -> bool:
    """Say whether a name is an acronym that texts use for other things too."""
    return name in {"CAT", "CED", "GA", "CRC", "SPT", "UPR"}
