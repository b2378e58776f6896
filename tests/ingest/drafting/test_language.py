"""The language of a text."""

import pytest

from statements.ingest.drafting import language

TEXTS = {
    "en": "We call on the members of the Council to act, and to act now.",
    "fr": "Nous appelons les membres du Conseil à agir, et à agir pour les victimes.",
    "es": "Instamos a los miembros del Consejo a que actúen por las víctimas y con ellas.",
    "ar": "ندعو أعضاء المجلس إلى العمل الآن من أجل الضحايا",
    "ru": "Мы призываем членов Совета действовать сейчас",
    "zh": "我们呼吁安理会成员立即采取行动",
}


class LanguageTests:
    @pytest.mark.parametrize("code", TEXTS)
    def test_is_told_by_script_or_small_words(self, code):
        assert language.find(TEXTS[code]).value == code

    def test_is_told_although_names_stand_in_another_script(self):
        assert language.find(TEXTS["zh"] + " (UNODC)").value == "zh"

    def test_is_english_where_nothing_tells(self):
        found = language.find("12345")

        assert (found.value, found.why.rule) == ("en", "language-unknown")


class AddressTests:
    def test_are_of_no_language(self):
        text = "إن الاتجار بالأشخاص جريمة خطيرة. https://example.org/" + "a" * 120

        assert language.find(text).value == "ar"
