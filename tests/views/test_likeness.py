"""What a page shows beside a record: others like it."""

import pytest

from statements.views import likeness


@pytest.mark.django_db
class RecommendationsTests:
    def test_knows_none_like_one_that_has_just_been_withdrawn(self):
        assert likeness.recommendations("gone-since-the-page-was-asked-for") == ()
