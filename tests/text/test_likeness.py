"""What is alike: texts by their words, names by their letters, addresses by what they open."""

import pytest

from statements.text import likeness

TEXT = " ".join(f"We heard story number {n} of those who were trafficked." for n in range(40))


class TextTests:
    def test_is_the_same_without_capitals_accents_and_signs(self):
        assert likeness.of_text("Every State — “should” act.") == likeness.of_text(
            "every  state should\nact"
        )
        assert likeness.of_text("Protégé") == likeness.of_text("PROTEGE")
        assert likeness.of_text("أحمد") == likeness.of_text("احمد")

    def test_that_was_changed_a_little_is_found_by_most_numbers(self):
        changed = TEXT.replace("number 7 of", "number seven, of all")

        both = likeness.of_text(TEXT) & likeness.of_text(changed)

        assert len(both) >= likeness.KEPT // 2

    def test_of_other_words_has_no_number_in_common(self):
        other = " ".join(f"The committee noted item {n} with concern." for n in range(40))

        assert not likeness.of_text(TEXT) & likeness.of_text(other)

    def test_has_as_many_numbers_however_long_it_is(self):
        assert len(likeness.of_text(TEXT * 50)) == likeness.KEPT + 1

    def test_without_a_word_is_like_nothing(self):
        assert likeness.of_text(" … — ") == frozenset()

    @pytest.mark.parametrize(
        ("one", "other", "share"),
        [(TEXT, TEXT, 1), (TEXT, "Other words altogether, nothing else.", 0), ("One.", "One!", 1)],
    )
    def test_shares_a_part_of_its_words(self, one, other, share):
        assert likeness.shared(one, other) == share

    def test_that_is_a_part_of_another_stands_in_it(self):
        assert likeness.shared(TEXT[: len(TEXT) // 2], TEXT) > 0.9


class NameTests:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Security Council", "the SECURITY council"),
            ("Ministry of Justice", "Justice Ministry"),
            ("Côte d'Ivoire", "Cote d’Ivoire"),
        ],
    )
    def test_is_the_same_in_another_order_and_dress(self, one, other):
        assert likeness.alike_names(one, other) == 1

    @pytest.mark.parametrize(
        ("one", "other"), [("Security Council", "Securty Council"), ("Maria Grazia", "Mariagrazia")]
    )
    def test_is_nearly_the_same_with_a_slip(self, one, other):
        assert likeness.alike_names(one, other) >= 0.86
        assert likeness.of_names([one]) & likeness.of_names([other])

    @pytest.mark.parametrize(
        ("one", "other"), [("Niger", "Nigeria"), ("ILO", "IMO"), ("Iran", "Iraq")]
    )
    def test_of_another_is_another(self, one, other):
        assert likeness.alike_names(one, other) < 0.86


class AddressTests:
    @pytest.mark.parametrize(
        "other",
        ["http://un.org/a/b/", "https://www.un.org/a/b", "HTTPS://UN.ORG/a/b#top"],
    )
    def test_opens_the_same(self, other):
        assert likeness.of_address("https://un.org/a/b") == likeness.of_address(other)

    def test_of_a_document_is_the_same_in_every_language(self):
        assert likeness.address_key("https://undocs.org/en/S/PV.7898") == likeness.address_key(
            "https://docs.un.org/fr/S/PV.7898"
        )

    @pytest.mark.parametrize("address", ["", "no address", "http://[", "//"])
    def test_that_opens_nothing_is_like_nothing(self, address):
        assert likeness.of_address(address) == frozenset()


class SymbolTests:
    def test_is_read_out_of_words_and_put_right(self):
        assert likeness.symbols_in("Verbatim record S/PV.7898, and S/2017/l98.") == {
            "s_pv_7898",
            "s_2017_198",
        }
