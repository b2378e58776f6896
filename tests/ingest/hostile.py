"""A folder of documents that were made to do harm, or are broken; made anew for each test."""

from collections.abc import Callable, Mapping

from statements.ingest.documents.unfit import Reason
from tests.ingest.extractors.paper import Words, column, pdf
from tests.ingest.extractors.word import document, packed, paragraph

CALL = "We call on all States to ratify the Protocol and to protect every child without delay."
CLEAN = CALL

_ENTITIES = "".join(
    f'<!ENTITY {letter} "{f"&{before};" * 10}">'
    for before, letter in zip("abcdefgh", "bcdefghi", strict=True)
)
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">{_ENTITIES}]><x>&i;</x>'
ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
PAGE = (
    f"<html><head><script src='http://127.0.0.1:9/x.js'></script></head><body><p>{CALL}"
    "<img src='http://127.0.0.1:9/x.png'></p><script>alert(1)</script></body></html>"
)
_LOCK = "<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + "5a" * 32 + "> /U <" + "a5" * 32 + "> >>"
_SCRIPT = "<< /S /JavaScript /JS (while\\(true\\){}) >>"


def _paper() -> bytes:
    return pdf([column([CALL])])


# By the name of the file: what makes it, and the reason it is refused for or, if empty, none.
FILES: Mapping[str, tuple[Callable[[], bytes], Reason | str]] = {
    "bomb.docx": (lambda: document(paragraph("x" * 5_000_000)), Reason.BOMB),
    "laughs.docx": (lambda: document("", parts={"word/document.xml": LAUGHS}), Reason.DOCTYPE),
    "entity.docx": (lambda: document("", parts={"docProps/app.xml": ENTITY}), Reason.DOCTYPE),
    "macros.docx": (lambda: document("", parts={"word/vbaProject.bin": b"x"}), Reason.MACROS),
    "deep.docx": (lambda: document("<w:p>" * 10_000 + "</w:p>" * 10_000), Reason.TOO_DEEP),
    "laughs.xml": (lambda: LAUGHS.encode(), Reason.UNKNOWN),
    "encrypted.pdf": (
        lambda: pdf(
            [column([CALL])], objects={900: _LOCK}, trailer="/Encrypt 900 0 R /ID [<0><0>]"
        ),
        Reason.ENCRYPTED,
    ),
    "truncated.pdf": (lambda: _paper()[:400], Reason.TRUNCATED),
    "scripts.pdf": (
        lambda: pdf([column([CALL])], catalog="/OpenAction 900 0 R", objects={900: _SCRIPT}),
        CLEAN,
    ),
    "pages.pdf": (lambda: pdf([[]] * 10_000), Reason.TOO_MANY_PAGES),
    "pictures.pdf": (lambda: pdf([[]], picture=True), Reason.NO_TEXT_LAYER),
    "far.pdf": (lambda: pdf([[Words(9e9, -9e9, "x"), Words(700, 0, "x"), *column([CALL])]]), CLEAN),
    "script.html": (lambda: PAGE.encode(), CLEAN),
    "open.html": (lambda: b"<html>" + b"<b>" * 20_000 + CALL.encode(), CLEAN),
    "comment.html": (lambda: b"<html><p>" + CALL.encode() + b"</p><!--" * 20_000, CLEAN),
    "page.pdf": (lambda: PAGE.encode(), CLEAN),
    "speech.html": (_paper, CLEAN),
    "zeros.txt": (lambda: CALL.replace(" ", " \0").encode() + b"\0" * 3, CLEAN),
    "only-zeros.txt": (lambda: bytes(1_000_000), Reason.NO_WORDS),
    "unmarked.txt": (lambda: CALL.encode("utf-16-le"), CLEAN),
    "spaces.txt": (lambda: b" " * (19 << 20), Reason.NO_WORDS),
    "long.txt": (lambda: b"a" * (19 << 20), Reason.TOO_LONG),
    "nothing.txt": (lambda: b"", Reason.EMPTY),
    "nested.zip": (lambda: packed({"inner.zip": packed({"a.txt": CALL})}), Reason.ARCHIVE),
}
