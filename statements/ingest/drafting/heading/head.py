"""The lines before a text begins to speak: its title, who, when and where."""

import re
from dataclasses import dataclass
from functools import cached_property

from statements.ingest.drafting.cited import dates
from statements.ingest.drafting.page import Line, Page

MOST_LINES = 24
# So many words with a sentence's end make a paragraph, and so many words anything.
_PROSE, _LONG = 14, 70
# A shorter one, where it says "I" or "we".
_SENTENCE = 4
_EARLY = 250

_SALUTATION = re.compile(
    r"(?:(?:Thank you|Merci|Gracias)\b|I thank|Good (?:morning|afternoon|evening)"
    r"|\(?As delivered\)? Thank"
    r"|(?:Your |Dear |Distinguished |Honou?rable )*(?:Excellenc(?:y|ies)|[Ll]adies|Colleagues"
    r"|[Gg]uests"
    r"|[Dd]elegates|[Ff]riends|[Pp]articipants|[Mm]inisters|[Mm]embers)\b"
    r"|(?:Mr|Mrs|Ms|Madam|Mme|Sr|Sra)\.? (?:Vice-|Deputy )?(?:President|Chair\w*"
    r"|Secretary[- ]General|Speaker|Moderator)\b[^.]{0,80}[,:.]?\Z"
    r"|(?:Prime Minister|Ministers?|Mr\. Chairman|Ambassadors?)[,:]"
    r"|Monsieur|Madame|Mesdames|Excellences|Señor(?:a|as|es)?\b|Excelencias?\b|Distinguid[oa]s"
    r"|Chers|Muchas gracias|Check against)",
)
RECORD = re.compile(
    r"(?P<title>The (?:Acting |Temporary |Vice-)?(?:President|Chair\w*|Secretary-General"
    r"|Deputy Secretary-General)"
    r"|(?:السيدة?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Archbishop|Monsignor|Msgr|Cardinal"
    r"|Sheikha"
    r"|Sheikh|Ambassador"
    r"|Prince|Princess"
    r"|General|President|King|Queen|Nana|Sra|Sr|M|Mme|Г-н|Г-жа)(?:\.|(?= )))"
    r"(?: (?P<name>[^\n:()]{1,60}?))?"
    r"(?: \((?P<state>[^\n:]{2,90}?)\))?(?:,? (?:\((?:spoke|interpretation|[^()\n]{0,20}(?:parle"
    r"|habla))[^()\n]{0,60}\)))?"
    r" ?[:;](?=\s|\Z)",
)
_CHINESE = re.compile(
    r"(?P<name>[^\n\s()（）:：]{1,40})(?P<title>先生|女士|夫人)[（(](?P<state>[^\n（）()]{1,30})[）)]"
    r"(?:[（(][^\n（）()]{1,20}[）)])? ?[:：]"
)
PRESIDING = re.compile(r"The (?:Acting |Temporary )?(?:President|Chair)")
_CAPACITY = re.compile(
    r"\bin (?:my|its|his|her) (?:national capacity|capacity as (?:the )?(?:[Rr]epresentative"
    r"|[Mm]inister|[Pp]resident))\b"
)
_PERSON = re.compile(
    r"\b(?:I|my|we|We|My|Our|our|me|us|nous|Nous|je|Je|mon|ma|mi|nos|nuestro|nuestra)\b"
)
# "S/PV.7658 Women and peace and security 28/03/2016", "12/47 16-08417".
_RUNNING = re.compile(
    r"(?:[SA]/(?:\d+/)?PV\.\d+\b.{0,120}|.{0,120}\b\d\d/\d\d/(?:19"
    r"|20)\d\d(?: [SA]/(?:\d+/)?PV\.\d+)?|\d{1,3}/\d{1,3}(?: \d\d-\d{5})?"
    r"|\d\d-\d{5}(?: \(E\))?(?: \d{1,3}/\d{1,3})?)\Z"
)
# "Geneva, 3 May 2012 - Ahead of ...", "GENEVA (3 May 2012) - ...".
_DATELINE = re.compile(
    r"[A-Z][\w.' -]{2,30}(?:, | \()(?:\d{1,2} )?[A-Z][a-z]+ (?:\d{1,2}, )?(?:19"
    r"|20)\d\d\)? ?[-:]? ?[A-Z][^\n]{60,}"
)
_LABEL = re.compile(
    r"(?:(?:[A-Z]{2,9} )?press release|news release|media (?:release|note|advisory)"
    r"|for immediate release"
    r"|communiqué(?: de presse)?"
    r"|comunicado(?: de prensa)?|nota de prensa|statement|statements?(?: and speeches)?"
    r"|speech(?:es)?(?: and talks?)?|remarks"
    r"|news(?: and press release)?|readout|fact sheet|office of (?:the )?(?:spokesperson"
    r"|press secretary|press and public diplomacy)"
    r"|check against delivery|\[?as (?:delivered|prepared(?: for delivery)?)\]?|begin text:?|\W+"
    r"|(?:date )?publish(?:ed)?(?: date)?:?|date:?|posted(?: on)?:?|united nations|the white house"
    r"|in progress at unhq"
    r"|seul le prononcé fait foi|distr\.?:? ?\w+|original:? \w+|briefing room"
    r"|statements and releases|presidential actions"
    r"|for information only.*|origin(?:al)?ly published|view original|.* press release # .*)\Z",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:BY|By|by|OF|DELIVERED)\b")
