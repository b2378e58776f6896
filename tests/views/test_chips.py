"""What a list is narrowed to, as small links that take it away."""

import re

import pytest

from statements.views import lists

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_record")]


class ChipTests:
    def test_say_what_they_narrow_only_where_a_name_does_not(self):
        assert lists._said("by") == "Said by"
        assert lists._said("theme") == ""

    def test_remove_each_choice(self, client):
        page = client.get("/statements/?by=pk&theme=shelter").text

        assert re.search(r'class="chip" href="/statements/\?by=pk">.*?Remove.*?Shelter', page)
        assert re.search(
            r'class="chip" href="/statements/\?theme=shelter">.*?Said by: Pakistan', page
        )
        assert '<a class="clear" href="/statements/">' in page

    def test_say_on_which_side_of_a_date(self, client):
        page = client.get("/statements/?since=2017&until=2018-03").text

        assert (
            'href="/statements/?until=2018-03"><span class="hidden">Remove </span>Since 2017<'
            in page
        )
        assert (
            'href="/statements/?since=2017"><span class="hidden">Remove </span>Until 2018-03<'
            in page
        )
