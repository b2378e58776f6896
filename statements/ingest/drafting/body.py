"""Where the words of a statement begin and end in the document that holds them."""

import re

from statements.ingest.drafting.draft import Draft

# The speaker of a verbatim record before the words: "Mr. Musayev (Azerbaijan): ".
_SPEAKER = re.compile(r"[^\n:]{2,120}?:[ \t]+(?=\S)")
# A name stands so near the beginning of it: "The Honourable Ms. ".
_HONOURS = 24
# Whom a speech greets first: from here on it is the speech.
_GREETING = re.compile(
    r"(?:Mr|Mrs|Ms|Madam|Mister|Your|Excellenc\w+|Distinguished|Honou?rable|Dear|Ladies|Monsieur|"
    r"Madame|Mesdames|Señor\w*|Excelent\w+|Thank you|Gracias|Merci|I thank)\b",
    re.IGNORECASE,
)
# A line that tells of a recording or a printed copy behind the last words.
_AFTER = re.compile(
    r"\[?(?:webcast|watch|video|read the|for more information|download|check against)\b",
    re.IGNORECASE,
)
# So far from the beginning, and so many lines, a heading may go; so long is one line of it.
_HEAD, _LINES, _LINE = 2_400, 16, 240
# So long is a line of it that tells nothing we know, such as "Press release" or a dateline.
_LABEL = 100
_SENTENCE_ENDS = tuple(".!?…;,。！？؟،")


def body_of(draft: Draft) -> tuple[int, int]:
    """Return start and end of the words as delivered, without a heading and notes around them.

    Where nothing in the first lines is known to be a heading, nothing is left out.
    """
    begin = _begin(draft)
    end = _end(draft.text, begin)
    return (begin, end) if begin < end else (0, len(draft.text))


def _begin(draft: Draft) -> int:
    text, begin, is_heading = draft.text, 0, False
    told = _told(draft)
    for line in list(re.finditer(r"[^\n]+\n?", text[:_HEAD]))[:_LINES]:
        words, span = line.group().strip(), line.span()
        if not words:
            continue
        if _GREETING.match(words) or len(words) > _LINE or _speaks(draft, line.start()):
            break
        holds = any(start < span[1] and end > span[0] for start, end in told)
        if not holds and not _is_label(text, words, line.end()):
            break
        is_heading = is_heading or holds
        begin = line.end()
    begin = _skipped(text, begin if is_heading else 0)
    return _speaks(draft, begin) or begin


def _told(draft: Draft) -> list[tuple[int, int]]:
    """Return the places of what stands in a heading: title, dates, and who speaks."""
    facts = (draft.title, draft.date_published, draft.date_delivered, *draft.voices)
    return [
        (one.start, one.end)
        for one in facts
        if one is not None and one.start is not None and one.end is not None
    ]


def _is_label(text: str, words: str, end: int) -> bool:
    """Tell a short line by itself from the first line of a sentence that goes on."""
    goes_on = text[end : end + 1].islower()
    return len(words) <= _LABEL and not words.endswith(_SENTENCE_ENDS) and not goes_on


def _speaks(draft: Draft, at: int) -> int:
    """Return where the words begin behind the name of who speaks in a record; 0 without one."""
    speaker = _SPEAKER.match(draft.text, at)
    if not speaker:
        return 0
    named = any(
        one.start is not None
        and one.end is not None
        and at <= one.start <= at + _HONOURS
        and one.end < speaker.end()
        for one in draft.voices
    )
    return speaker.end() if named else 0


def _skipped(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _end(text: str, begin: int) -> int:
    end = len(text.rstrip())
    while True:
        line = text.rfind("\n", begin, end) + 1
        last = text[max(line, begin) : end].strip()
        if line <= begin or len(last) > _LINE or not _AFTER.match(last):
            return end
        end = len(text[:line].rstrip())