_ADDRESS = re.compile(
    r"\d{1,5} (?:East|West|[A-Z]).*(?:Street|Avenue|Plaza|Road)\b|.*\b[A-Z]\.?[A-Z]\.? \d{5}\Z"
)
_SYMBOL = re.compile(r"[A-Z]{1,5}(?:/[A-Z0-9.()-]{1,20}){1,5}(?: \w{0,12})?\Z")
# A day of which nobody knows whether it stands before the month.
_NUMBERS = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\Z")
_CLOCK = re.compile(r"\d{1,2}:\d\d ?[AaPp]\.?[Mm]\.?(?: [A-Z]{2,4})?\Z")
_STAMP = re.compile(r" \d{1,2}:\d\d(?::\d\d)?(?: [+-]\d{4}| GMT| UTC)?\Z")
_WEEKDAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:mon|tue|wed|thu|fri|sat|sun), "
    r"|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes"
    r"|sábado|domingo),? ",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?P<place>(?:[A-Z][\w.'-]+|de|of|and|the)(?:,? (?:[A-Z][\w.'-]+|de|of|d'[A-Z]\w+)){0,5})\Z"
)
_HEADINGS = (
    r"(?!FACT|READOUT|MEDIA|PRESS|JOINT|STATEMENT|REMARKS|BACKGROUND|ICYMI|WHAT|UPDATED|CORRECT"
    r"|WATCH|VIDEO|NEWS|NOMINATIONS|MEMO|SUBJECT|TO:|FROM:)"
)
_SITTING = re.compile(
    r"\b(?:Briefing|Remarks|Statement|Day|Press|Debate|Event|Summit|Council|Committee|Assembly"
    r"|Commission|Conference|Session|Meeting)\b"
)
# What a place inside a building is called.
HALL = re.compile(
    r"\b(?:Room|Chamber|Hall|Auditorium|Headquarters|Palace|House|Library|University)\b"
)
_SPEAKER = re.compile(
    _HEADINGS + r"(?:[A-Z][A-Z.'-]+ ){1,5}[A-Z'-]{2,}:|Q ?:|Q {1,4}[A-Z]|MS\.? |MR\.? "
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that is a date, perhaps after a place; `label` is what stands before, lower case."""

    written: dates.Written
    place: str
    label: str
    line: Line
    is_stamp: bool


@dataclass(frozen=True)
class Head:
    """What stands before the first words that are spoken.

    `record` is the speaker line of a verbatim record, where the text begins with one; then there
    are no lines. `begins` is the position in the page's words where the text itself begins.
    """

    page: Page
    lines: tuple[Line, ...]
    record: re.Match[str] | None
    begins: int
    language: str = ""

    @classmethod
    def of(cls, page: Page, language: str = "") -> "Head":
        skipped = _running_heads(page)
        if skipped == len(page.lines):
            return cls(page, (), None, 0, language)
        if record := _record(page, skipped):
            return cls(page, (), record, page.lines[skipped].start, language)
        count = 0
        for line in page.lines[:MOST_LINES]:
            if _is_body(line, count):
                break
            count += 1
        if count in (len(page.lines), MOST_LINES):
            count = min(2, count - 1)
        begins = page.lines[count].start
        return cls(page, page.lines[:count], None, begins, language)

    def _tells_nothing(self, line: Line) -> bool:
        if _LABEL.match(line.words):
            below = self.page.words[line.end + 1 : line.end + 12]
            return not _BY.match(below)
        return any(sign.match(line.words) for sign in (_ADDRESS, _SYMBOL, _CLOCK, _NUMBERS))

    @property
    def presides(self) -> bool:
        """Say whether the record is of somebody who leads a meeting, and speaks for no State."""
        if self.record is None or not PRESIDING.match(self.record["title"]):
            return False
        start = self.record.start()
        return not _CAPACITY.search(self.page.words[start : start + _EARLY])

    def dates_in(self, words: str) -> tuple[dates.Written, ...]:
        """Return the dates in words of this text, as its language writes them."""
        return dates.find(words, day_first=self.language in dates.DAY_FIRST)

    @cached_property
    def body(self) -> str:
        return self.page.words[self.begins :]

    @cached_property
    def dates(self) -> tuple[DateLine, ...]:
        return tuple(
            found
            for number, line in enumerate(self.lines)
            if (found := _date_line(self, line, self.lines[number - 1].words if number else ""))
        )

    @cached_property
    def telling(self) -> tuple[Line, ...]:
        """The lines that are neither a date nor a mere label, number or address."""
        dated = {found.line.start for found in self.dates}
        return tuple(
            line for line in self.lines if line.start not in dated and not self._tells_nothing(line)
        )


def speaker_at(words: str, start: int = 0) -> re.Match[str] | None:
    """Return the speaker's line of a verbatim record that begins at `start` of folded words."""
    return RECORD.match(words, start) or _CHINESE.match(words, start)


def _running_heads(page: Page) -> int:
    """Return how many lines at the beginning are a printed page's head or foot."""
    for number, line in enumerate(page.lines):
        if not _RUNNING.match(line.words):
            return number
    return len(page.lines)


def _record(page: Page, first: int) -> re.Match[str] | None:
    """Return the first speaker's line of a record; the President's, where nobody else speaks."""
    opening = speaker_at(page.words, page.lines[first].start)
    if opening is None or not PRESIDING.match(opening["title"]):
        return opening
    if _CAPACITY.search(page.words[opening.start() : opening.start() + _EARLY]):
        return opening
    later = (
        found
        for line in page.lines[first + 1 : first + MOST_LINES]
        if (found := speaker_at(page.words, line.start)) and not PRESIDING.match(found["title"])
    )
    return next(later, opening)


def _is_body(line: Line, number: int) -> bool:
    words = line.words
    if _DATELINE.match(words):
        return True
    if _SALUTATION.match(words) or _SPEAKER.match(words) or speaker_at(words):
        return not _LABEL.match(words)
    count = words.count(" ") + 1
    ends = words.rstrip("\"')").endswith((".", ";", "!", "?", "。", "؟")) and not words.endswith(
        "Jr."
    )
    if ends and count > _SENTENCE and _PERSON.search(words):
        return True
    if line.is_bullet and count > _PROSE:
        return True
    if count > _LONG or (ends and count > _PROSE):
        return True
    return number > 0 and words.endswith(":") and count > _PROSE


def _date_line(head: Head, line: Line, above: str) -> DateLine | None:
    words = line.words
    if len(words) > 120:
        return None
    found = head.dates_in(words)
    if len(found) != 1 or not found[0].has_year:
        return None
    written = found[0]
    before = _WEEKDAY.sub("", words[: written.start])
    after = words[written.end :]
    is_stamp = bool(_STAMP.match(after))
    label, colon, rest = before.rpartition(":")
    if not colon and above.endswith(":"):
        label = above
    before = (rest if colon else before).strip(" ,-()●|")
    after = "" if is_stamp or _CLOCK.match(after.strip(" ,|")) else after.strip(" ,.-()●|/")
    place = _PLACE.match(before or after)
    if place and _SITTING.search(place[0]):
        return None
    if ((before or after) and not place) or (before and after and not _PLACE.match(after)):
        return None
    return DateLine(written, place["place"] if place else "", label.lower(), line, is_stamp)
