"""A page of the Web: what it says, without its navigation. Nothing it refers to is fetched."""

import re

from statements.ingest.documents.decoding import decoded
from statements.ingest.documents.extracted import ExtractedText, Notice, Noticed
from statements.ingest.extractors.plain import of_decoding
from statements.ingest.hypertext import content, rendering, tree

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""")


def extract(data: bytes) -> ExtractedText:
    """Return the words of a page's main content. Raises Unfit where there is no page."""
    head = data[:4096]
    declared = _CHARSET.search(head) or _XML_ENCODING.search(head)
    read = decoded(data, declared[1].decode("ascii") if declared else "")
    page = tree.parsed(read.text)
    body, is_part = content.body_of(page)
    text, links = rendering.rendered(body)
    language = page.attributes.get("lang", "").partition("-")[0].lower()
    noticed = (*([Noticed(Notice.NAVIGATION)] if is_part else []), *of_decoding(read))
    return ExtractedText(text, "html", language[:3], links=links, noticed=noticed)
