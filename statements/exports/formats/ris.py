"""RIS, as reference managers read it: a work a statement, or words of one with their place.

`AU` and `A2` are "Lastname, Firstname, Suffix" (refman.com/support/risformat_tags_02.asp), an
asterisk is not allowed in them, and there is no way to write a comma that parts nothing: Zotero
would make "Committee on Economic" the family name of "Social and Cultural Rights". So these names
have none, and a note says them as they are.
Zotero reads SLIDE as a presentation, which is what its styles call a speech.
"""

from collections.abc import Iterator

from statements.catalogue.selection import Refused
from statements.citing.works import Day, Work
from statements.exports import works
from statements.exports.export import Export, Format

SPOKEN, ISSUED = "SLIDE", "ELEC"
PARTING = str.maketrans("", "", ",*")


def write(export: Export) -> Iterator[bytes]:
    """Yield a batch of works at a time."""
    for batch in works.batches(export):
        yield "".join([_entry(work) for work in batch]).encode()


def refuse(refused: Refused) -> str:
    return f"{refused.field}: {refused.message}\n"


def _entry(work: Work) -> str:
    lines = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in _fields(work) if value]
    return f"{''.join(lines)}ER  - \r\n\r\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", SPOKEN if work.is_spoken else ISSUED
    yield "ID", work.ref
    persons = [speaker.name for speaker in work.speakers if speaker.person]
    for name in work.authors:
        yield "AU", _of_one_part(name)
    for name in persons:
        yield "A2", _of_one_part(name)
    yield "TI", work.title
    yield "T2", work.event or work.site
    yield "CY", work.place
    yield "DA", _date(work.day) if work.day else ""
    yield "PY", f"{work.day.year:04}" if work.day else ""
    yield "M3", work.word
    yield "LA", work.language
    yield "AB", work.quotation
    yield "N1", f"United Nations document {work.symbol}" if work.symbol else ""
    for name in dict.fromkeys((*work.authors, *persons)):
        yield "N1", f"Name in full: {name}" if name != _of_one_part(name) else ""
    yield "DB", work.site
    yield "UR", work.address


def _of_one_part(name: str) -> str:
    return name.translate(PARTING)


def _date(day: Day) -> str:
    """Return a date as 2017/11/21/, empty where a part is not known."""
    month, number = f"{day.month or 0:02}", f"{day.day or 0:02}"
    return f"{day.year:04}/{month if day.month else ''}/{number if day.day else ''}/"


FORMAT = Format(
    suffix="ris",
    name="RIS",
    media_type="application/x-research-info-systems; charset=utf-8",
    write=write,
    error_type="text/plain; charset=utf-8",
    refuse=refuse,
    is_of_one=True,
)
