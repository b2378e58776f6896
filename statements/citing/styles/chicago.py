"""The Chicago Manual of Style, 17th edition, notes and bibliography: a full note (14.217)."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from statements.citing import written
from statements.citing.styles.style import Style
from statements.citing.works import Work
from statements.citing.written import Citation, escaped

# Of more authors the first is named, "et al." (14.76).
MOST = 3


def cite(work: Work) -> Citation:
    """Return the note; a paragraph is the place of the words, and stands before them (14.22)."""
    titled = written.quoted_title(work, "" if work.is_spoken else ",")
    day = escaped(written.month_first(work.day) if work.day else "n.d.")
    persons = written.in_row(work.persons, last=" and ", most=MOST)
    manner = [f"{work.word.lower()} by {persons}" if persons else work.word.lower(), work.event]
    told = ", ".join(escaped(one) for one in (*manner, work.place) if one)
    said = f"{titled} ({told}, {day})" if work.is_spoken else f"{titled} {told}, {day}"
    who = escaped(_authors(work.authors))
    place = f", {at}" if (at := written.paragraphs(work)) else ""
    quoted = f"{place}, {written.quotation(work, ',')}" if work.quotation else ""
    between = "" if quoted else ","
    return Citation(
        start=SafeString(f"{who}, {said}{quoted}" if who else f"{said}{quoted}"),
        accessed=f"{between} accessed {{day}}, ",
        plain=f"{between} ",
        end=SafeString(f"{escaped(work.address)}."),
        locale="en-US",
    )


def _authors(names: tuple[str, ...]) -> str:
    if len(names) > MOST:
        return f"{names[0]} et al."
    return written.in_row(names, last=", and " if len(names) > 2 else " and ")


STYLE = Style(code="chicago", name=_("Chicago, 17th edition"), cite=cite)
