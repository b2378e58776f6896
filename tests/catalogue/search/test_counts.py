"""What is kept of how often a term stands in a record, and what is read out of it again."""

import pytest

from statements.catalogue.search.words import counts
from statements.catalogue.search.words.fields import Fields, Words
from statements.catalogue.search.words.layout import lay_out


def line(text: str) -> str:
    """The counts of a body of English text."""
    return dumped(body=text).split("\n")[2]


def dumped(title: str = "", names: str = "", body: str = "") -> str:
    return counts.dump(laid_out(title, names, body))


def laid_out(title: str = "", names: str = "", body: str = ""):
    each = [(Words(text, "en"),) if text else () for text in (title, names, body)]
    return lay_out(Fields(each[0], each[1], each[2], ("en",)))


class CountsTests:
    @pytest.mark.parametrize(
        ("term", "expected"),
        [
            ("victim", 2),
            ("shelter", 1),
            ("helter", 0),
            ("shelt", 0),
            ("1", 12),
            ("2", 1),
            ("victimcent", 1),
            ("s_2017_198", 1),
            ("2017_198", 1),
            ("_l_en", 1),
            ("missing", 0),
        ],
    )
    def test_tells_how_often_a_term_stands_in_a_line(self, term, expected):
        text = "Shelters for victims: victim-centred, S/2017/198, 2" + " 1" * 12

        often: dict[str, int] = {}
        for n, terms in reversed([*counts.sections(line(text))]):
            often |= dict.fromkeys(terms, int(n) if n.isdigit() else 1)

        assert often.get(term, 0) == expected

    def test_knows_the_length_of_each_line(self):
        lines = dumped(title="Shelters now", body="one two two").split("\n")

        assert [counts.length(each) for each in lines] == [2, 0, 3]

    def test_gives_each_term_once_and_with_its_marks(self):
        keys = counts.keys(dumped("Shelters", "Amina", "shelters Amina and S/2017 more more"))

        marked = ["_n_amina", "_s_s_2017", "_t_shelter"]
        assert sorted(keys) == sorted(
            [*marked, "_l_en", *"amina and more shelter s 2017 s_2017".split()]
        )

    def test_gives_back_the_same_terms_in_the_same_columns(self):
        layout = laid_out("Re-integration", "O'Neil", "S/2017/198 and non-State, 1,000 1,000")

        loaded = counts.load(counts.dump(layout))

        assert loaded.lengths == layout.lengths
        for column in set(layout.__slots__) - {"lengths"}:
            assert sorted(set(getattr(layout, column))) == sorted(getattr(loaded, column))

    def test_of_nothing_is_empty(self):
        empty = counts.load("0\n0\n0")

        assert counts.terms("0\n0\n0") == []
        assert (empty.title, empty.body, empty.symbols) == ((), (), ())
