"""Plain text: any of the usual encodings and line ends; not a character more or less."""

from statements.ingest.documents.decoding import Decoded, decoded
from statements.ingest.documents.extracted import ExtractedText, Notice, Noticed


def extract(data: bytes) -> ExtractedText:
    """Return the text that `data` is. Raises Unfit where it is none."""
    read = decoded(data)
    return ExtractedText(read.text, "plain", noticed=of_decoding(read))


def of_decoding(read: Decoded) -> tuple[Noticed, ...]:
    """Return what a person should know of how the characters were read."""
    noticed = []
    if read.is_guess:
        noticed.append(Noticed(Notice.GUESSED_ENCODING, read.encoding))
    if read.lost:
        noticed.append(Noticed(Notice.LEFT_CHARACTERS, str(read.lost)))
    return tuple(noticed)
