"""No page in another language has a word of the interface left in English.

Words of a source, and names without a translation, are marked with the language they are in.
"""

import datetime as dt
import re
from dataclasses import replace
from html.parser import HTMLParser

import polib
import pytest
from django.conf import settings
from django.utils import timezone
from django.utils.translation import to_locale

from statements.catalogue import store
from statements.catalogue.models import Record
from statements.management.commands import translations
from tests.catalogue import build
from tests.views.test_languages import PAGES, in_language

OTHERS = [code for code, _ in settings.LANGUAGES if code != "en"]
OTHER_SCRIPTS = ("ar", "ru", "zh-hans")
PLACES = (
    *PAGES[:-1],
    "/accessibility/",
    "/nothing/",
    "/statements/?page=99",
    "/statements/?page=0",
)
SAID = ("alt", "aria-label", "placeholder", "title")
SAID_OF_A_PAGE = ("description", "og:title", "og:description")
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
SILENT = frozenset(("script", "style"))
EVERYWHERE = frozenset(("Bib", "Te"))  # BibTeX
PLACEHOLDER = re.compile(r"(%\(\w+\)[sd]|\{\w+\})")
# Signs of Latin sentences beside words of another script; in French, colons without their space.
FOREIGN_SIGNS = {
    "zh-hans": re.compile("[\u4e00-\u9fff] ?[,:;?!()]|[,:;?!()] ?[\u4e00-\u9fff]|^[,:;] ?"),
    "ar": re.compile("[\u0600-\u06ff] ?[,;?]|[,;?] ?[\u0600-\u06ff]|^[,;] ?"),
    "fr": re.compile(r"[^\s\d]:(\s(?!»)|$)"),
}
# A name in each of these, and pages where such names stand in a row.
WORDS = {"zh-hans": "名称", "ar": "اسم", "fr": "nom"}
ROWS = ("/instruments/slug-protocol/", "/compare/?country=fj&country=iq&country=pk")
LATIN_WORD = re.compile(r"[A-Za-z]?[a-z]{2,}")


class _Page(HTMLParser):
    """What a page says in its own language: texts, and attributes that are read out."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.said: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        language = given.get("lang") or (self.open[-1][1] if self.open else None)
        if tag not in VOID:
            self.open.append((tag, language))
        if self._is_own(language):
            names = ("content",) if _is_of_a_page(given) else SAID
            self.said += [value for name in names if (value := given.get(name))]

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and self.open and self.open[-1][0] not in SILENT and self._is_own(self.open[-1][1]):
            self.said.append(text)

    def _is_own(self, language: str | None) -> bool:
        return language == self.open[0][1]


def _is_of_a_page(given: dict[str, str | None]) -> bool:
    return (given.get("name") or given.get("property")) in SAID_OF_A_PAGE


def _pattern(message: str) -> str:
    """Return the pattern of what a message says, whatever is filled in."""
    parts = PLACEHOLDER.split(" ".join(message.split()))
    return "".join(".+" if PLACEHOLDER.fullmatch(part) else re.escape(part) for part in parts)


def _entries(code: str) -> list[polib.POEntry]:
    catalogue = translations.LOCALE / to_locale(code) / "LC_MESSAGES" / "django.po"
    return [entry for entry in polib.pofile(str(catalogue)) if not entry.msgctxt]


def _forms(code: str) -> set[str]:
    forms = [(entry.msgstr, *entry.msgstr_plural.values()) for entry in _entries(code)]
    return {form for several in forms for form in several}


def _own(text: str) -> str:
    """Return a text without what is the same in every language: this site's name, addresses."""
    return re.sub(rf"{re.escape(settings.SITE_NAME)}|https?://\S+", "", text)


def english(code: str) -> re.Pattern[str]:
    """Return a pattern of what the interface says in English, and not so in another language."""
    catalogue = translations.LOCALE / to_locale(code) / "LC_MESSAGES" / "django.po"
    entries = [entry for entry in polib.pofile(str(catalogue)) if not entry.msgctxt]
    said_there = {
        form for entry in entries for form in (entry.msgstr, *entry.msgstr_plural.values())
    }
    messages = {message for entry in entries for message in (entry.msgid, entry.msgid_plural)}
    # A message of nothing but names would fit any words.
    worded = [
        one for one in messages - said_there if re.search("[a-z]{3}", PLACEHOLDER.sub("", one))
    ]
    return re.compile("|".join(_pattern(message) for message in sorted(worded)))


def latin(code: str) -> set[str]:
    """Return the words in Latin letters that a translation itself has: names, signs to type."""
    return {word for form in _forms(code) for word in LATIN_WORD.findall(form)}


def of_records() -> set[str]:
    """Return the words of what is on record here: names of the tests that nobody translated."""
    return set(
        LATIN_WORD.findall(
            " ".join(str(body) for body in Record.objects.values_list("body", "live"))
        )
    )


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.usefixtures("on_record")
def test_no_page_says_a_word_of_the_interface_in_english(client, code):
    interface, known = english(code), latin(code) | of_records() | EVERYWHERE
    left: dict[str, list[str]] = {}
    for address in PLACES:
        for text in _Page(client.get(in_language(code, address)).text).said:
            is_english = code in OTHER_SCRIPTS or interface.fullmatch(text)
            if is_english and set(LATIN_WORD.findall(_own(text))) - known:
                left.setdefault(address, []).append(text)

    assert left == {}


def put_rows(word: str) -> None:
    """Put names of that word that stand in rows: of three who spoke, of two without a record."""
    names = dict.fromkeys(("ar", "fr", "zh"), word)
    for code in ("pk", "iq", "fj", "xa", "xb"):
        store.put(replace(build.term("country", code, "142"), labels={"en": code, **names}))
    store.put(build.actor("fiji", kind="state", country="fj"))
    store.put(build.instrument("protocol", also=(word, word)))
    store.put(build.series("days"))
    coming = (timezone.now().date() + dt.timedelta(days=30)).isoformat()
    for ref, day in (("before", "2017-09-27"), ("coming", coming)):
        store.put(build.event(ref, date=build.date(day), series="days"))
    for actor, state in (("pakistan", "pk"), ("iraq", "iq"), ("fiji", "fj")):
        voice = build.voice(actor, state)
        store.put(
            build.statement(f"of-{state}", voices=(voice,), event="before", countries=(state,))
        )


@pytest.mark.parametrize("code", FOREIGN_SIGNS)
@pytest.mark.usefixtures("on_record")
def test_signs_of_a_sentence_are_those_of_its_language(client, code):
    put_rows(WORDS[code])
    left: dict[str, list[str]] = {}
    for address in (*PLACES, *ROWS):
        for text in _Page(client.get(in_language(code, address)).text).said:
            if FOREIGN_SIGNS[code].search(_own(text)):
                left.setdefault(address, []).append(text)

    assert left == {}
    assert [one for one in sorted(_forms(code)) if FOREIGN_SIGNS[code].search(one)] == []


class FindingTests:
    def test_finds_what_is_left_of_texts_and_of_what_is_read_out(self):
        page = '<html lang="fr"><body><p>Search</p><a title="Next page">2</a><p lang="en">Main</p>'

        said = _Page(page).said

        assert said == ["Search", "Next page", "2"]

    def test_knows_a_message_whatever_is_filled_in(self):
        assert english("fr").fullmatch("12 statements")
        assert not english("fr").fullmatch("12 déclarations")
