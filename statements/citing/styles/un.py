"""United Nations Editorial Manual, footnotes: who, what, at what, where, when, which record."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from statements.citing import written
from statements.citing.styles.style import Style
from statements.citing.works import Work
from statements.citing.written import Citation, escaped

# Of more authors the first is named, "and others".
MOST = 3


def cite(work: Work) -> Citation:
    """Return the note; a paragraph stands behind the record that has it."""
    parts = [
        escaped(written.in_row(work.authors, last=" and ", most=MOST)),
        written.quoted_title(work),
        escaped(_manner(work)),
        escaped(work.event),
        escaped(work.place),
        escaped(written.day_first(work.day) if work.day else "n.d."),
    ]
    said = ", ".join(filter(None, parts))
    record = f" ({escaped(work.symbol)})" if work.symbol else ""
    record += f", {at}" if (at := _paragraphs(work)) else ""
    quoted = f": {written.quotation(work)}" if work.quotation else ""
    return Citation(
        start=SafeString(f"{said}{record}{quoted}. Available at {escaped(work.address)}"),
        accessed=" (accessed on {day})",
        plain="",
        end=SafeString("."),
        locale="en-GB",
    )


def _paragraphs(work: Work) -> str:
    """Return the paragraphs; two that follow are joined by "and"."""
    if work.paragraphs and work.paragraphs[1] == work.paragraphs[0] + 1:
        return "paras. {} and {}".format(*work.paragraphs)
    return written.paragraphs(work)


def _manner(work: Work) -> str:
    """Return what it is, and who delivered it."""
    persons = written.in_row(work.persons, last=" and ", most=MOST)
    verb = "delivered" if work.is_spoken else "issued"
    return f"{work.word.lower()} {verb} by {persons}" if persons else work.word.lower()


STYLE = Style(code="un", name=_("United Nations"), cite=cite)
