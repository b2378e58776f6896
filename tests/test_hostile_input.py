"""Strings that break naive sites: in addresses, in parameters, in what staff type."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.templatetags.static import static
from django.urls import reverse

from statements import workflow
from statements.catalogue import store
from statements.models import Statement, Tag, Voice
from statements.workflow import editing
from tests.cast import recommend

pytestmark = pytest.mark.django_db

LIST = Path(__file__).parent / "naughty.json"
SHARED = Path(settings.BASE_DIR).parent / "shared" / "naughty" / "blns.json"
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,80}")


def own() -> list[str]:
    """Return the strings of the project's own list, family by family, and a very long one."""
    families = json.loads(LIST.read_text("utf-8"))
    return [*(text for family in families.values() for text in family), "a" * 5000]


def shared() -> list[str]:
    """Return what a longer list, collected by others, adds where it lies beside the checkout."""
    if not SHARED.exists():
        return []
    return [text for text in json.loads(SHARED.read_text("utf-8")) if text]


OWN = own()
NAUGHTY = list(dict.fromkeys(OWN + shared()))
SCRIPT, IMAGE = "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'


def typed(text: str, length: int = 10_000) -> str:
    """Return a text as a field of a form gives it: no NUL, white space as single spaces."""
    return " ".join(text.replace("\x00", "").split())[:length].strip()


OWN_SCRIPTS = [
    static(f"statements/js/{name}.js") for name in ("suggest", "lists", "reading", "selecting")
]


