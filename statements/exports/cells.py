"""The cells of a CSV file: quoted (RFC 4180), and never a formula for a spreadsheet."""

from collections.abc import Iterable, Sequence

from statements.text.formulas import guarded

# Control characters end a cell or a file for some programs. A space keeps every position.
CONTROLS = {*range(32), 127} - set(b"\t\r\n")
SPACES = dict.fromkeys(CONTROLS, " ")
# Two of them part cells and lines until all of a batch are quoted at once, which takes a tenth
# of the time of doing it cell by cell.
CELL, LINE = b"\x1f", b"\x1e"
OTHERS = bytes(CONTROLS - set(CELL + LINE))
AS_SPACES = bytes.maketrans(OTHERS, b" " * len(OTHERS))


def lines(columns: Iterable[Sequence[str | None]]) -> bytes:
    """Return columns of cells, all of one length and not empty, as lines."""
    # Nearly every cell begins with a letter or a digit, and is not looked at twice.
    safe = [
        ["" if not cell else cell if cell[0].isalnum() else guarded(cell) for cell in column]
        for column in columns
    ]
    quoted = _quoted(safe)
    if quoted is None:
        quoted = _quoted([[cell.translate(SPACES) for cell in column] for column in safe])
        assert quoted is not None
    return b'"%b"\r\n' % quoted


def _quoted(columns: Sequence[Sequence[str]]) -> bytes | None:
    """Return cells with all quotation marks but the outer; None where a text parts cells too."""
    rows = map(CELL.decode().join, zip(*columns, strict=True))
    whole = LINE.decode().join(rows).encode().translate(AS_SPACES).replace(b'"', b'""')
    parted = whole.replace(CELL, b'","')
    lined = parted.replace(LINE, b'"\r\n"')
    # By how much it grew tells how many there were.
    n = len(columns[0])
    is_exact = len(parted) - len(whole) == 2 * n * (len(columns) - 1)
    return lined if is_exact and len(lined) - len(parted) == 3 * (n - 1) else None
