"""Countries and areas carry the UN's names in six languages, and the names texts give them."""

import re
import unicodedata

import pytest

from tests.seeds.tables import read, several, twice

LANGUAGES = ("en", "ar", "es", "fr", "ru", "zh")
REGIONS = read("regions")
COUNTRIES = read("countries")
COUNTRY = {country["iso2"]: country for country in COUNTRIES}

UN_NAMES = {
    "kp": "Democratic People's Republic of Korea",
    "kr": "Republic of Korea",
    "ps": "State of Palestine",
    "ru": "Russian Federation",
    "ir": "Iran (Islamic Republic of)",
    "sy": "Syrian Arab Republic",
    "la": "Lao People's Democratic Republic",
    "md": "Republic of Moldova",
    "vn": "Viet Nam",
    "tz": "United Republic of Tanzania",
    "bo": "Bolivia (Plurinational State of)",
    "ve": "Venezuela (Bolivarian Republic of)",
    "cz": "Czechia",
    "tr": "Türkiye",
    "mk": "North Macedonia",
    "tw": "Taiwan Province of China",
    "xk": "Kosovo",
}
# Areas whose one name is enough; no member or observer of the UN is among them.
WITHOUT_ALIASES = {"ai", "aq", "bv", "cx", "gf", "gg", "gp", "hm", "io", "je", "mq", "nf", "pf"}
WITHOUT_ALIASES |= {"tf", "um"}
TEXTS_SAY = {
    "ir": {"Iran"},
    "ru": {"Russia"},
    "ae": {"UAE"},
    "us": {"USA", "U.S."},
    "gb": {"UK", "Northern Ireland"},
    "cz": {"Czech Republic"},
    "tr": {"Turkey"},
    "sy": {"Syria"},
    "kr": {"South Korea"},
    "kp": {"DPRK"},
    "bo": {"Bolivia"},
    "ci": {"Ivory Coast"},
    "mm": {"Burma"},
    "sz": {"Swaziland"},
    "iq": {"Iraqi", "Iraqis"},
    "pk": {"Pakistani"},
    "az": {"Azerbaijani"},
    "ly": {"Libyan"},
    "ne": {"Nigerien"},
    "ng": {"Nigerian"},
}


def scripts(name: str) -> set[str]:
    """Return the scripts of a name's letters, each the first word of their Unicode names."""
    return {unicodedata.name(letter).split()[0] for letter in name if letter.isalpha()}


class TestCountries:
    def test_are_all_there(self):
        assert len(COUNTRIES) == 250
        assert {"tw", "ps", "va", "xk"} <= COUNTRY.keys()

    @pytest.mark.parametrize("column", ["iso2", "iso3", "m49", "name_en"])
    def test_have_codes_and_names_of_their_own(self, column):
        assert twice(country[column] for country in COUNTRIES) == []

    @pytest.mark.parametrize(
        ("column", "pattern"), [("iso2", "[a-z]{2}"), ("iso3", "[A-Z]{3}"), ("m49", "[0-9]{3}")]
    )
    def test_have_codes_of_the_right_shape(self, column, pattern):
        wrong = [c["iso2"] for c in COUNTRIES if not re.fullmatch(pattern, c[column])]

        assert wrong == []

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_have_a_name_in_each_language(self, language):
        nameless = [c["iso2"] for c in COUNTRIES if not c[f"name_{language}"]]

        assert nameless == []

    @pytest.mark.parametrize(
        ("language", "script"), [("ar", "ARABIC"), ("ru", "CYRILLIC"), ("zh", "CJK")]
    )
    def test_are_written_in_the_script_of_the_language(self, language, script):
        names = {country["iso2"]: country[f"name_{language}"] for country in COUNTRIES}

        assert [iso2 for iso2, name in names.items() if scripts(name) != {script}] == []

    def test_lie_in_a_region_that_exists_but_for_antarctica(self):
        regions = {region["code"] for region in REGIONS}
        outside = [c["iso2"] for c in COUNTRIES if c["region"] not in regions]

        assert outside == ["aq"]
        assert COUNTRY["aq"]["region"] == ""

    def test_lie_in_the_innermost_region(self):
        with_parts = {region["parent"] for region in REGIONS if region["parent"]}
        too_wide = [c["iso2"] for c in COUNTRIES if c["region"] in with_parts]

        assert too_wide == []


class TestUnNames:
    @pytest.mark.parametrize(("iso2", "name"), UN_NAMES.items())
    def test_are_those_the_un_uses_in_english(self, iso2, name):
        assert COUNTRY[iso2]["name_en"] == name

    @pytest.mark.parametrize("iso2", UN_NAMES)
    def test_are_kept_in_all_six_languages(self, iso2):
        kept = {row["language"] for row in read("un_names") if row["iso2"] == iso2}

        assert kept == set(LANGUAGES)

    def test_are_kept_once(self):
        assert twice(f"{row['iso2']} {row['language']}" for row in read("un_names")) == []

    def test_stand_in_the_countries(self):
        differing = [
            row
            for row in read("un_names")
            if COUNTRY[row["iso2"]][f"name_{row['language']}"] != row["name"]
        ]

        assert differing == []

    @pytest.mark.parametrize(
        ("iso2", "language", "name"),
        [
            ("tz", "fr", "République-Unie de Tanzanie"),
            ("md", "fr", "République de Moldova"),
            ("md", "ru", "Республика Молдова"),
            ("tr", "es", "Türkiye"),
            ("tr", "fr", "Türkiye"),
            ("kp", "es", "República Popular Democrática de Corea"),
            ("ir", "ar", "جمهورية إيران الإسلامية"),
            ("sy", "zh", "阿拉伯叙利亚共和国"),
            ("tw", "zh", "中国台湾省"),
            ("ps", "fr", "État de Palestine"),
        ],
    )
    def test_are_those_the_un_uses_in_other_languages(self, iso2, language, name):
        assert COUNTRY[iso2][f"name_{language}"] == name

    def test_say_how_kosovo_is_understood(self):
        sources = [row["source"] for row in read("un_names") if row["iso2"] == "xk"]

        assert all("resolution 1244 (1999)" in source for source in sources)


class TestAliases:
    def test_stand_in_the_countries(self):
        kept = {row["iso2"]: row["aliases"] for row in read("aliases")}
        differing = [c["iso2"] for c in COUNTRIES if c["aliases"] != kept.get(c["iso2"], "")]

        assert differing == []
        assert kept.keys() <= COUNTRY.keys()

    def test_belong_to_one_country(self):
        assert twice(alias for c in COUNTRIES for alias in several(c["aliases"])) == []

    def test_are_no_countrys_name(self):
        names = {country["name_en"] for country in COUNTRIES}
        aliases = {alias for country in COUNTRIES for alias in several(country["aliases"])}

        assert names & aliases == set()

    def test_are_had_by_every_state(self):
        without = {country["iso2"] for country in COUNTRIES if not country["aliases"]}

        assert without == WITHOUT_ALIASES

    def test_leave_out_what_names_two_countries_or_something_else(self):
        aliases = {alias for country in COUNTRIES for alias in several(country["aliases"])}
        unsafe = {"US", "American", "Korea", "Korean", "Congolese", "Dominican", "Indian"}
        languages = {"Arabic", "Chinese", "English", "French", "Russian", "Spanish"}

        assert aliases & (unsafe | languages) == set()

    @pytest.mark.parametrize(("iso2", "names"), TEXTS_SAY.items())
    def test_have_the_names_that_texts_use(self, iso2, names):
        assert names <= set(several(COUNTRY[iso2]["aliases"]))
