"""Word documents written by hand: as little as Word itself would open."""

import io
import zipfile
from collections.abc import Mapping

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/>'
    f'</w:lvl></w:abstractNum><w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    for number, kind in ((1, "bullet"), (2, "decimal"))
)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", numbered: int = 0) -> str:
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    given = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        given += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbered}"/></w:numPr>'
    return f"<w:p><w:pPr>{given}</w:pPr>{inner}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def note(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def link(words: str) -> str:
    return f'<w:hyperlink r:id="rId9">{run(words)}</w:hyperlink>'


def document(
    body: str, *, notes: str = "", address: str = "", parts: Mapping[str, str | bytes] | None = None
) -> bytes:
    """Return a document; `notes` is the text of foot note 1, `parts` replaces and adds parts."""
    written: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId9" Type="{_OFFICE}/hyperlink" Target="{address}" '
        'TargetMode="External"/></Relationships>',
        "word/numbering.xml": f"<w:numbering {_NAMESPACES}>{_NUMBERING}</w:numbering>",
        "word/footnotes.xml": f'<w:footnotes {_NAMESPACES}><w:footnote w:id="1">'
        f"{paragraph(notes)}</w:footnote></w:footnotes>",
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    return packed(written | dict(parts or {}))


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of files by their names."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()
