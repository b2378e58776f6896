"""BibTeX, in UTF-8: a `@misc` a statement, or words of one with their place.

Bodies and people stand in braces, so that no name is taken apart.
"""

from collections.abc import Iterator

from statements.catalogue.selection import Refused
from statements.citing.works import Work
from statements.exports import works
from statements.exports.export import Export, Format

# What TeX takes for a command. A brace would count even behind a backslash.
ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)


def write(export: Export) -> Iterator[bytes]:
    """Yield a batch of works at a time."""
    for batch in works.batches(export):
        yield "".join([_entry(work) for work in batch]).encode()


def refuse(refused: Refused) -> str:
    return f"{refused.field}: {refused.message}\n"


def _entry(work: Work) -> str:
    fields = [f"  {name} = {{{value}}},\n" for name, value in _fields(work) if value]
    return f"@misc{{onrecord-{work.ref},\n{''.join(fields)}}}\n\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    persons = [speaker.name for speaker in work.speakers if speaker.person]
    manner = f"{work.word} by {', '.join(persons)}" if persons else work.word
    yield "author", " and ".join([f"{{{_escaped(name)}}}" for name in work.authors])
    yield "title", f"{{{_escaped(work.title)}}}"
    yield "howpublished", _escaped(", ".join(filter(None, (manner, work.event, work.place))))
    if work.day:
        yield "year", f"{work.day.year:04}"
        yield "month", str(work.day.month or "")
        yield "date", work.day.machine()
    yield "language", work.language
    yield "note", _escaped(f"United Nations document {work.symbol}") if work.symbol else ""
    yield "abstract", _escaped(work.quotation)
    yield "publisher", _escaped(work.site)
    yield "url", work.address


def _escaped(words: str) -> str:
    return " ".join(words.split()).translate(ESCAPES)


FORMAT = Format(
    suffix="bib",
    name="BibTeX",
    media_type="application/x-bibtex; charset=utf-8",
    write=write,
    error_type="text/plain; charset=utf-8",
    refuse=refuse,
    is_of_one=True,
)
