"""Affected groups and forms of exploitation as readers find them."""

import pytest
from django.urls import reverse

from statements.catalogue import store
from tests.catalogue import build

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_record():
    store.put(build.term("group", "children", label="Children"))
    store.put(build.term("group", "girls", "children", label="Girls"))
    store.put(build.term("form", "servitude", label="Servitude"))
    store.put(build.term("form", "domestic-servitude", "servitude", label="Domestic servitude"))
    ask = build.recommendation(
        "ask", statement="speech", groups=("girls",), forms=("domestic-servitude",)
    )
    store.put(build.statement("speech", groups=("children",), recommendations=(ask,)))
    store.put(ask)
    store.put(build.statement("other"))


@pytest.mark.parametrize(
    ("page", "slug"), [("statement-detail", "slug-speech"), ("recommendation-detail", "ask")]
)
def test_stand_on_the_page_and_lead_to_their_like(client, page, slug):
    content = client.get(reverse(page, args=[slug])).content.decode()

    assert '<a href="/statements/?group=girls">Girls</a>' in content
    assert '<a href="/statements/?form=domestic-servitude">Domestic servitude</a>' in content


@pytest.mark.parametrize("kind", ["statement", "recommendation"])
@pytest.mark.parametrize(
    ("query", "found"),
    [("group=girls", 1), ("group=children", 1), ("form=servitude", 1), ("group=children&q=no", 0)],
)
def test_narrow_a_list_with_all_that_stands_under_them(client, kind, query, found):
    page = client.get(f"{reverse(f'{kind}-list')}?{query}")

    assert page.context["results"].total == found


def test_stand_in_panels_with_their_counts(client):
    page = client.get(reverse("statement-list"))

    panels = {panel.name: panel for panel in page.context["panels"]}
    counts = [
        (choice.value, choice.n, choice.depth)
        for name in ("group", "form")
        for choice in sorted(panels[name].shown, key=lambda choice: choice.depth)
    ]
    assert counts == [
        ("children", 1, 0),
        ("girls", 1, 1),
        ("servitude", 1, 0),
        ("domestic-servitude", 1, 1),
    ]
