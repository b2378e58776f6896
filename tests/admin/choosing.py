"""Go the way of who changes many recommendations: choose in the list, see, make."""

import re

from statements.models import Recommendation
from tests.admin.filling import filled

LIST = "/admin/statements/recommendation/"
MANY = "/admin/statements/recommendation/many/"


def keys(*statements):
    found = Recommendation.objects.filter(statement__in=statements).order_by("pk")
    return [str(pk) for pk in found.values_list("pk", flat=True)]


def begin(client, *statements, **more):
    """Choose recommendations in the list, as its action does."""
    data = {"action": "change_many", "_selected_action": keys(*statements), **more}
    return client.post(LIST, data)


def asked(page):
    """Return what a browser would send of the form on which one chooses."""
    return filled(page, "many_form")


def previewed(client, page, **choice):
    return client.post(MANY, asked(page) | {"_preview": "1"} | choice)


def again(page):
    """Return the hidden fields of a preview."""
    fields = re.findall(
        r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.content.decode()
    )
    return {name: value for name, value in fields if name != "csrfmiddlewaretoken"}


def make(client, *statements, **choice):
    """Go the whole way: choose, see, make."""
    seen = previewed(client, begin(client, *statements), **choice)
    return client.post(MANY, again(seen) | {"_make": "1"})


def said(page):
    text = re.sub(r"<[^>]+>", " ", page.content.decode())
    return " ".join(text.split())
