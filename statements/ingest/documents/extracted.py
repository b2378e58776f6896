"""The text of a document, and what was noticed while it was read."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import urlsplit


class Notice(StrEnum):
    """What a person should know before trusting a text. The sentences are in `reading`."""

    RUNNING_HEADS = "running-heads"
    PAGE_NUMBERS = "page-numbers"
    COLUMNS = "columns"
    FOOT_NOTES = "foot-notes"
    SIDEWAYS = "sideways"
    PICTURES = "pictures"
    REBUILT = "rebuilt"
    SCRIPTS = "scripts"
    ATTACHMENTS = "attachments"
    NAVIGATION = "navigation"
    LEFT_CHARACTERS = "left-characters"
    GUESSED_ENCODING = "guessed-encoding"
    CHANGES = "changes"
    COMMENTS = "comments"


class Noticed(NamedTuple):
    """A notice, and what it is about: an encoding, pages, words that were left out."""

    notice: Notice
    about: str = ""


class Link(NamedTuple):
    """An address that words of the text lead to; `start` is where they begin, in code points."""

    start: int
    words: str
    address: str


def is_address(written: str) -> bool:
    """Tell an address that a person may follow from a script, and from a place within a file."""
    try:
        return urlsplit(written).scheme.lower() in ("http", "https", "mailto")
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """A text whose lines end with LF alone.

    `format` names the extractor, `language` is a code as `en`, empty where nothing tells.
    `pages` says where each page but the first begins, in code points.
    """

    text: str
    format: str
    language: str = ""
    pages: tuple[int, ...] = ()
    links: tuple[Link, ...] = ()
    noticed: tuple[Noticed, ...] = ()
