"""Which words are found by which: the same term for what a reader takes for the same."""

import pytest

from statements.text import analysis
from statements.text.analysis.runs import RUN


def terms(text: str, language: str = "en") -> list[str]:
    return [token.term for token in analysis.tokens(text, language)]


class TermTests:
    @pytest.mark.parametrize(
        ("language", "words"),
        [
            ("en", "victim victims Victim's VICTIMS’ ｖｉｃｔｉｍ vic\u00adtim"),
            ("en", "re-integration reintegration Re‐Integration re-\nintegration"),
            ("en", "27000 27,000 ٢٧٠٠٠"),
            ("en", "US U.S."),
            ("en", "labour labor labours"),
            ("en", "organised organized organise organizes"),
            ("en", "centre center centres"),
            ("en", "victim-centred victim-centered"),
            ("en", "programme program programmes"),
            ("en", "defence defense"),
            ("fr", "exploitées exploité exploiter l'exploitation L’exploitation d'exploiter"),
            ("fr", "réintégration re\u0301inte\u0301gration RÉINTÉGRATION"),
            ("es", "víctimas víctima victimas VICTIMA"),
            ("es", "niños niño ninos"),
            ("es", "juez jueces"),
            ("ru", "жертвы жертвам ЖЕРТВ"),
            ("ru", "её ее"),
            ("ar", "ضحايا الضحايا والضحايا للضحايا ضحية الضَّحِيَّة ضحـــايا"),
            ("ar", "الحكومات حكومة الحكومه وحكوماتهم"),
            ("ar", "الأطفال أطفال طفل للأطفال"),
            ("fa", "کتابها كتاب کتاب کتابهای"),
            ("de", "Häuser Haus"),
            ("tr", "İstanbul istanbul"),
        ],
    )
    def test_is_one_for_all_forms_of_a_word(self, language, words):
        found = {tuple(terms(word, language)) for word in words.split(" ")}

        assert len(found) == 1

    @pytest.mark.parametrize(
        ("language", "one", "other"),
        [
            ("en", "traffic", "trafficking"),
            ("en", "hour", "horse"),
            ("en", "rise", "rize"),
            ("en", "women", "woman's suffrage"),
            ("en", "S/2017/198", "S/2017/199"),
            ("ru", "край", "крах"),
            ("zh", "人口", "口人"),
        ],
    )
    def test_is_not_one_for_different_words(self, language, one, other):
        assert terms(one, language) != terms(other, language)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("and/or", ["and", "or"]),
            ("S/2017/l98", ["s_2017_198"]),
            ("S/20l7/I98", ["s_2017_198"]),
            ("8/2016/235", ["s_2016_235"]),
            ("A/RES/71/322", ["a_res_71_322"]),
            ("CTOC/COP/2016/2/Add.l", ["ctoc_cop_2016_2_add_1"]),
            ("A/HRC/35/L.5", ["a_hrc_35_l_5"]),
            ("S/PV.8111", ["s_pv_8111"]),
            ("71/322", ["71_322"]),
            ("www.unodc.org", ["www", "unodc", "org"]),
            ("somebody@example.org", ["somebodi", "exampl", "org"]),
            ("贩运人口", ["贩运", "运人", "人口"]),
            ("人", ["人"]),
            ("ｶﾞ", ["カ"]),
            ("O'Brien", ["obrien"]),
        ],
    )
    def test_of_what_is_no_plain_word(self, text, expected):
        assert terms(text) == expected

    def test_of_another_script_is_its_own_language_s(self):
        assert terms("victims жертвы", "ar") == ["victim", "жертв"]


class TokenTests:
    TEXT = "L’État: re-integration ﬁnal ½ (S/2017/l98)… 人口贩运 e\u0301te\u0301"

    def test_stands_where_its_letters_are(self):
        found = [self.TEXT[token.start : token.end] for token in analysis.tokens(self.TEXT, "fr")]

        assert found == [
            "État",
            "re-integration",
            "ﬁnal",
            "½",
            "S/2017/l98",
            "人口",
            "口贩",
            "贩运",
            "e\u0301te\u0301",
        ]

    def test_counts_the_words(self):
        positions = [token.position for token in analysis.tokens(self.TEXT, "fr")]

        assert positions == list(range(9))

    def test_tells_what_else_it_is_found_by(self):
        [symbol] = analysis.tokens("A/RES/71/322", "en")

        assert {"71_322", "a_res", "322"} <= set(symbol.also)


class StreamTests:
    def test_gives_the_terms_of_the_tokens(self):
        text = "The victims' re-integration (S/2017/l98), trafficking-related. Non governmental."

        stream = analysis.stream(text, "en")

        assert stream.words == terms(text)
        assert {"re", "integr", "traffickingrel", "nongovernment"} <= stream.also
        assert "2017_198" in stream.symbols

    @pytest.mark.parametrize(
        "text",
        [
            "A victim-\ncentred re-  \n integration of co\u2010\nordinators",
            "人口贩运" * 40 + " shelters " + "x/" * 40,
            "re\u00a0integration—now, “non” governmental; 27,000. 27,\t000",
            "— – … !",
            "Shelter shelter, SHELTER (shelter) shelter's",
        ],
    )
    def test_gives_the_terms_of_the_tokens_of_any_part(self, text):
        first, again = analysis.stream(text, "en"), analysis.stream(text, "en")

        assert first.words == terms(text)
        assert again == first

    def test_keeps_what_a_part_is_found_by_besides(self):
        for text in ("(S/2017/198)", "(S/2017/198)", "S/2017/198,"):
            assert "2017_198" in analysis.stream(text, "en").symbols

    def test_cuts_where_no_run_goes_on(self):
        spaces = "".join(filter(str.isspace, map(chr, range(0x110000))))

        assert RUN.findall(f"a{spaces}") == ["a"]

    def test_is_the_same_again(self):
        assert analysis.stream("Shelters for victims", "en") == analysis.stream(
            "Shelters for victims", "en"
        )


class LookedForTests:
    def test_joins_and_parts_a_compound(self):
        rows = analysis.looked_for("trafficking-related", "en").rows

        assert rows == (("traffick", "relat"), ("traffickingrel",))

    def test_guesses_accents(self):
        assert ("exploit",) in analysis.looked_for("exploitees", "fr").rows

    def test_of_no_letters_is_nothing(self):
        assert analysis.looked_for("…—!", "en").rows == ()

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [("Traff", "traff"), ("L’escl", "escl"), ("Élé", "ele"), ("S/2017/", "s_2017_")],
    )
    def test_folds_a_beginning(self, typed, expected):
        assert analysis.beginning(typed) == expected
