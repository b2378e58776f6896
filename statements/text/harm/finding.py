"""The check: a text and the names of its voices in, findings in their order out."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from statements.text.folding import fold
from statements.text.harm import unparted, words
from statements.text.harm.words import BETWEEN, CAPITAL, NAME, OFFICE_STEMS, OFFICES, TITLES

KINDS = ("phone", "email", "case", "address", "shelter", "age", "minor", "contact", "person")
# As far behind a word that asks to contact somebody a name is a contact's.
REACH = 160
# Fewer digits are no telephone number, more are an account's.
SHORTEST, LONGEST = 8, 15

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
# Digits, also Arabic ones, that begin as telephone numbers do: with +, 00, 0 or in brackets.
_PHONE = re.compile(
    r"(?<![\w/.,-])(?:(?:\+|00)[ ]?\d{1,3}|\(?0\d{1,4}\)?)"
    r"(?:[ \u00a0().-]{0,2}\d{1,5}){2,6}(?![\w/-])"
)
_SAID = re.compile(
    r"(?:\b(?:tel|telephone|phone|mobile|cell|fax|whats?app|tél(?:éphone)?|portable"
    r"|teléfono|móvil|celular|тел|телефон|моб|мобильный|факс)\b"
    r"|هاتف|جوال|تلفون|موبايل|محمول|واتساب|فاكس|电话|手机|传真|热线|微信)"
    r"[ \t.:：]{0,4}(?:no\.?|number|номер|号码|رقم)?[ \t.:：]{0,4}(\+?\d[\d \u00a0().-]{4,18}\d)",
    re.IGNORECASE,
)
# Over a line's end too: texts come hard-wrapped.
_TITLED = re.compile(rf"\b{TITLES}\.?\s(?P<name>{CAPITAL}(?:\s{CAPITAL}){{0,3}})")
_AFTER_NAME = re.compile(
    rf"(?<!\w)(?P<name>{NAME})"
    r"[ \t]?[,(][ \t]?(?P<age>\d{1,2})(?:[ \t]?\)|(?=[ \t]?[,.]))"
)
_SPEAKER = re.compile(r"[ \t]{0,4}\([^)\n]{3,60}\)")

Match = Iterator[tuple[int, int]]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Words that may tell who somebody is: their place in the text, and what they look like."""

    start: int
    end: int
    kind: str
    words: str


