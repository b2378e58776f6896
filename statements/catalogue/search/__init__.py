"""Words in records: what is searched, and what is found.

`Writing` and `erase` run in the transaction that publishes; `Finder.hits` answers with numbers,
`ranked` puts them in the order of how well they answer.
"""

from statements.catalogue.search.finding import Finder
from statements.catalogue.search.likeness import similar
from statements.catalogue.search.plan import left_out
from statements.catalogue.search.ranking import ranked
from statements.catalogue.search.words.bulk import bulk
from statements.catalogue.search.words.digestion import digest
from statements.catalogue.search.words.renewing import Renewal
from statements.catalogue.search.words.rows import extent
from statements.catalogue.search.words.writing import Writing, clear, erase, scrub, settle, write

__all__ = [
    "Finder",
    "Renewal",
    "Writing",
    "bulk",
    "clear",
    "digest",
    "erase",
    "extent",
    "left_out",
    "ranked",
    "scrub",
    "settle",
    "similar",
    "write",
]
