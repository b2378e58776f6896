"""How far into a recording something begins: as people write it, and as it is shown."""

import re

_CLOCK = re.compile(r"(\d{1,3}):(\d{1,2})(?::(\d{1,2}))?")
_HOURS = r"(?:(?P<hours>\d{1,3})\s*h(?:(?:ou)?rs?)?)?"
# Minutes need no word after hours, at the end: "2h17".
_MINUTES = r"(?:(?P<minutes>\d{1,4})\s*(?:m(?:in(?:ute)?s?)?|['′]|$))?"
_SECONDS = r"(?:(?P<seconds>\d{1,6})\s*(?:s(?:ec(?:ond)?s?)?|[\"″]))?"
_AND = r"\.?(?:\s*,)?(?:\s*and\b)?\s*"
_WORDS = re.compile(f"{_HOURS}{_AND}{_MINUTES}{_AND}{_SECONDS}\\.?", re.IGNORECASE)
_MINUTE, _HOUR = 60, 3600
LONGEST = 24 * _HOUR


def parse(text: str) -> int:
    """Return the seconds that "2:17:00", "2:17", "2h17", "137 min" or "2hr and 17min" mean.

    What has one colon is hours and minutes; a number alone says nothing. Raises ValueError.
    """
    text = " ".join(text.split())
    seconds = _by_clock(text) if ":" in text else _in_words(text)
    if seconds >= LONGEST:
        raise ValueError(text)
    return seconds


def written(seconds: int) -> str:
    """Return seconds as hours, minutes and seconds: 8220 as "2:17:00"."""
    minutes, seconds = divmod(seconds, _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours}:{minutes:02}:{seconds:02}"


def _by_clock(text: str) -> int:
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise ValueError(text)
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    if max(minutes, seconds) >= _MINUTE:
        raise ValueError(text)
    return hours * _HOUR + minutes * _MINUTE + seconds


def _in_words(text: str) -> int:
    match = _WORDS.fullmatch(text)
    if match is None or not any(match.groups()) or text.isdecimal():
        raise ValueError(text)
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    larger_is_given = bool(match["hours"]), bool(match["hours"] or match["minutes"])
    if any(
        given and part >= _MINUTE
        for given, part in zip(larger_is_given, (minutes, seconds), strict=True)
    ):
        raise ValueError(text)
    return hours * _HOUR + minutes * _MINUTE + seconds
