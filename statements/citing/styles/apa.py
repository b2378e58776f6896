"""Publication Manual of the American Psychological Association, 7th edition: a reference."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from statements.citing import written
from statements.citing.styles.style import Style
from statements.citing.works import Work
from statements.citing.written import Citation, escaped

# Of more authors the first nineteen and the last are named (9.8).
MOST = 20


def cite(work: Work) -> Citation:
    """Return the reference; without an author the title comes first (9.12).

    A paragraph stands in brackets behind the quoted words, before their stop (8.25, 8.28).
    """
    day = f"({escaped(written.year_first(work.day)) if work.day else 'n.d.'})."
    what = f"<i>{written.title(work)}</i> [{escaped(_manner(work))}]."
    who = escaped(_authors(work.authors))
    head = [f"{who}{written.ended(who, '.')}", day, what] if who else [what, day]
    at = escaped(", ".join(filter(None, (work.event, work.place))))
    site = "" if work.authors == (work.site,) else escaped(work.site)
    place = written.paragraphs(work)
    quoted = written.quotation(work, "" if place else ".") if work.quotation else ""
    quoted += f" ({place})." if place else ""
    said = [*head, *(f"{one}." for one in (at, site) if one), quoted]
    return Citation(
        start=SafeString(" ".join(filter(None, said)) + " "),
        accessed="Retrieved {day}, from ",
        plain="",
        end=SafeString(escaped(work.address)),
        locale="en-US",
    )


def _authors(names: tuple[str, ...]) -> str:
    if len(names) > MOST:
        return f"{', '.join(names[: MOST - 1])}, … {names[-1]}"
    return written.in_row(names, last=", & " if len(names) > 2 else " & ")


def _manner(work: Work) -> str:
    persons = written.in_row(work.persons, last=" & ", most=3)
    return f"{work.word} by {persons}" if persons and work.is_spoken else work.word


STYLE = Style(code="apa", name=_("APA, 7th edition"), cite=cite)
