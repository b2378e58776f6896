"""What may tell who a survivor is, found in sentences of our own; and what must not be flagged."""

import json
from itertools import pairwise

import pytest

from statements import choices
from statements.text import harm
from tests.text.sources import SHARED, needs_shared

FOUND = [
    ("en", "Call us on +964 770 123 4567 at night.", "phone", "+964 770 123 4567"),
    ("en", "Tel: 555 01 23 45", "phone", "555 01 23 45"),
    ("ru", "Звоните: +7 (495) 123-45-67.", "phone", "+7 (495) 123-45-67"),
    ("zh", "请致电 0086 10 1234 5678。", "phone", "0086 10 1234 5678"),
    ("ar", "هاتف: ٠٧٧٠١٢٣٤٥٦٧", "phone", "٠٧٧٠١٢٣٤٥٦٧"),
    ("de", "Schreiben Sie an amal.h@example.org.", "email", "amal.h@example.org"),
    ("en", "Her case number 45/2016 is open.", "case", "case number 45/2016"),
    ("en", "Passport No. A1234567 was taken.", "case", "Passport No. A1234567"),
    ("fr", "Le dossier n° 2017/88 reste ouvert.", "case", "dossier n° 2017/88"),
    ("es", "El expediente núm. 12-2019 sigue abierto.", "case", "expediente núm. 12-2019"),
    ("ar", "القضية رقم 45/2016 مفتوحة", "case", "القضية رقم 45/2016"),
    ("en", "She lives at 12 Garden Street now.", "address", "12 Garden Street"),
    ("fr", "Elle vit au 8, rue Pasteur depuis.", "address", "8, rue Pasteur"),
    ("es", "Vive en la calle Mayor, 14 desde mayo.", "address", "calle Mayor, 14"),
    ("ar", "تسكن في شارع السعدون رقم 14", "address", "شارع السعدون رقم 14"),
    ("en", "The shelter in the city located at Karada.", "shelter", "shelter in the city"),
    ("en", "A safe house near Erbil took her in.", "shelter", "safe house near Erbil"),
    ("fr", "Le refuge situé près de Lyon l'a reçue.", "shelter", "refuge situé près de Lyon"),
    ("es", "El albergue ubicado en Tapachula la recibió.", "shelter", "albergue ubicado"),
    ("en", "Amina, 17, was sold twice.", "age", "Amina, 17"),
    ("en", "We met Nadia Karim (19) in May.", "age", "Nadia Karim (19)"),
    ("fr", "Fatou, âgée de 16 ans, a parlé.", "age", "Fatou, âgée de 16 ans"),
    ("es", "Rosa, de 15 años, escapó.", "age", "Rosa, de 15 años"),
    ("en", "A 14-year-old girl from the camp spoke.", "minor", "14-year-old girl"),
    ("en", "My daughter, aged 9, was there.", "minor", "daughter, aged 9"),
    ("fr", "Une fille de 12 ans a témoigné.", "minor", "fille"),
    ("es", "Una niña de 12 años declaró.", "minor", "niña de 12 años"),
    ("en", "For more information, please contact:\n\nMs. Ana Ruiz", "contact", "Ana Ruiz"),
    ("fr", "Contact presse : Claire Duval", "contact", "Claire Duval"),
    ("en", "Mrs. Zamira Qadir told us of her flight.", "person", "Mrs. Zamira Qadir"),
    ("es", "La Sra. Rosa Paz nos contó su huida.", "person", "Sra. Rosa Paz"),
]
HARMLESS = [
    "Mr. President, I thank you. Madam Chair, I thank you too.",
    "Girls as young as 12 are sold; 17 children were found in 2016.",
    "Law No. 28 of 2012, resolution 2331 (2016) and S/2017/198 say so.",
    "We thank Ms. Amina Mohammed, Deputy Secretary-General, for her briefing.",
    "Mr. Delattre (France) spoke of 13000 migrants and of 27-28 September 2017.",
    "In 2014/2015, 65 million people fled; 1 000 000 crossed in 2015.",
    "On July 30, 2024, Article 5, 6 and 7 were read.",
    "Access to shelter is a right. Shelters on a large scale are needed.",
    "Contact with traffickers begins online.",
]


class FindingsTests:
    @pytest.mark.parametrize(("language", "text", "kind", "words"), FOUND)
    def test_sees(self, language, text, kind, words):
        found = harm.findings(text, language)

        assert [one.kind for one in found] == [kind]
        assert words in found[0].words
        assert text[found[0].start : found[0].end] == found[0].words

    @pytest.mark.parametrize("text", HARMLESS)
    def test_leaves_alone(self, text):
        assert harm.findings(text, "en") == ()

    def test_knows_the_voices(self):
        text = "Mrs. Zamira Qadir told us."

        assert harm.findings(text, "en", ["Zamira Qadir"]) == ()

    def test_stand_in_order_and_apart(self):
        text = "Contact: Ana Ruiz, +964 770 123 4567, ana@example.org. Rosa, 15, is safe."

        found = harm.findings(text, "en")

        assert [one.kind for one in found] == ["contact", "phone", "email", "age"]
        assert all(a.end <= b.start for a, b in pairwise(found))

    def test_kinds_are_those_that_the_desk_names(self):
        assert set(harm.KINDS) == set(choices.HarmKind.values)


@needs_shared
class FalseAlarmTests:
    def test_are_few_in_real_texts(self):
        """Of fifteen documents, one names a contact; nobody else in them is a private person."""
        found = {}
        for path in sorted((SHARED / "gold" / "documents").glob("*.txt")):
            expected = SHARED / "gold" / "expected" / f"{path.stem}.json"
            given = json.loads(expected.read_text("utf-8"))["speaker_name"]
            speakers = [
                name for name in ([given] if isinstance(given, str) else given or []) if name
            ]
            text = path.read_bytes().decode()
            found[path.stem] = [one.words for one in harm.findings(text, "en", speakers)]

        contact = found.pop("002_3bbbb7175fe88593")
        assert contact == ["Ms. Shahida Gilani"]
        assert sum(map(len, found.values())) / len(found) < 0.2
