"""Why a document is not read."""

from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with a document. The sentences for people are in `reading`."""

    EMPTY = "empty"
    NO_WORDS = "no-words"
    NO_TEXT_LAYER = "no-text-layer"
    NO_LETTERS = "no-letters"
    TOO_LARGE = "too-large"
    TOO_LONG = "too-long"
    TOO_MANY_PAGES = "too-many-pages"
    UNKNOWN = "unknown"
    PICTURE = "picture"
    OLD_WORD = "old-word"
    OTHER_OFFICE = "other-office"
    RICH_TEXT = "rich-text"
    ARCHIVE = "archive"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TRUNCATED = "truncated"
    BOMB = "bomb"
    TOO_MANY_ENTRIES = "too-many-entries"
    DOCTYPE = "doctype"
    MACROS = "macros"
    TOO_DEEP = "too-deep"
    TOO_SLOW = "too-slow"
    TOO_MUCH_MEMORY = "too-much-memory"
    CRASHED = "crashed"
    NO_TABLE = "no-table"
    NO_ROWS = "no-rows"
    TOO_MANY_ROWS = "too-many-rows"
    TOO_MANY_COLUMNS = "too-many-columns"
    TOO_LONG_TABLE = "too-long-table"
    QUOTATION_MARKS = "quotation-marks"


class Unfit(Exception):
    """A document cannot be read, or should not be."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
