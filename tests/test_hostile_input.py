"""Strings that break naive sites: in addresses, in parameters, in what staff type."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.urls import reverse

from statements import workflow
from statements.models import Statement, Voice
from tests.cast import recommend

pytestmark = pytest.mark.django_db

OWN = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' OR 1=1 --",
    "\x00",
    "%00",
    "../../etc/passwd",
    "//evil.example",
    "\u202etxt.exe",
    "𝕿𝖍𝖊 🏳️‍🌈 ﷽",
    "{{ settings.SECRET_KEY }}",
    "{% include 'x' %}",
    "$(id)",
    "a" * 5000,
    "٤٢",
    "９９",
    "١",
    "\ud7ff\ue000",
    "=cmd|' /C calc'!A0",
]
SHARED = Path(settings.BASE_DIR).parent / "shared" / "naughty" / "blns.json"


def shared() -> list[str]:
    if not SHARED.exists():
        return []
    return [text for text in json.loads(SHARED.read_text("utf-8")) if text]


NAUGHTY = OWN + shared()


class Tags(HTMLParser):
    """Collect the elements of a page and the attributes that could run a script."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        running = [name for name, _value in attributes if name.startswith("on")]
        urls = [value or "" for name, value in attributes if name in {"href", "src"}]
        if tag in {"script", "iframe", "svg", "img"} or running:
            self.scripts.append(tag)
        self.scripts += [url for url in urls if url.casefold().startswith("javascript:")]


class AddressTests:
    @pytest.mark.skipif(not SHARED.exists(), reason="the list of hostile strings is not here")
    def test_the_shared_list_is_read(self):
        assert len(NAUGHTY) > 500

    def test_no_path_breaks_the_site(self, client):
        for text in NAUGHTY:
            for before in ("/", "/statements/", "/countries/", "/recommendations/"):
                response = client.get(before + quote(text, safe="") + "/")

                assert response.status_code in {301, 400, 404}, (before, text)
                assert "//evil" not in response.headers.get("Location", "")

    @pytest.mark.parametrize("name", ["theme", "country", "actor", "year", "since", "page", "sort"])
    def test_no_parameter_breaks_the_site_or_is_ignored(self, client, name):
        for text in NAUGHTY:
            response = client.get(reverse("statement-list"), {name: text})

            is_page = name == "page" and re.fullmatch("[1-9][0-9]{0,5}", text)
            assert (response.status_code == 400) is not bool(is_page), (name, text)

    def test_no_name_of_a_parameter_breaks_the_site(self, client):
        for text in NAUGHTY:
            response = client.get(reverse("statement-list") + "?" + quote(text, safe="") + "=1")

            assert response.status_code in {301, 400}, text


class TextTests:
    def test_is_shown_as_it_was_typed_and_runs_nothing(
        self, client, contributor, publisher, shelter
    ):
        words = [" ".join(text.replace("\x00", "").split()) for text in NAUGHTY]
        body = "\n\n".join(f"Item {number}: {text}" for number, text in enumerate(words))
        title = "<script>alert(1)</script> & “title”"
        statement = Statement(title=title, text=body)
        statement.published_on, statement.published_precision = "2017-01-01", "year"
        workflow.create(statement, by=contributor)
        Voice.objects.create(statement=statement, name="<b onclick=x()>Name</b>", role=OWN[1])
        statement.themes.add(shelter)
        for number in range(12):
            recommend(statement, f"Item {number}: {words[number]}", short_form=OWN[0])
        workflow.submit(statement, by=contributor)
        workflow.approve(statement, by=publisher)
        workflow.publish(statement, by=publisher)

        for address in (
            reverse("statement-detail", args=[statement.slug]),
            reverse("statement-list"),
            reverse("recommendation-list"),
            reverse("home"),
        ):
            page = client.get(address)
            tags = Tags()
            tags.feed(page.content.decode())
            assert page.status_code == 200
            assert tags.scripts == [], address
        page = client.get(reverse("statement-detail", args=[statement.slug]))
        assert "alert(1)" in unescape(page.content.decode())
