"""Word documents (Office Open XML): their words, lists, tables and foot notes.

Nothing outside the file is looked at. Source: ECMA-376, parts 1 and 2.
"""

import io
from collections.abc import Iterator
from typing import Final

import mammoth

from statements.ingest.documents import office
from statements.ingest.documents.extracted import ExtractedText, Notice, Noticed
from statements.ingest.hypertext import rendering, tree

_CHANGED: Final = (b"<w:ins ", b"<w:del ")
_COMMENTED: Final = b"<w:comment "


def extract(data: bytes) -> ExtractedText:
    """Return the words of a document. Raises Unfit where it is damaged, or made to do harm."""
    noticed = tuple(dict.fromkeys(_checked(data)))
    html = mammoth.convert_to_html(
        io.BytesIO(data),
        convert_image=_no_image,
        include_embedded_style_map=False,
        external_file_access=False,
    ).value
    page = tree.parsed(html)
    text, links = rendering.rendered(page)
    if any(one.tag == "sup" and rendering.leads_to_note(one) for one in page.elements()):
        noticed = (*noticed, Noticed(Notice.FOOT_NOTES))
    return ExtractedText(text, "docx", links=links, noticed=noticed)


def _no_image(image: object) -> list[object]:
    """Return nothing in the place of a picture, which is then never opened."""
    return []


def _checked(data: bytes) -> Iterator[Noticed]:
    """Look at each part before the first is read; yield what was noticed. Raises Unfit."""
    for name, part in office.parts(data):
        if part.startswith(b"%PDF-") or "/embeddings/" in name:
            yield Noticed(Notice.ATTACHMENTS)
        if any(sign in part for sign in _CHANGED):
            yield Noticed(Notice.CHANGES)
        if _COMMENTED in part:
            yield Noticed(Notice.COMMENTS)
