"""From the bytes of a document to its text: a module a format, each with `extract(data)`.

What comes from outside is read by `reading`, which calls this in a process of its own.
"""

import re
from dataclasses import replace
from importlib import import_module
from typing import Final, Protocol, cast

from statements.ingest.documents import kinds, limits
from statements.ingest.documents.extracted import ExtractedText
from statements.ingest.documents.unfit import Reason, Unfit
from statements.text import languages

# A module is loaded with the first document of its kind: most take longer than a short text.
FORMATS: Final = (kinds.DOCX, kinds.HTML, kinds.PDF, kinds.PLAIN)

# No database takes a zero, and no encoding half a surrogate pair.
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")


class Extractor(Protocol):
    """What each module of this folder has."""

    def extract(self, data: bytes) -> ExtractedText:
        """Return the text of a document of this kind. Raises Unfit where it cannot be had."""


def extractor_for(data: bytes) -> Extractor:
    """Return the module that reads a document. Raises Unfit where none does."""
    if len(data) > limits.SIZE:
        raise Unfit(Reason.TOO_LARGE)
    kind = kinds.kind_of(data)
    if kind not in FORMATS:
        raise Unfit(Reason.ARCHIVE)
    return cast(Extractor, import_module(f"{__name__}.{kind}"))


def extract(data: bytes) -> ExtractedText:
    """Return the text of a document, with its language. Raises Unfit where it cannot be had."""
    extracted = extractor_for(data).extract(data)
    if not extracted.text.strip():
        raise Unfit(Reason.NO_WORDS)
    if len(extracted.text) > limits.CHARACTERS:
        raise Unfit(Reason.TOO_LONG)
    language = languages.guess(extracted.text) or extracted.language
    text = _NO_CHARACTER.sub("\ufffd", extracted.text)
    return replace(extracted, text=text, language=language)
