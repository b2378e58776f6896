"""The database that the tests are given."""

import pytest
from django.contrib.auth.models import Group


@pytest.mark.django_db(transaction=True)
class TestsThatCommitTests:
    @pytest.mark.parametrize("turn", ["first", "second"])
    def test_find_the_groups_that_a_migration_made(self, turn):
        """Whichever comes second would find nothing, were it not put back."""
        assert Group.objects.filter(name="publisher").exists()


class LiveServerTests:
    def test_finds_them_too(self, live_server):
        assert Group.objects.filter(name="publisher").exists()
