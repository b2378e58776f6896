"""Names and short forms in the reader's language; what is known in English alone says so."""

from dataclasses import replace
from typing import Any

import pytest

from statements.catalogue import store
from statements.models import Theme
from statements.workflow import references
from tests.catalogue import build
from tests.views import corpus

pytestmark = pytest.mark.django_db
ENGLISH = 'lang="en" dir="ltr"'


@pytest.fixture
def named() -> None:
    """A theme known in French, a body known in Arabic, a short form known in Spanish."""
    corpus.vocabularies()
    shelter = build.term("theme", "shelter", "protection", label="Shelter")
    store.put(replace(shelter, labels={"en": "Shelter", "fr": "Hébergement"}))
    unodc = build.actor("unodc", kind="un_entity", name="UNODC")
    store.put(replace(unodc, names={"en": "UNODC", "ar": "مكتب الأمم المتحدة"}))
    speech = corpus.speech()
    ask, promise = speech.recommendations
    ask = replace(ask, short_forms={"es": "Den una cama a cada víctima"})
    corpus.publish(replace(speech, recommendations=(ask, promise)))
    store.put(corpus.release())


@pytest.mark.usefixtures("named")
class NamesTests:
    def test_are_in_the_language_of_the_reader(self, client):
        assert "Hébergement" in client.get("/fr/themes/").text
        assert "Hébergement" in client.get("/fr/statements/slug-speech/").text
        assert "مكتب الأمم المتحدة" in client.get("/ar/statements/slug-release/").text

    @pytest.mark.parametrize("address", ["/statements/slug-speech/", "/recommendations/"])
    def test_are_set_apart_where_only_the_english_one_is_known(self, client, address):
        assert f"<bdi {ENGLISH}>Shelter</bdi>" in client.get(f"/ar{address}").text
        assert f"<bdi {ENGLISH}>Shelter</bdi>" not in client.get(address).text

    def test_of_events_are_the_editors_words(self, client):
        assert f"<bdi {ENGLISH}>The meeting</bdi>" in client.get("/zh-hans/events/").text
        assert f"<bdi {ENGLISH}>The meeting</bdi>" in client.get("/ru/statements/slug-speech/").text

    @pytest.mark.parametrize("language", ["", "/ar", "/ru"])
    def test_are_found_in_every_language(self, client, language):
        page = client.get(f"{language}/search/?q=hébergement").text

        assert f'href="{language}/themes/shelter/"' in page

    def test_of_bodies_are_found_in_every_language(self, client):
        assert 'href="/actors/slug-unodc/"' in client.get("/search/?q=مكتب").text


@pytest.mark.usefixtures("named")
class ShortFormTests:
    @pytest.mark.parametrize(
        "address",
        ["/statements/slug-speech/", "/recommendations/", "/recommendations/speech-ask/"],
    )
    def test_is_in_the_readers_language_where_editors_wrote_one(self, client, address):
        spanish, russian = (client.get(f"/{code}{address}").text for code in ("es", "ru"))

        assert "Den una cama a cada víctima" in spanish
        assert "Give every victim a bed" not in spanish
        assert f"<bdi {ENGLISH}>Give every victim a bed</bdi>" in russian

    def test_stands_above_the_words_of_the_source(self, client):
        page = client.get("/es/recommendations/speech-ask/").text

        short, words = page.index("Den una cama"), page.index(f">{corpus.CALL}<")
        assert short < words


class DeskTests:
    def test_gives_the_names_of_a_term_to_the_record(self, shelter: Theme, keeper: Any):
        shelter.label_fr, shelter.label_zh = "Hébergement", "庇护"
        shelter.save()

        references.save_term(shelter, by=keeper)

        [term] = store.held("term", ["theme/shelter"]).values()
        assert term.labels == {"en": "Shelter", "fr": "Hébergement", "zh": "庇护"}
