"""Names are found as whole words, the longest first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.text.naming import Names
from tests.text.sources import ANY_TEXT

NAMES = {
    "ne": ["Niger", "尼日尔"],
    "ng": ["Nigeria", "尼日利亚"],
    "gn": ["Guinea", "几内亚"],
    "gq": ["Equatorial Guinea", "赤道几内亚"],
    "gw": ["Guinea-Bissau"],
    "ci": ["Côte d'Ivoire", "Ivory Coast"],
    "ir": ["Iran (Islamic Republic of)", "Iran"],
    "iq": ["Iraq", "العراق"],
    "us": ["U.S.", "United States"],
    "none": [""],
}


class TestNames:
    @pytest.mark.parametrize(
        ("text", "keys"),
        [
            ("Nigeria's law", {"ng"}),
            ("Niger, and Nigeria", {"ne", "ng"}),
            ("Nigerian and Nigeria2", set()),
            ("in Equatorial\n  Guinea.", {"gq"}),
            ("Guinea and Equatorial Guinea", {"gn", "gq"}),
            ("Guinea–Bissau", {"gw"}),
            ("Côte d’Ivoire", {"ci"}),
            ("the Islamic Republic of Iran", {"ir"}),
            ("Iran (Islamic Republic of)", {"ir"}),
            ("iraq IRAQ", set()),
            ("Mexico-U.S. Joint Communique", {"us"}),
            ("赤道几内亚和尼日尔代表", {"gq", "ne"}),
            ("في العراق", {"iq"}),
            ("مصر والعراق", {"iq"}),
            ("وبالعراق", {"iq"}),
            ("والعراقيون", set()),
            ("", set()),
        ],
    )
    def test_are_whole_words_and_the_longest(self, text, keys):
        assert Names(NAMES).within(text) == keys

    def test_give_every_key_that_shares_a_name(self):
        assert Names({"cd": ["Congo"], "cg": iter(["Congo"])}).within("Congo") == {"cd", "cg"}

    @given(ANY_TEXT, ANY_TEXT, st.sampled_from(["Iraq", "Guinea-Bissau", "العراق", "几内亚"]))
    def test_are_found_in_any_text_around(self, before, after, name):
        assert Names({"x": [name]}).within(f"{before}\n{name}\n{after}") == {"x"}

    @given(ANY_TEXT)
    def test_are_not_found_where_they_do_not_stand(self, text):
        assert Names({"x": ["Liechtenstein"]}).within(text) == frozenset()
