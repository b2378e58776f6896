"""The language of a text, by its script and its small words."""

import pytest

from statements.text import languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We call on all States to ratify the Protocol.", "en"),
        ("Nous appelons tous les États à ratifier le Protocole.", "fr"),
        ("Instamos a todos los Estados a que ratifiquen el Protocolo.", "es"),
        ("ندعو جميع الدول إلى التصديق على البروتوكول", "ar"),
        ("Мы призываем все государства ратифицировать Протокол", "ru"),
        ("我们呼吁所有国家批准该议定书 (S/RES/2388)", "zh"),
        ("1 2 3", ""),
    ],
)
def test_is_told_by_script_and_small_words(text, language):
    assert languages.guess(text) == language
