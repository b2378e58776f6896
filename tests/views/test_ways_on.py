"""Where a list leads on to: past its filters, and to what was asked."""

from html import unescape

import pytest

pytestmark = pytest.mark.usefixtures("on_record")


class SkipTests:
    def test_lets_the_keyboard_skip_the_filters(self, client):
        page = client.get("/statements/").content.decode()

        skip = page.index('<a class="skip" href="#results">Skip the filters</a>')
        assert page.index('href="#main"') < skip
        assert skip < page.index("<form") < page.index('id="results"')

    def test_has_no_filters_to_skip_where_it_has_none(self, client):
        assert "Skip the filters" not in client.get("/campaigns/").content.decode()


class RecommendationsTests:
    @pytest.mark.parametrize(
        ("given", "query"),
        [
            ({"theme": "shelter"}, "?theme=shelter"),
            ({"pillar": "protection", "kind": "speech"}, "?pillar=protection"),
            ({"to": "iq", "until": "2017", "sort": "oldest"}, "?to=iq&until=2017&sort=oldest"),
            ({"tag": "beds", "by": "pk"}, "?by=pk&tag=beds"),
            ({"campaign": "slug-shelter-for-all"}, "?campaign=slug-shelter-for-all"),
        ],
    )
    def test_leads_where_the_same_choices_hold(self, client, given, query):
        page = unescape(client.get("/statements/", given).content.decode())

        path = f"/recommendations/{query}"
        assert f'<a href="{path}">See the recommendations themselves</a>' in page
        assert client.get(path).status_code == 200

    def test_is_not_there_where_recommendations_are_not_what_narrows(self, client):
        pages = [
            client.get(path).content.decode()
            for path in ("/statements/", "/statements/?kind=speech")
        ]

        assert [page for page in pages if "See the recommendations themselves" in page] == []
