"""The way back: every page of the desk names it from the desk on."""

import re

import pytest
from django.utils.html import strip_tags

DESK = "/admin/statements"


def crumbs(page):
    """Return the steps of a page's way, and the addresses of those that are links."""
    block = re.search(r'<div class="breadcrumbs">(.*?)</div>', page.content.decode(), re.DOTALL)
    assert block
    steps = [" ".join(step.split()) for step in strip_tags(block[1]).split("&rsaquo;")]
    return steps, re.findall(r'href="([^"]*)"', block[1])


class BreadcrumbsTests:
    @pytest.mark.parametrize(
        ("path", "steps"),
        [
            ("statement/", ["Statements"]),
            ("statement/add/", ["Statements", "Add statement"]),
            ("statement/{pk}/change/", ["Statements", "Iraq on shelter"]),
            ("statement/{pk}/history/", ["Statements", "Iraq on shelter", "History"]),
            ("statement/{pk}/delete/", ["Statements", "Iraq on shelter", "Delete this draft"]),
            ("statement/{pk}/move/submit/", ["Statements", "Iraq on shelter", "Submit for review"]),
        ],
    )
    def test_name_the_way_from_the_desk(self, at_desk, contributor, draft, path, steps):
        page = at_desk(contributor).get(f"{DESK}/{path}".format(pk=draft.pk))

        found, links = crumbs(page)
        assert found == ["Desk", *steps]
        ways = ["/admin/", f"{DESK}/statement/", f"{DESK}/statement/{draft.pk}/change/"]
        assert links == ways[: len(steps)]

    def test_lead_back_from_the_choice_of_what_changes(self, at_desk, contributor, draft):
        chosen = {"action": "change_many", "_selected_action": [draft.recommendations.first().pk]}

        page = at_desk(contributor).post(f"{DESK}/recommendation/", chosen)

        assert crumbs(page) == (
            ["Desk", "Recommendations", "Tag and classify"],
            ["/admin/", f"{DESK}/recommendation/"],
        )

    def test_lead_back_from_a_password(self, at_desk, administrator, editor):
        page = at_desk(administrator).get(f"{DESK}/user/{editor.pk}/password/")

        steps, links = crumbs(page)
        assert steps[:3] == ["Desk", "Users", str(editor)]
        assert links[-1] == f"{DESK}/user/{editor.pk}/change/"
