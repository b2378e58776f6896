"""The order in which a page is read: what stands above a table, the table, what stands below."""

from collections.abc import Sequence

from statements.ingest.layout import columns
from statements.ingest.layout.rows import Row
from statements.ingest.layout.tables import Rule, tables


def flows(found: Sequence[Row], rules: Sequence[Rule]) -> list[list[Row]]:
    """Return the rows of a page as flows, one read after the other; a ruled table is one."""
    ordered: list[list[Row]] = []
    left = list(found)
    for table in tables([piece for row in found for piece in row.pieces], rules):
        ordered += columns.flows([row for row in left if _middle(row) >= table.top])
        ordered.append(table.rows)
        left = [row for row in left if _middle(row) <= table.bottom]
    return [flow for flow in ordered + columns.flows(left) if flow]


def has_columns(found: Sequence[Sequence[Row]]) -> bool:
    """Tell whether two flows of text stand side by side."""
    texts = [flow for flow in found if not flow[0].is_of_table]
    return any(
        one[0].top > other[-1].bottom and other[0].top > one[-1].bottom
        for number, one in enumerate(texts)
        for other in texts[number + 1 :]
    )


def _middle(row: Row) -> float:
    return (row.top + row.bottom) / 2
