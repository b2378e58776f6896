"""Words that a spreadsheet would run as a formula, told by how they begin."""

import unicodedata

# A spreadsheet runs what begins like this, also behind white space and marks that it drops, and
# in other widths (https://owasp.org/www-community/attacks/CSV_Injection).
RUNS = frozenset("=+-@")
LAYOUT = frozenset("\t\r\n")
_GUARD = "'"


def guarded(cell: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet may run it."""
    return f"{_GUARD}{cell}" if cell[0] in LAYOUT or _first(cell) in RUNS else cell


def unguarded(cell: str) -> str:
    """Return a text without the apostrophe that `guarded` put before it."""
    bare = cell.removeprefix(_GUARD)
    return bare if bare and guarded(bare) == cell else cell


def _first(cell: str) -> str:
    """Return the first character that is seen, in its plain form."""
    for one in cell:
        # Controls, formatting marks, and what is not a character yet.
        if not one.isspace() and unicodedata.category(one)[0] != "C":
            return unicodedata.normalize("NFKC", one)[:1]
    return ""