def findings(text: str, language: str, known: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what in `text` may identify a person, in order, none within another.

    `known` are names that are public anyway, such as those of the voices. Telephone numbers and
    e-mail addresses are found in every language; all else in the six of the United Nations, in
    other languages by the patterns of English.
    """
    spoken = language if language in words.CASES or language in unparted.PATTERNS else "en"
    parts = frozenset(_parts(known))
    whole = unparted.PATTERNS.get(spoken, {})
    found = [
        Finding(start, end, kind, text[start:end])
        for kind, look in _LOOKS.items()
        for start, end in (*look(text, spoken, parts), *_any(text, whole.get(kind, ())))
    ]
    return tuple(_outermost(found))


def _phones(text: str, language: str, known: frozenset[str]) -> Match:
    for found in _PHONE.finditer(text):
        if SHORTEST <= sum(letter.isdigit() for letter in found[0]) <= LONGEST:
            yield found.span()
    for said in _SAID.finditer(text):
        yield said.span(1)


def _emails(text: str, language: str, known: frozenset[str]) -> Match:
    return (found.span() for found in _EMAIL.finditer(text))


def _cases(text: str, language: str, known: frozenset[str]) -> Match:
    return _any(text, words.CASES.get(language, ()))


def _addresses(text: str, language: str, known: frozenset[str]) -> Match:
    return _any(text, words.STREETS.get(language, ()), case=True)


def _shelters(text: str, language: str, known: frozenset[str]) -> Match:
    """Yield shelters with the place that they are said to be at."""
    there = words.THERE.get(language)
    if there is None:
        return iter(())
    place = rf"[^\n.;]{{0,40}}?\b{there}[ \t]{{1,4}}(?:(?:the|la|el|le)[ \t]{{1,4}})?"
    name = r"\S{1,40}" if language == "ar" else rf"(?:\d|(?-i:{CAPITAL}))[^\n.,;]{{0,40}}"
    return _any(text, (rf"\b{words.SHELTERS[language]}\b{place}{name}",))


def _ages(text: str, language: str, known: frozenset[str]) -> Match:
    """Yield a name with the age beside it."""
    for found in _AFTER_NAME.finditer(text):
        if _is_age(found["age"]) and not _is_month(found["name"]):
            yield found.start(), found.end()
    for age in words.AGES.get(language, ()):
        for around in (rf"(?-i:{NAME}),?[ \t]{{0,4}}\(?{age}", rf"{age},?[ \t]{{1,4}}(?-i:{NAME})"):
            yield from _any(text, (around,))


def _minors(text: str, language: str, known: frozenset[str]) -> Match:
    """Yield one child with an age: "a 14-year-old girl", "my daughter, aged 9"."""
    child = words.MINORS.get(language)
    if child is None:
        return iter(())
    ages = "|".join(words.AGES[language])
    before = rf"(?:{ages})[ \t]{{1,4}}(?:\w{{1,30}}[ \t]{{1,4}})?{child}\b"
    after = rf"\b{child},?[ \t]{{1,4}}{BETWEEN}(?:{ages})"
    return _any(text, (before, after))


def _contacts(text: str, language: str, known: frozenset[str]) -> Match:
    """Yield the names that stand behind words which ask to contact somebody."""
    if language not in words.CONTACTS:
        return
    asked = re.compile(
        rf"(?<!\w)(?:{words.CONTACTS[language]})[ \t]{{0,4}}(?P<end>:|\n)", re.IGNORECASE
    )
    name = re.compile(rf"(?:{TITLES}\.?[ \t]{{1,4}})?{CAPITAL}[ \t]{{1,4}}{NAME}")
    for found in asked.finditer(text):
        near = name.search(text, found.end(), found.end() + REACH)
        if near and not _is_known(near[0], known):
            yield near.span()
        elif language == "ar":
            end = text.find("\n", found.end())
            yield found.end(), end if end > 0 else len(text)


def _persons(text: str, language: str, known: frozenset[str]) -> Match:
    """Yield persons by title and name who neither speak nor hold an office that is named."""
    for found in _TITLED.finditer(text):
        name = found["name"].split()
        after = text[found.end() : found.end() + 90]
        if _is_office(name[0].strip(".")) or _is_known(found["name"], known):
            continue
        if _holds_office(text[max(0, found.start() - 60) : found.start()], after):
            continue
        yield found.span()


_LOOKS: Mapping[str, Callable[[str, str, frozenset[str]], Match]] = {
    "phone": _phones,
    "email": _emails,
    "case": _cases,
    "address": _addresses,
    "shelter": _shelters,
    "age": _ages,
    "minor": _minors,
    "contact": _contacts,
    "person": _persons,
}


def _any(text: str, patterns: Collection[str], *, case: bool = False) -> Match:
    for pattern in patterns:
        yield from (found.span() for found in _compiled(pattern, case).finditer(text))


@cache
def _compiled(pattern: str, case: bool) -> re.Pattern[str]:
    return re.compile(pattern, 0 if case else re.IGNORECASE)


def _holds_office(before: str, after: str) -> bool:
    """Tell whether an office stands beside a name, or the State that somebody speaks for."""
    if _SPEAKER.match(after):
        return True
    sentence = before.rpartition(". ")[2] + " " + re.split(r"[.;]|\n\s*\n", after)[0]
    beside = re.findall(r"[\w-]+", sentence)
    return any(map(_is_office, beside))


def _is_office(word: str) -> bool:
    return word in OFFICES or word.casefold().startswith(OFFICE_STEMS)


def _parts(known: Collection[str]) -> Iterator[str]:
    for name in known:
        yield from (part.casefold() for part in re.findall(r"\w{3,}", fold(name).words))


def _is_known(name: str, known: frozenset[str]) -> bool:
    """Tell whether the last part of a name is one of those that are public anyway."""
    parts = re.findall(r"\w{3,}", name.casefold())
    return bool(parts) and parts[-1] in known


def _is_age(number: str) -> bool:
    return 1 <= int(number) <= 99


def _is_month(name: str) -> bool:
    months = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Article|Annex|Rule|Goal|Target)"
    return bool(re.match(months, name.split()[-1]))


def _outermost(found: list[Finding]) -> Iterator[Finding]:
    """Yield findings in order; of two that overlap the first, and of equals the longer."""
    until = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end, KINDS.index(one.kind))):
        if one.start >= until:
            yield one
            until = one.end
