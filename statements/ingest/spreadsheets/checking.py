"""Check tables cell by cell; nothing is written."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from statements.ingest.spreadsheets import of_recommendations, of_statements
from statements.ingest.spreadsheets.desk import Desk
from statements.ingest.spreadsheets.fields import RECOMMENDATIONS, STATEMENTS
from statements.ingest.spreadsheets.known import Known, Target
from statements.ingest.spreadsheets.mapping import Mapping
from statements.ingest.spreadsheets.plan import Here, NewAsk, Plan, Trouble
from statements.ingest.spreadsheets.row import Cells
from statements.ingest.tables.sheet import Sheet
from statements.models import Erasure, Statement, User
from statements.models.document import checksum

Table = tuple[Sheet, Mapping]


def check(tables: Sequence[Table], *, by: User) -> Plan:
    """Return what tables would make, and what is wrong with them; of sheets left out, nothing.

    Each mapping holds the needed fields, each field once.
    """
    plan, desk = Plan(), Desk()
    known = Known(by, desk)
    _check_statements(tables, plan, desk, known)
    _check_recommendations(tables, plan, desk, known)
    return plan


def _rows(tables: Sequence[Table], kind: str, plan: Plan, desk: Desk) -> Iterator[Cells]:
    for sheet, mapping in tables:
        if mapping.kind == kind:
            for row in sheet.rows:
                yield Cells(sheet, mapping, row, plan, desk)


def _check_statements(tables: Sequence[Table], plan: Plan, desk: Desk, known: Known) -> None:
    rows = list(_rows(tables, STATEMENTS, plan, desk))
    here = _Here(rows)
    first: dict[str, Cells] = {}
    for cells in rows:
        told = len(plan.troubles)
        mark = _mark(cells)
        if cells.line("ref") in here.erased:
            cells.wrong("ref", _("It was erased to protect a person: it must not come back."))
        elif pk := here.found(cells):
            plan.here.append(Here(cells.place, pk))
            _name(known, pk, cells)
        elif mark in first:
            cells.wrong("text", _("It has the same text as row %d.") % first[mark].place.row)
        else:
            new = of_statements.read(cells)
            _name(known, new, cells)
            if len(plan.troubles) == told:
                plan.statements.append(new)
        if cells.raw("text").strip():
            first.setdefault(mark, cells)


def _name(known: Known, target: Target, cells: Cells) -> None:
    row = "" if cells.has("key") else str(cells.place.row)
    given = [cells.line(name) for name in ("key", "ref", "title", "source_url")]
    known.add(target, *given, row)


class _Here:
    """Which of the rows are statements of the desk: by their reference, or the very same text."""

    def __init__(self, rows: Sequence[Cells]) -> None:
        refs = {ref for cells in rows if (ref := cells.line("ref"))}
        marks = {_mark(cells) for cells in rows}
        by_ref = Statement.objects.filter(ref__in=refs)
        by_text = Statement.objects.filter(source_document__sha256__in=marks).order_by("-pk")
        self._by_ref = dict(by_ref.values_list("ref", "pk"))
        self._by_text = dict(by_text.values_list("source_document__sha256", "pk"))
        self.erased = set(Erasure.objects.filter(ref__in=refs).values_list("ref", flat=True))

    def found(self, cells: Cells) -> int | None:
        return self._by_ref.get(cells.line("ref")) or self._by_text.get(_mark(cells))


def _mark(cells: Cells) -> str:
    return checksum(cells.raw("text").strip("\n"))


def _check_recommendations(tables: Sequence[Table], plan: Plan, desk: Desk, known: Known) -> None:
    rows = list(_rows(tables, RECOMMENDATIONS, plan, desk))
    known.expect(cells.line("statement") for cells in rows)
    first: dict[tuple[int, int, int], NewAsk] = {}
    for cells in rows:
        told = len(plan.troubles)
        read = of_recommendations.read(cells, known)
        if len(plan.troubles) > told or read is None:
            continue
        if isinstance(read, Here):
            plan.here.append(read)
            continue
        of = read.statement
        where = (of if isinstance(of, int) else -id(of), read.passage.start, read.passage.end)
        if where in first:
            same = _("It has the same words as row %d.") % first[where].place.row
            plan.troubles.append(Trouble(cells.place, same))
            continue
        first[where] = read
        plan.asks.append(read)
