"""Numbers, rows and colons as each language writes them; `reader` is the reader's language."""

from functools import lru_cache

from django.utils.safestring import SafeString

# What parts thousands; digits are Latin in every language, as the United Nations write them.
THOUSANDS = {"es": "\u00a0", "fr": "\u202f", "ru": "\u00a0"}
# What parts the names in a row.
COMMAS = {"ar": "، ", "zh-hans": "、"}
# What parts what is said of one thing: a place from its date, a town from its country.
PAUSES = COMMAS | {"zh-hans": "，"}
# What stands between a name and what is said of it.
COLONS = {"fr": "\u00a0: ", "zh-hans": "："}
# Up to which number Spanish parts nothing: 1234, but 12 345.
WHOLE_IN_SPANISH = 9_999


class Number(int):
    """A number to count with, which is shown as the reader's language writes it."""

    shown: str

    @classmethod
    def of(cls, reader: str, n: int) -> "Number":
        one = cls(n)
        one.shown = number(reader, n)
        return one

    def __str__(self) -> str:
        return self.shown


@lru_cache(maxsize=10_000)
def number(reader: str, n: int) -> SafeString:
    """Return a number as the reader's language writes it."""
    if n < 1_000 or (reader == "es" and n <= WHOLE_IN_SPANISH):
        return SafeString(n)
    return SafeString(f"{n:,}".replace(",", THOUSANDS.get(reader, ",")))


def comma(reader: str) -> str:
    """Return what stands between the names of a row, with its space where there is one."""
    return COMMAS.get(reader, ", ")


def pause(reader: str) -> str:
    """Return what stands between the parts of what is said of one thing."""
    return PAUSES.get(reader, ", ")


def colon(reader: str) -> str:
    """Return a colon, with its spaces where there are any."""
    return COLONS.get(reader, ": ")
