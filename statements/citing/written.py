"""What all styles share: words as HTML, titles in their own script, dates, names in a row."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from statements import choices
from statements.citing.works import Day, Work

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
# Quotation marks within a title that stands between quotation marks itself.
INNER = str.maketrans({"“": "‘", "”": "’", '"': "'", "„": "‚", "«": "‹", "»": "›"})
# Words in Hebrew or Arabic letters, up to the next mark.
FROM_THE_RIGHT = re.compile(r"[\u0590-\u08ff](?:[^()\[\],;.]*[\u0590-\u08ff])?")
ENDS = ("?", "!", "…", ".", "؟", "。", "？", "！")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as HTML, in two halves.

    Between them belongs, where the reader's clock is known, `accessed` with its "{day}" in the
    manner of `locale`. Where it is not, `plain` stands there: a page is kept for many days, and
    an old date of access would be a false one.
    """

    start: SafeString
    accessed: str
    plain: str
    end: SafeString
    locale: str

    @property
    def html(self) -> SafeString:
        return SafeString(f"{self.start}{html.escape(self.plain)}{self.end}")

    @property
    def text(self) -> str:
        """Return it as plain text, without a day of access."""
        return html.unescape(re.sub(r"<[^>]*>", "", self.html))


def escaped(words: str) -> str:
    """Return words as HTML; names written from the right keep what follows them in its place."""
    return FROM_THE_RIGHT.sub(r"<bdi>\g<0></bdi>", _escaped(words))


def _escaped(words: str) -> str:
    return html.escape(" ".join(words.split()))


def title(work: Work) -> str:
    """Return the title in its own script and direction; in brackets where editors gave it."""
    shown = _set_apart(work.title, work.language)
    return f"[{shown}]" if work.title_is_ours else shown


def quoted_title(work: Work, mark: str = "") -> str:
    """Return the title between quotation marks, or in brackets; `mark` goes within as is usual."""
    if work.title_is_ours:
        return f"{title(work)}{mark}"
    words = work.title.translate(INNER)
    return f"“{_set_apart(words, work.language)}{ended(words, mark)}”"


def quotation(work: Work, mark: str = "") -> str:
    """Return the quoted words between quotation marks, `mark` in place of their stop."""
    words = work.quotation.translate(INNER).rstrip(" .")
    return f"“{_set_apart(words, work.language)}{ended(words, mark)}”"


def paragraphs(work: Work) -> str:
    """Return "para. 12" or "paras. 12–14" of the quoted words, "" where none has a number."""
    if not work.paragraphs:
        return ""
    first, last = work.paragraphs
    return f"para. {first}" if first == last else f"paras. {first}–{last}"


def ended(words: str, mark: str) -> str:
    """Return a mark to stand behind words, unless they end with one."""
    return "" if words.rstrip().endswith(ENDS) else mark


def in_row(names: Sequence[str], *, last: str, most: int = 0) -> str:
    """Return names in a row; of more than `most` only the first, "and others"."""
    if most and len(names) > most:
        return f"{names[0]} and others"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}{last}{names[-1]}"


def day_first(day: Day) -> str:
    """Return "21 November 2017", or as much of it as is known."""
    parts = [str(day.day) if day.day else "", MONTHS[day.month - 1] if day.month else ""]
    return _bracketed(day, " ".join([*filter(None, parts), str(day.year)]))


def month_first(day: Day) -> str:
    """Return "November 21, 2017", or as much of it as is known."""
    if not day.month:
        return _bracketed(day, str(day.year))
    month = MONTHS[day.month - 1]
    return _bracketed(day, f"{month} {day.day}, {day.year}" if day.day else f"{month} {day.year}")


def year_first(day: Day) -> str:
    """Return "2017, November 21", or as much of it as is known."""
    parts = [MONTHS[day.month - 1] if day.month else "", str(day.day) if day.day else ""]
    rest = " ".join(filter(None, parts))
    return _bracketed(day, f"{day.year}, {rest}" if rest else str(day.year))


def _bracketed(day: Day, words: str) -> str:
    return f"[{words}]" if day.is_ours else words


def _set_apart(words: str, language: str) -> str:
    if language == "en":
        return _escaped(words)
    side = "rtl" if language in choices.RIGHT_TO_LEFT else "ltr"
    return f'<bdi lang="{html.escape(language)}" dir="{side}">{_escaped(words)}</bdi>'
