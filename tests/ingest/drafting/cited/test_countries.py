"""Countries that a text names, and what only looks like one."""

import pytest

from statements.ingest.drafting import shipped
from statements.ingest.drafting.cited import countries
from statements.ingest.drafting.page import Page


def found(words: str, language: str = "en") -> str:
    return " ".join(sorted({iso2 for iso2, *_ in countries.named(words, language, shipped())}))


class CountryTests:
    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("Kenya thanks the Swedish presidency and the Bolivians who came.", "bo ke se"),
            ("the Czech Republic, Swaziland, Burma and Zaire", "cd cz mm sz"),
            ("the Democratic Republic of the Congo and Equatorial Guinea", "cd gq"),
            ("the UAE, the DPRK and Viet Nam", "ae kp vn"),
            ("Palestinians, Kosovo, the Holy See and Taiwan", "ps tw va xk"),
            ("The American people and Americans abroad", "us"),
            ("South Sudanese refugees in Sudan", "sd ss"),
        ],
    )
    def test_are_known_by_name_adjective_people_and_old_name(self, words, expected):
        assert found(words) == expected

    @pytest.mark.parametrize(
        "words",
        [
            "the Lake Chad Basin, the Gulf of Guinea and the South China Sea",
            "a summit in Mexico City, a rally in New Mexico",
            "Palestinian Americans and Cuban-American families, Native Americans",
            "the United Nations Mission in South Sudan reported",
            "the Special Court for Sierra Leone and the International Criminal Tribunal for Rwanda",
            "Islamic State in Iraq and the Levant",
            "He spoke in French.",
            "Mr. Jordan and Ms. Ireland took the floor",
            "our colleague Michael Jordan was there",
            "Jane Roe, of Georgia, to be a judge",
            "Latin American and Central American partners",
            "Puerto Rico and Hong Kong",
        ],
    )
    def test_are_not_seen_in_other_names(self, words):
        assert found(words) == ""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("I thank the Minister for Foreign Affairs of Jordan for coming", "jo"),
            ("Armenia, Georgia and Azerbaijan", "am az ge"),
            ("the President of Chad", "td"),
        ],
    )
    def test_bear_names_that_people_and_places_bear_too(self, words, expected):
        assert found(words) == expected

    @pytest.mark.parametrize(
        ("language", "words", "expected"),
        [
            ("fr", "La Côte d'Ivoire et les autorités maliennes saluent l'Allemagne", "ci de ml"),
            ("es", "El Perú agradece a Alemania y a las autoridades mexicanas", "de mx pe"),
            ("ru", "Представители Франции и США", "fr us"),
            ("zh", "中国和法国代表", "cn fr"),
            ("ar", "تشكر العراق وفرنسا", "fr iq"),
        ],
    )
    def test_are_known_in_every_language(self, language, words, expected):
        assert found(words, language) == expected

    def test_have_every_place(self):
        text = "Chad spoke.\n\nThen Chad\nspoke again."

        (country,) = countries.find(Page.of(text), "en", shipped())

        assert [text[start:end] for start, end in country.places] == ["Chad", "Chad"]

    def test_in_the_name_of_an_instrument_do_not_count(self):
        words = "the Paraguay Convention"

        named = list(countries.named(words, "en", shipped(), [(4, len(words))]))

        assert named == []

    def test_are_known_by_words_that_people_added(self):
        vocabulary = shipped().extended(countries={"td": ["Land of the Lake"]})

        named = countries.named("the Land of the Lake", "en", vocabulary)

        assert [iso2 for iso2, *_ in named] == ["td"]
