"""What two people made of one text, joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.text.joining import Clash, join

TEXTS = st.text(alphabet="ab \n.", max_size=30)
BASE = "One is here.\n\nTwo is here.\n\nThree is here.\n"


class JoinTests:
    @pytest.mark.parametrize(
        ("mine", "theirs", "joined"),
        [
            (BASE, BASE, BASE),
            (BASE.replace("One", "1"), BASE.replace("Three", "3"), "1 is|Two is|3 is"),
            (BASE.replace("One is", "1 is"), BASE.replace("One is here", "One is there"), "1 is"),
            (BASE + "\nFour.\n", BASE.replace("Two", "2"), "One is|2 is|Three is|Four."),
            (BASE.replace("Two is here.\n\n", ""), BASE.replace("One", "1"), "1 is|Three is"),
        ],
    )
    def test_has_the_changes_of_both(self, mine, theirs, joined):
        result = join(BASE, mine, theirs)

        assert result.clashes == ()
        for words in joined.split("|"):
            assert words in result.text

    def test_joins_words_of_one_line(self):
        result = join("We call on all States.", "We urge all States.", "We call on all 193 States.")

        assert (result.text, result.clashes) == ("We urge all 193 States.", ())

    def test_keeps_mine_where_both_changed_one_place_and_says_so(self):
        result = join("We call.\nEnd.", "We urge.\nEnd.", "We ask.\nThe end.")

        assert result.text == "We urge.\nThe end."
        assert result.clashes == (Clash(" call", " urge", " ask"),)

    @given(TEXTS, TEXTS)
    def test_is_the_change_of_one_where_the_other_made_none(self, base, changed):
        assert join(base, changed, base).text == changed
        assert join(base, base, changed).text == changed
        assert join(base, base, changed).clashes == ()

    @given(TEXTS, TEXTS)
    def test_takes_what_both_did_alike_once(self, base, changed):
        assert join(base, changed, changed).text == changed

    @given(TEXTS, TEXTS, TEXTS)
    def test_clashes_in_the_same_places_whoever_is_first(self, base, mine, theirs):
        ones, others = join(base, mine, theirs).clashes, join(base, theirs, mine).clashes

        assert [(one.mine, one.theirs) for one in ones] == [
            (other.theirs, other.mine) for other in others
        ]
