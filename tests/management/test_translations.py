"""The catalogues are whole: each public message in each language, compiled as it stands."""

import gettext
import re
from collections import Counter
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management.base import CommandError
from django.utils.translation import to_locale

from statements.management.commands import translations

TOLD = "Run: python3 manage.py translations. Then write what it leaves empty, and run it again."
CATALOGUES = translations.catalogues()
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|\{\w+\}")
TAG = re.compile(r"<[^>]+>")
PLURALS = re.compile(r"nplurals=(\d+); plural=(.*);")
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
FULL_STOPS = (".", "。")


def language(catalogue: Path) -> str:
    return catalogue.parts[-3]


def forms(entry: polib.POEntry) -> list[str]:
    """Return what stands for a message, one text for each of its plural forms."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def plurals(entries: polib.POFile) -> tuple[int, str]:
    """Return how many plural forms a language has, and the rule that tells which."""
    found = PLURALS.fullmatch(entries.metadata["Plural-Forms"])
    assert found
    return int(found[1]), found[2]


def wanted(entry: polib.POEntry, pattern: re.Pattern[str]) -> Counter[str]:
    return Counter(pattern.findall(entry.msgid_plural or entry.msgid))


def words(text: str) -> str:
    """Return what of a translation is neither a tag nor a placeholder."""
    return PLACEHOLDER.sub("", TAG.sub("", text))


@pytest.fixture(scope="module")
def template() -> str:
    return translations.collected()


@pytest.fixture(params=CATALOGUES, ids=language)
def catalogue(request):
    return request.param


@pytest.fixture
def entries(catalogue) -> polib.POFile:
    return polib.pofile(str(catalogue))


class EachCatalogueTests:
    def test_has_the_messages_of_the_tree_and_no_others(self, catalogue, template):
        fresh = polib.pofile(translations.refreshed(catalogue, template))
        kept = polib.pofile(str(catalogue))
        of_tree = {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in fresh}
        of_file = {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in kept}

        assert of_tree - of_file == set(), TOLD
        assert of_file - of_tree == set(), TOLD

    def test_leaves_no_message_without_words(self, entries):
        empty = [entry.msgid for entry in entries if not all(form.strip() for form in forms(entry))]

        assert empty == [], TOLD

    def test_guesses_nothing_and_keeps_nothing_old(self, entries):
        assert [entry.msgid for entry in entries if entry.fuzzy or entry.obsolete] == []

    def test_keeps_every_placeholder(self, entries):
        form_of = gettext.c2py(plurals(entries)[1])
        wrong = []
        for entry in entries:
            for number, form in enumerate(forms(entry)):
                lacking = wanted(entry, PLACEHOLDER) - Counter(PLACEHOLDER.findall(form))
                strange = Counter(PLACEHOLDER.findall(form)) - wanted(entry, PLACEHOLDER)
                # A form for one number alone may say it in words: "two statements".
                stands_for = {n for n in range(1, 200) if form_of(n) == number}
                if entry.msgid_plural and len(stands_for) < 2:
                    lacking -= Counter(["%(n)s", "%(number)s"])
                if lacking or strange:
                    wrong.append((entry.msgid, form))

        assert wrong == []

    def test_keeps_every_tag(self, entries):
        wrong = [
            (entry.msgid, form)
            for entry in entries
            for form in forms(entry)
            if Counter(TAG.findall(form)) != wanted(entry, TAG)
        ]

        assert wrong == []

    def test_has_as_many_plurals_as_its_language(self, entries):
        counts = {len(entry.msgstr_plural) for entry in entries if entry.msgid_plural}

        assert counts == {plurals(entries)[0]}

    def test_begins_and_ends_as_the_message_does(self, entries):
        wrong = [
            (entry.msgid, form)
            for entry in entries
            for form in forms(entry)
            if form != form.strip() or form.endswith(FULL_STOPS) != entry.msgid.endswith(".")
        ]

        assert wrong == []

    def test_quotes_as_its_language_does(self, catalogue, entries):
        foreign = '"' if language(catalogue) == "zh_Hans" else '"“”'
        wrong = [
            form for entry in entries for form in forms(entry) if set(words(form)) & {*foreign}
        ]

        assert wrong == []

    def test_is_compiled_as_it_stands(self, catalogue, tmp_path):
        fresh = tmp_path / "django.mo"
        fresh.write_bytes(translations.compiled(catalogue))

        assert polib.mofile(str(fresh)) == polib.mofile(str(catalogue.with_suffix(".mo"))), TOLD


class TheCatalogueTests:
    def test_is_there_for_each_language_but_english(self):
        others = {to_locale(code) for code, _ in settings.LANGUAGES} - {"en"}

        assert {language(catalogue) for catalogue in CATALOGUES} == others

    def test_is_in_french_with_its_own_spaces_and_apostrophes(self):
        french = polib.pofile(str(translations.LOCALE / "fr/LC_MESSAGES/django.po"))
        loose = re.compile(r"[^\u202f\d][:;?!](?:\s|$)|«(?!\u202f)|(?<!\u202f)»|'")
        wrong = [
            form
            for entry in french
            for form in forms(entry)
            if entry.msgctxt is None and loose.search(words(form))
        ]

        assert wrong == []


class CollectingTests:
    def test_reads_pages_views_filters_and_lists_of_words(self, template):
        collected = {entry.msgid for entry in polib.pofile(template)}

        assert {
            "Skip to the content",
            "a person not named",
            "Said by",
            "Joint statement",
        } <= collected

    def test_leaves_the_desk_out(self, template):
        collected = {entry.msgid for entry in polib.pofile(template)}

        assert "Bring in a text or documents" not in collected
        assert "The text of the draft changed meanwhile." not in collected

    def test_leaves_what_is_new_without_words(self, catalogue):
        template = f'{HEADER}msgid "Shoelaces"\nmsgstr ""\n'

        merged = polib.pofile(translations.refreshed(catalogue, template))

        assert [(entry.msgid, entry.msgstr) for entry in merged] == [("Shoelaces", "")]

    def test_refuses_a_broken_placeholder(self, tmp_path):
        broken = tmp_path / "django.po"
        broken.write_text(f'{HEADER}#, python-format\nmsgid "Note %(n)s"\nmsgstr "Note %(m)s"\n')

        with pytest.raises(CommandError, match="'m'"):
            translations.compiled(broken)

    def test_says_what_is_missing(self, monkeypatch):
        monkeypatch.setenv("PATH", "")

        with pytest.raises(CommandError, match="apt-get install gettext"):
            translations.collected()
