"""What a typed value stands for among the names of the catalogue."""

import pytest

from statements.catalogue import store
from statements.catalogue.search.typed.values import Values
from tests.catalogue import build

pytestmark = pytest.mark.django_db

VALUES = Values(frozenset({"by", "to", "actor", "country"}), {})


@pytest.fixture(autouse=True)
def named() -> None:
    """Two countries, the State of one, and bodies that are called nearly as these."""
    store.put(build.term("country", "au", label="Australia"))
    store.put(build.term("country", "vn", label="Viet Nam"))
    store.put(build.actor("australia", kind="state", name="Australia", country="au"))
    store.put(build.actor("african-union", name="African Union", short_name="AU"))
    store.put(build.actor("nam", name="Non-Aligned Movement", short_name="NAM"))


class WhoTests:
    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("Australia", "au"),
            ("African Union", "slug-african-union"),
            # By its exact name before a country that has the word.
            ("NAM", "slug-nam"),
            ("viet nam", "vn"),
            ("viet", "vn"),
            ("aligned", "slug-nam"),
        ],
    )
    def test_is_who_is_called_so(self, typed, found):
        assert VALUES.find("by", typed, loosely=True) == (("by", found),)

    def test_is_nobody_where_a_country_and_a_body_are_called_so(self):
        for loosely in (False, True):
            assert VALUES.find("to", "AU", loosely=loosely) == ()

    def test_is_nobody_by_a_part_of_a_name_where_that_is_not_asked(self):
        assert VALUES.find("by", "viet", loosely=False) == ()
