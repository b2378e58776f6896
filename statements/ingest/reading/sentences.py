"""Reasons and notices in plain words, for whoever brought the document."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from statements.ingest.documents import limits
from statements.ingest.documents.extracted import Notice
from statements.ingest.documents.unfit import Reason

REASONS: Final[Mapping[Reason, str | Promise]] = {
    Reason.EMPTY: _("The file is empty."),
    Reason.NO_WORDS: _("There are no words in this file."),
    Reason.NO_TEXT_LAYER: _(
        "This PDF holds pictures of pages and no text. Run text recognition (OCR) on it first, "
        "or paste the text."
    ),
    Reason.NO_LETTERS: _(
        "This PDF does not say which letters it shows, so its text cannot be read. Paste the text, "
        "or run text recognition (OCR) on it first."
    ),
    Reason.TOO_LARGE: format_lazy(
        _("The file is too large: at most {size} MB can be read, and {zip} MB of a ZIP file."),
        size=limits.SIZE // limits.MEGABYTE,
        zip=limits.ARCHIVE_SIZE // limits.MEGABYTE,
    ),
    Reason.TOO_LONG: format_lazy(
        _("The text is too long: at most {count} characters can be read."),
        count=f"{limits.CHARACTERS:,}",
    ),
    Reason.TOO_MANY_PAGES: format_lazy(
        _("This PDF has too many pages: at most {count} can be read."), count=f"{limits.PAGES:,}"
    ),
    Reason.UNKNOWN: _(
        "This kind of file cannot be read. PDF, Word (.docx), web pages and plain text can."
    ),
    Reason.PICTURE: _(
        "This is a picture, or sound or film. Text in it cannot be read; paste the text."
    ),
    Reason.OLD_WORD: _(
        "This is a file of an older Office program. Save it as .docx or PDF and bring that."
    ),
    Reason.OTHER_OFFICE: _(
        "This is an Office file, but no Word document. Save it as .docx or PDF and bring that."
    ),
    Reason.RICH_TEXT: _("This is a rich text file (RTF). Save it as .docx or PDF and bring that."),
    Reason.ARCHIVE: _("A ZIP file inside a ZIP file is not opened. Bring it by itself."),
    Reason.ENCRYPTED: _("The file is protected by a password. Save it without one and bring that."),
    Reason.DAMAGED: _("The file is damaged and cannot be read. Fetch it once more."),
    Reason.TRUNCATED: _("The end of the file is missing. Fetch it once more."),
    Reason.BOMB: _(
        "This file unpacks to far more than a document would. It was not opened, because such "
        "files are made to stop a server."
    ),
    Reason.TOO_MANY_ENTRIES: format_lazy(
        _("There are too many files in it: at most {count} can be read at once."),
        count=f"{limits.ENTRIES:,}",
    ),
    Reason.DOCTYPE: _(
        "This Office file declares a document type, which no Office program does. It was not "
        "opened, because such declarations are used for attacks."
    ),
    Reason.MACROS: _(
        "This Office file contains macros, which are programs. Save it as .docx or .xlsx without "
        "them."
    ),
    Reason.TOO_DEEP: _("The parts of this file stand too deep within each other to be read."),
    Reason.TOO_SLOW: _("Reading this file took too long and was stopped."),
    Reason.TOO_MUCH_MEMORY: _("Reading this file needed too much memory and was stopped."),
    Reason.CRASHED: _("The file could not be read: it is damaged, or made in an unusual way."),
    Reason.NO_TABLE: _(
        "This is no table that can be read. Save it as an Excel workbook (.xlsx) or as CSV and "
        "bring that."
    ),
    Reason.NO_ROWS: _("There is nothing below the headings of this table."),
    Reason.TOO_MANY_ROWS: format_lazy(
        _("There are too many rows: at most {count} are read at once. Bring it in parts."),
        count=f"{limits.ROWS:,}",
    ),
    Reason.TOO_MANY_COLUMNS: format_lazy(
        _("There are too many columns: at most {count} are read."), count=limits.COLUMNS
    ),
    Reason.TOO_LONG_TABLE: format_lazy(
        _("There is too much text: at most {count} characters are read at once."),
        count=f"{limits.TABLE_CHARACTERS:,}",
    ),
    Reason.QUOTATION_MARKS: _(
        "The quotation marks around its cells do not fit together: one is opened and not closed, "
        "or closed too early. Save it as an Excel workbook (.xlsx) and bring that."
    ),
}

NOTICES: Final[Mapping[Notice, str | Promise]] = {
    Notice.RUNNING_HEADS: _("Lines that repeat at the head or foot of pages were left out."),
    Notice.PAGE_NUMBERS: _("Page numbers were left out."),
    Notice.COLUMNS: _("Pages in columns were read column by column."),
    Notice.FOOT_NOTES: _("Foot notes stand at the end of the text."),
    Notice.SIDEWAYS: _("Words set sideways were left out."),
    Notice.PICTURES: _("Pages that are pictures were not read: {about}."),
    Notice.REBUILT: _("The file is slightly damaged. Compare the text with the original."),
    Notice.SCRIPTS: _("The file contains scripts. None was run."),
    Notice.ATTACHMENTS: _("Other files are attached to it. They were not opened."),
    Notice.NAVIGATION: _("Menus and other parts around the text of the page were left out."),
    Notice.LEFT_CHARACTERS: _("Characters that could not be read: {about}."),
    Notice.GUESSED_ENCODING: _("How its letters are encoded was guessed: {about}."),
    Notice.CHANGES: _("Tracked changes were taken as accepted."),
    Notice.COMMENTS: _("Comments were left out."),
}


def why(reason: Reason) -> str:
    """Return a reason as a sentence."""
    return str(REASONS[reason])


def of(notice: Notice, about: str = "") -> str:
    """Return a notice as a sentence."""
    return str(NOTICES[notice]).replace("{about}", about)