class Tags(HTMLParser):
    """Collect the elements of a page and the attributes that could run a script."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        running = [name for name, _value in attributes if name.startswith("on")]
        urls = [value or "" for name, value in attributes if name in {"href", "src"}]
        # The scripts of the site are files of its own, and what describes a page is data.
        is_data = ("type", "application/ld+json") in attributes and not urls
        is_own = tag == "script" and (is_data or urls in [[one] for one in OWN_SCRIPTS])
        if (tag in {"script", "iframe", "svg", "img"} and not is_own) or running:
            self.scripts.append(tag)
        self.scripts += [url for url in urls if url.casefold().startswith("javascript:")]


class AddressTests:
    def test_are_tried_with_every_string_of_our_own(self):
        assert len(OWN) == len(set(OWN)) > 120

    @pytest.mark.skipif(not SHARED.exists(), reason="only our own list of strings is here")
    def test_are_tried_with_the_longer_list_too(self):
        assert len(NAUGHTY) > 500

    def test_no_path_breaks_the_site(self, client):
        for text in NAUGHTY:
            for before in ("/", "/statements/", "/countries/", "/recommendations/"):
                response = client.get(before + quote(text, safe="") + "/")

                assert response.status_code in {301, 400, 404}, (before, text)
                assert "//evil" not in response.headers.get("Location", "")

    @pytest.mark.parametrize(
        "name",
        ["theme", "country", "actor", "tag", "year", "since", "until", "page", "sort"],
    )
    def test_no_parameter_breaks_the_site_or_is_ignored(self, client, name):
        for text in NAUGHTY:
            response = client.get(reverse("statement-list"), {name: text})

            is_page = name == "page" and re.fullmatch("[1-9][0-9]{0,5}", text)
            assert (response.status_code == 400) is not bool(is_page), (name, text)

    def test_no_name_of_a_parameter_breaks_the_site(self, client):
        for text in NAUGHTY:
            response = client.get(reverse("statement-list") + "?" + quote(text, safe="") + "=1")

            assert response.status_code in {301, 400}, text

    @pytest.mark.parametrize("name", ["statement-list", "recommendation-list", "event-list"])
    @pytest.mark.parametrize("date", ["0001", "0001-01-01", "9999", "9999-12", "9999-12-31"])
    def test_the_first_and_the_last_date_there_is_can_be_asked_for(self, client, name, date):
        answers = [client.get(reverse(name), {bound: date}) for bound in ("since", "until")]

        assert [answer.status_code for answer in answers] == [200, 200]


TAGS = [
    "é",
    "保护",
    "حماية",
    "!!!",
    "x" * 100,
    "é" * 100,
    "保" * 100,
    # For SQLite, asked for a tag whatever its capitals, no-characters are all the same.
    *(name for text in OWN if (name := typed(text, 100)) not in {"", "\ufffe", "\uffff"}),
]


class TagTests:
    """Tags are free words, and their addresses are made from them."""

    def test_of_any_name_have_a_page_and_break_none(self, client, live, campaigner):
        one = live.recommendations.first()
        names = list({name.casefold(): name for name in TAGS}.values())
        workflow.tag([one], by=campaigner, add=names)

        tags = {tag.name: tag.slug for tag in Tag.objects.all()}
        shown = store.get("recommendation", one.ref).live.tags

        assert set(names) <= set(tags)
        assert sorted(shown) == sorted(tags.values())
        assert [slug for slug in tags.values() if not SLUG.fullmatch(slug)] == []
        for address in (
            reverse("statement-detail", args=[live.slug]),
            reverse("recommendation-detail", args=[one.ref]),
            reverse("recommendation-list"),
            reverse("home"),
            reverse("sitemap"),
        ):
            assert client.get(address).status_code == 200, address

    @pytest.mark.parametrize("name", ["é", "保护", "حماية", "!!!", "<b>", "x" * 100, "é" * 100])
    def test_are_shown_as_they_were_typed(self, client, live, campaigner, name):
        one = live.recommendations.first()
        workflow.tag([one], by=campaigner, add=[name])
        slug = Tag.objects.get().slug

        page = client.get(reverse("tag-detail", args=[slug]))
        found = client.get(reverse("recommendation-list"), {"tag": slug})

        assert page.status_code == found.status_code == 200
        assert name in unescape(page.content.decode())
        assert "<b>" not in page.content.decode()
        assert "Give shelter" in found.content.decode()

    def test_of_one_address_get_two(self, live, campaigner):
        one = live.recommendations.first()
        workflow.tag([one], by=campaigner, add=["Été", "ete!", "ETE?", "x" * 99, "x" * 100])

        slugs = list(Tag.objects.values_list("slug", flat=True))

        assert len(set(slugs)) == len(slugs) == 5
        assert all(SLUG.fullmatch(slug) for slug in slugs)


class SlugTests:
    def test_are_made_of_any_title(self, contributor):
        for text in NAUGHTY:
            slug = editing.free_slug(text)

            assert SLUG.fullmatch(slug), text
            assert reverse("statement-detail", args=[slug])

    def test_that_staff_type_are_refused_unless_they_are_plain(self):
        for text in NAUGHTY:
            try:
                Statement(slug=text).clean_fields(exclude=[*fields_but("slug")])
            except ValidationError:
                continue
            assert SLUG.fullmatch(text), text


def fields_but(name: str) -> set[str]:
    return {field.name for field in Statement._meta.fields} - {name}


class TextTests:
    def test_is_shown_as_it_was_typed_and_runs_nothing(
        self, client, contributor, publisher, shelter
    ):
        words = [typed(text) for text in NAUGHTY]
        body = "\n\n".join(f"Item {number}: {text}" for number, text in enumerate(words))
        title = f"{SCRIPT} & “title”"
        statement = Statement(title=title, text=body)
        statement.published_on, statement.published_precision = "2017-01-01", "year"
        workflow.create(statement, by=contributor)
        Voice.objects.create(statement=statement, name="<b onclick=x()>Name</b>", role=IMAGE)
        statement.themes.add(shelter)
        for number in range(len(OWN)):
            recommend(statement, f"Item {number}: {words[number]}", short_form=SCRIPT)
        for found in workflow.check(statement).findings:
            workflow.keep_words(statement, by=contributor, words=found.words, reason="Nobody's.")
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
