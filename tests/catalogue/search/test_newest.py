"""Words of what is not digested yet, as a process keeps them."""

from statements.catalogue.search.words.newest import Newest


class BeginningTests:
    def test_is_that_of_words_in_their_order(self):
        newest = Newest()
        newest.add(1, {"sheltered": 1, "border": 1, "shelter": 1, "she": 1})

        assert [*newest.beginning("shel")] == ["shelter", "sheltered"]
        assert [*newest.beginning("z")] == []

    def test_knows_what_was_added_since(self):
        newest = Newest()
        newest.add(1, {"shelter": 1})
        before = newest.beginning("shel")
        first = next(before)
        newest.add(2, {"shelf": 1, "shelter": 1})

        assert [*newest.beginning("shel")] == ["shelf", "shelter"]
        assert [first, *before] == ["shelter"]
