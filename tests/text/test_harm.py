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
    ("fr", "Numéro de dossier : 2017/88, ouvert.", "case", "2017/88"),
    ("fr", "Elle vit 3 chemin Vert depuis.", "address", "3 chemin Vert"),
    ("es", "Número de expediente: 12-2019.", "case", "12-2019"),
    ("es", "Celular: 55 1234 5678", "phone", "55 1234 5678"),
    ("es", "Una joven de 16 años declaró.", "minor", "joven de 16 años"),
    ("es", "Contacto de prensa: Ana Ruiz", "contact", "Ana Ruiz"),
    ("ru", "Телефон: 123-45-67-89", "phone", "123-45-67-89"),
    ("ru", "Айгуль, 17 лет, сбежала.", "age", "Айгуль, 17 лет"),
    ("ru", "Мы говорили с Ириной (19) весной.", "age", "Ириной (19)"),
    ("ru", "Это была 14-летняя девочка из села.", "minor", "14-летняя девочка"),
    ("ru", "Её дочь, 9 лет, была там.", "minor", "дочь, 9 лет"),
    ("ru", "Дело № 45/2016 ещё открыто.", "case", "Дело № 45/2016"),
    ("ru", "Она живёт на ул. Садовой, д. 5 теперь.", "address", "ул. Садовой, д. 5"),
    ("ru", "Приют расположен в Казани.", "shelter", "Приют расположен в Казани"),
    ("ru", "Контакты для прессы: Анна Петрова", "contact", "Анна Петрова"),
    ("ru", "Г-жа Земфира Кадирова рассказала нам.", "person", "Г-жа Земфира Кадирова"),
    ("zh", "李小梅，17岁，逃了出来。", "age", "李小梅，17岁"),
    ("zh", "一名14岁的女孩说了这些话。", "minor", "14岁的女孩"),
    ("zh", "她的女儿年仅9岁。", "minor", "女儿年仅9岁"),
    ("zh", "手机：138-1234-5678", "phone", "138-1234-5678"),
    ("zh", "护照号码：E12345678。", "case", "E12345678"),
    ("zh", "（2016）京01刑初45号仍未结案。", "case", "刑初45号"),
    ("zh", "她现在住在花园路12号。", "address", "花园路12号"),
    ("zh", "庇护所位于朝阳区。", "shelter", "庇护所位于朝阳区"),
    ("zh", "联系人：陈大文", "contact", "陈大文"),
    ("ar", "تحدثت أمينة كريم (١٧ عاما) إلينا.", "age", "أمينة كريم (١٧ عاما"),
    ("ar", "كانت فتاة تبلغ من العمر 14 عاما.", "minor", "فتاة تبلغ من العمر 14"),
    ("ar", "جاءت ابنتها البالغة من العمر 9 سنوات.", "minor", "ابنتها البالغة من العمر 9"),
    ("ar", "جواز السفر رقم 123456 أخذ منها.", "case", "جواز السفر رقم 123456"),
    ("ar", "المأوى الكائن في شارع فلسطين استقبلها.", "shelter", "المأوى الكائن"),
    ("ar", "للاستفسار: سلمى حداد", "contact", "سلمى حداد"),
    ("ar", "رقم الهاتف: 07701234567", "phone", "07701234567"),
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
    "A child under 18 years of age is protected.",
]
# What speeches of each language say again and again.
HARMLESS_ELSEWHERE = [
    ("fr", "Monsieur le Président, un enfant de moins de 18 ans doit être protégé."),
    ("fr", "La résolution 2331 (2016) et l’article 16, paragraphe 2, le disent."),
    ("es", "Toda persona menor de 18 años merece protección, señor Presidente."),
    ("es", "El derecho a refugio en la región y la resolución 2388 (2017)."),
    ("ru", "Г-н Председатель, дети до 18 лет нуждаются в защите."),
    ("ru", "Благодарю г-на Генерального секретаря и г-жу Заместителя за брифинг."),
    ("ru", "Право на убежище на Украине; резолюция 2331 (2016) от 20 декабря 2016 года."),
    ("ru", "Ребёнок до 18 лет. За последние 15 лет многое изменилось."),
    ("ru", "Г-н Небензя (Российская Федерация) говорит по-русски."),
    ("zh", "主席先生，18岁以下的儿童应当受到保护。"),
    ("zh", "第2331（2016）号决议和第2388（2017）号决议。"),
    ("zh", "2016年，全世界有6500万人流离失所。"),
    ("ar", "السيد الرئيس، كل طفل دون سن 18 عاما يستحق الحماية."),
    ("ar", "القرار 2331 (2016) والقرار 2388 (2017)."),
    ("ar", "في عام 2016 وبعد 15 عاما من العمل."),
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

    @pytest.mark.parametrize(("language", "text"), HARMLESS_ELSEWHERE)
    def test_leaves_alone_what_every_speech_says(self, language, text):
        assert harm.findings(text, language) == ()

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
        assert not any(found.values())
