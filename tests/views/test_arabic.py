"""A speech in Arabic with a symbol in Latin letters, read on an Arabic and on an English page."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import statements
from statements.catalogue import records, store
from tests.catalogue import build
from tests.views import corpus

pytestmark = pytest.mark.django_db

ASK = "ندعو جميع الدول إلى تنفيذ الوثيقة S/2017/198 وإلى توفير المأوى لكل ضحية."
PROMISE = "وسوف نفتح دارين جديدتين للنساء والأطفال قبل نهاية سنة 2018."
TEXT = f"""السيد الرئيس،

إن الاتجار بالأشخاص جريمة لا تعرف حدوداً، وقد أحطنا علماً بالوثيقة S/2017/198 المؤرخة 10 آذار.

{ASK} ولن يكفي ذلك وحده.

{PROMISE}

وشكراً السيد الرئيس."""
TITLE = "بيان أمام مجلس الأمن بشأن S/2017/198"
MARK = re.compile(r'<mark [^>]*id="r([^"]+)"[^>]*>(.*?)</mark>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
BASE = Path(statements.__file__).parent / "static/statements/css/base.css"


def speech(**fields: Any) -> records.Statement:
    """Return the speech: an ask of Iraq, and a promise."""
    original = corpus.speech("arabic", title=TITLE, language="ar", text=TEXT, **fields)
    ask, promise = original.recommendations
    given: dict[str, Any] = {"language": "ar", "lead_in": None}
    ask = replace(ask, **given, passage=corpus.passage(ASK, TEXT), verb="ندعو")
    ask = replace(ask, short_forms={"ar": "توفير المأوى لكل ضحية"})
    promise = replace(promise, **given, passage=corpus.passage(PROMISE, TEXT))
    return replace(original, recommendations=(ask, promise), quote=None)


@pytest.fixture
def spoken(on_record: None) -> None:
    pakistan = build.term("country", "pk", "142", label="Pakistan")
    store.put(replace(pakistan, labels={"en": "Pakistan", "ar": "باكستان"}))
    corpus.publish(speech(translation_of="speech"))


class FieldTests:
    @pytest.mark.parametrize("address", ["/ar/", "/ar/statements/", "/ar/search/?q=S"])
    def test_of_any_direction_shows_whether_it_is_empty(self, client, spoken, address):
        fields = re.findall(r'<input [^>]*dir="auto"[^>]*>', client.get(address).text)

        assert fields
        assert all(re.search(r' placeholder="[^"]+"', field) for field in fields)

    def test_has_the_direction_of_the_page_only_while_it_is_empty(self):
        css = BASE.read_text()

        assert "html:dir(rtl) :placeholder-shown { direction: rtl; }" in css
        # The attribute stays as the page came, whatever is typed.
        assert "[value=" not in css


@pytest.mark.usefixtures("spoken")
class ArabicSpeechTests:
    @pytest.mark.parametrize(
        ("language", "direction"), [("", "ltr"), ("/ar", "rtl"), ("/zh-hans", "ltr")]
    )
    def test_keeps_its_own_language_and_direction(self, client, language, direction):
        page = client.get(f"{language}/statements/slug-arabic/").text

        assert f'dir="{direction}">' in page[:200]
        assert f'lang="ar" dir="rtl">{TITLE}</h1>' in page
        paragraphs = re.findall(r'<p class="words" id="p\d+" ([^>]+)>', page)
        assert len(paragraphs) == 5
        assert set(paragraphs) == {'lang="ar" dir="rtl"'}

    @pytest.mark.parametrize("language", ["", "/ar"])
    def test_marks_the_very_words(self, client, language):
        page = client.get(f"{language}/statements/slug-arabic/").text

        marked = {ref: TAG.sub("", words) for ref, words in MARK.findall(page)}
        assert marked == {"arabic-ask": ASK, "arabic-promise": PROMISE}
        # The number stands behind the words that it numbers, in the order they are read.
        numbers = re.findall(r'</mark><a class="badge[^"]*" href="#n([^"]+)"[^>]*>(\d)</a>', page)
        assert numbers == [("arabic-ask", "1"), ("arabic-promise", "2")]

    def test_short_form_is_in_the_readers_language(self, client):
        arabic, english = (client.get(f"{one}/statements/slug-arabic/").text for one in ("/ar", ""))

        assert "توفير المأوى لكل ضحية" in arabic
        assert "Give every victim a bed" in english
        assert "توفير المأوى لكل ضحية</" not in english

    def test_and_its_original_lead_to_each_other_in_the_language_of_the_page(self, client):
        arabic = client.get("/ar/statements/slug-arabic/").text
        original = client.get("/ar/statements/slug-speech/").text

        assert 'href="/ar/statements/slug-speech/" hreflang="en" lang="en" dir="ltr"' in arabic
        assert 'href="/ar/statements/slug-arabic/" hreflang="ar" lang="ar" dir="rtl"' in original

    def test_is_found_by_its_symbol_within_arabic(self, client):
        page = client.get("/ar/statements/?q=S/2017/198").text

        assert TITLE in page
        assert re.search(r"<mark[^>]*>(<bdi[^>]*>)?S/2017/198", page)
