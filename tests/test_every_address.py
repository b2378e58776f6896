"""Every address of the site, with things in place that must not be seen there.

A never-published draft, unpublished edits of what is live (a statement, its event, a campaign
and its tag), an internal tag, something withdrawn, words withheld before and after they were
public, and a file that was brought in all carry the same secret word. A visitor's request may
read tables of the catalogue alone. An address this file does not know fails, and so does one that
never shows its page.
"""

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from statements.charts import CHARTS
from statements.exports.formats import OF_LISTS, OF_ONE
from statements.models import Statement, Theme, User
from tests import canaries, canaries_of_files
from tests.canaries import SECRET, SLUG

# What a bracket follows is no table: of `LATERAL (SELECT … FROM …)` the inner one is looked at too.
TABLE = re.compile(
    r'\b(?:FROM|JOIN|INTO|UPDATE)\s+(?!unnest\(|LATERAL \()"?([A-Za-z_]\w*)"?', re.IGNORECASE
)

pytestmark = pytest.mark.django_db


class Refused(AssertionError):
    """A visitor's request asked a table that is not the catalogue's."""


def only_the_catalogue(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    outside = {table for table in TABLE.findall(sql) if not table.startswith("catalogue_")}
    if outside:
        raise Refused(f"{sorted(outside)} in: {sql}")
    return execute(sql, *rest)


@pytest.fixture
def site(
    draft: Statement, shelter: Theme, contributor: User, publisher: User, keeper: User
) -> dict[str, Statement]:
    canaries.vocabularies(keeper)
    canaries.public_instrument(keeper)
    never = canaries.never_public(contributor, publisher)
    edited = canaries.edited(draft, contributor, publisher)
    withdrawn = canaries.withdrawn(shelter, contributor, publisher)
    canaries.campaigned(never, edited, publisher)
    withheld = canaries.withheld(shelter, contributor, publisher)
    canaries.translated(never, shelter, contributor, publisher)
    found = {"edited": edited, "withdrawn": withdrawn, "never": never, "withheld": withheld}
    found |= canaries_of_files.brought(shelter, contributor, publisher)
    return found | {"scheduled": canaries.scheduled(shelter, contributor, publisher)}


def refs(statement: Statement) -> list[str]:
    return list(statement.recommendations.values_list("ref", flat=True))


def slugs(name: str, site: dict[str, Statement]) -> list[str]:
    """Return what to put into the address of each detail page: public, secret and gone."""
    drafts = [f"{SLUG}-{what}" for what in ("draft", "actor", "event", "campaign", "tag", "once")]
    edits = [f"{SLUG}-{what}" for what in ("new", "debate", "hunt")]
    unseen = [f"{SLUG}-{what}" for what in ("treaty", "law")]
    gone = [f"{SLUG}-{what}" for what in ("statement", "gone", "was", "worklist")]
    own = {
        "statement-detail": ["iraq-on-shelter", "heard-before", "a-slice", f"{SLUG}-doe-was-heard"],
        "recommendation-detail": [ref for one in site.values() for ref in refs(one)],
        "event-detail": ["open-debate"],
        "country-detail": ["iq"],
        "theme-detail": ["shelter", "protection"],
        "actor-detail": ["security-council", "state-iq"],
        "instrument-detail": ["the-protocol"],
        "campaign-detail": ["shelter-for-all"],
        "tag-detail": ["shelter-for-all"],
    }
    return [
        *own[name],
        *drafts,
        *edits,
        *gone,
        *unseen,
        *(one.ref for one in site.values()),
        "nothing-at-all",
    ]


LISTS = (
    *("statement-list", "recommendation-list", "event-list"),
    *("actor-list", "instrument-list", "search", "compare"),
)
PLAIN = (
    *("home", "country-list", "theme-list", "campaign-list", "search-suggestions"),
    *("about", "accessibility", "style"),
    *("healthz", "readyz", "sitemap", "robots", "favicon"),
)
# What a catalogue answers with another address; all else shows its page.
ELSEWHERE = {"favicon"}
PARAMETERS = (
    *("theme", "group", "form", "country", "by", "to", "pillar", "kind", "actor", "event"),
    *("instrument", "campaign", "tag", "language", "year", "since", "until", "sort", "page"),
)
VALUES = (
    SECRET,
    *(f"{SLUG}-{what}" for what in ("draft", "tag", "event", "campaign", "actor")),
    *(f"{SLUG}-{what}" for what in ("new", "debate", "hunt", "gone", "was", "worklist", "once")),
    *(f"{SLUG}-{what}" for what in ("treaty", "law")),
)


def patterns(urls: list[Any]) -> Iterator[URLPattern]:
    for one in urls:
        if isinstance(one, URLResolver):
            if one.namespace != "admin":
                yield from patterns(one.url_patterns)
        else:
            yield one


def addresses(site: dict[str, Statement]) -> Iterator[tuple[str, str, str]]:
    """Give the name of each pattern, each of its addresses, and what that one asks for."""
    for pattern in patterns(get_resolver().url_patterns):
        name = str(pattern.name)
        if name in PLAIN:
            yield name, reverse(name), ""
        elif name.endswith("-export"):
            for last in CHARTS if name == "chart-export" else OF_LISTS:
                address = reverse(name, args=[last])
                yield from ((name, address + query, asked) for query, asked in queries())
        elif name == "statement-file":
            for slug in slugs("statement-detail", site):
                yield from ((name, reverse(name, args=[slug, one]), slug) for one in OF_ONE)
        elif name in LISTS:
            yield from ((name, reverse(name) + query, asked) for query, asked in queries())
        else:
            assert name.endswith("-detail"), f"no test knows the address {pattern}"
            yield from ((name, reverse(name, args=[slug]), slug) for slug in slugs(name, site))


def queries() -> Iterator[tuple[str, str]]:
    """Give queries, each with what it asks for."""
    for query in ("", "?sort=oldest", "?page=2", "?since=2017&until=2026-12", "?nonsense=1"):
        yield query, ""
    for name in PARAMETERS:
        for value in VALUES:
            yield f"?{name}={quote(value)}", value
    for query in ("?country=iq", "?theme=protection", "?tag=shelter-for-all", "?kind=speech"):
        yield query, ""
    for query in ("?event=open-debate", "?campaign=shelter-for-all"):
        yield query, ""


def hides_the_secret(response: Any, asked: str = "") -> bool:
    """Tell whether an answer keeps the secret; only a refusal may repeat what was asked for."""
    said = response.getvalue().decode() + repr(list(response.headers.items()))
    if response.status_code == 400:
        said = said.replace(f"“{escape(asked)}” is not known here as a value of", "", 1)
    return SLUG not in said.casefold()


class EveryAddressTests:
    def test_tells_no_secret_and_reads_the_catalogue_alone(self, site, client):
        answers: dict[str, set[int]] = {}
        for name, address, asked in addresses(site):
            with connection.execute_wrapper(only_the_catalogue):
                response = client.get(address)
                # A file is read from the catalogue while it is sent.
                hides = hides_the_secret(response, asked)

            assert response.status_code < 500, address
            assert hides, address
            assert not response.cookies, address
            answers.setdefault(name, set()).add(response.status_code)

        # What never shows its page has not been looked at.
        assert {name for name, codes in answers.items() if 200 not in codes} == ELSEWHERE

    def test_a_draft_is_as_unknown_as_nonsense(self, site, client):
        for pattern in patterns(get_resolver().url_patterns):
            name = str(pattern.name)
            if name.endswith("-detail"):
                draft = client.get(reverse(name, args=[f"{SLUG}-draft"]))
                nonsense = client.get(reverse(name, args=["nonsense-draft"]))

                assert draft.status_code == nonsense.status_code == 404
                assert draft.content.decode().replace(SLUG, "nonsense") == nonsense.content.decode()

    def test_a_withdrawn_text_is_gone_with_its_reason(self, site, client):
        gone = site["withdrawn"]
        held = [
            reverse("statement-detail", args=[gone.slug]),
            *(reverse("recommendation-detail", args=[ref]) for ref in refs(gone)),
            reverse("event-detail", args=[f"{SLUG}-was"]),
        ]

        answers = [client.get(address) for address in held]

        assert [answer.status_code for answer in answers] == [410] * 3
        assert all("A person asked for it." in answer.content.decode() for answer in answers)

    def test_a_withheld_name_is_replaced_where_it_stood(self, site, client):
        late = reverse("statement-detail", args=[site["withheld"].ref])
        early = reverse("statement-detail", args=["heard-before"])

        pages = [client.get(address).content.decode() for address in (early, late)]

        assert [page.count("[withheld to protect a person]</bdi>") for page in pages] == [2, 2]
        assert all("give shelter to each victim" in page for page in pages)

    def test_an_address_that_named_somebody_leads_to_one_that_does_not(self, site, client):
        answer = client.get(reverse("statement-detail", args=[f"{SLUG}-doe-was-heard"]))

        assert answer.status_code == 301
        assert answer["Location"] == reverse("statement-detail", args=[site["withheld"].ref])

    def test_an_edited_text_reads_as_it_was_published(self, site, client):
        page = client.get(reverse("statement-detail", args=["iraq-on-shelter"]))

        assert "Iraq on shelter" in page.content.decode()
        assert "Give shelter" in page.content.decode()
        assert "I thank you." in page.content.decode()

    def test_an_edited_event_reads_as_it_was_published(self, site, client):
        page = client.get(reverse("event-detail", args=["open-debate"]))

        assert "Open debate" in page.content.decode()
        assert "New York" in page.content.decode()
        assert "Iraq on shelter" in page.content.decode()

    def test_an_edited_campaign_gathers_as_it_was_published(self, site, client):
        page = client.get(reverse("campaign-detail", args=["shelter-for-all"]))

        assert "A bed for each." in page.content.decode()
        assert "Give shelter" in page.content.decode()

    def test_a_list_knows_nothing_by_a_secret_name(self, site, client):
        """Whatever the page says: what is refused for a secret is refused for nonsense."""
        for name in PARAMETERS:
            nonsense = client.get(reverse("statement-list"), {name: "nonsense-draft"})
            for value in VALUES:
                answer = client.get(reverse("statement-list"), {name: value})

                assert answer.status_code == nonsense.status_code == 400, (name, value)

    @pytest.mark.parametrize("name", ["group", "form"])
    @pytest.mark.parametrize("kind", ["statement", "recommendation"])
    def test_nothing_is_found_by_what_only_drafts_are_about(self, site, client, kind, name):
        page = client.get(reverse(f"{kind}-list"), {name: canaries.UNSPOKEN})
        every = client.get(reverse(f"{kind}-list"))

        assert page.context["results"].total == 0
        assert every.context["results"].counts.get(name, {}) == {}

    def test_a_search_for_a_secret_finds_what_a_search_for_nonsense_finds(self, site, client):
        for name in (*LISTS, "search-suggestions"):
            nonsense = client.get(reverse(name), {"q": "qqxxqq"})
            for value in VALUES:
                found = client.get(reverse(name), {"q": value})

                said = found.content.decode().replace(value, "qqxxqq")
                assert said == nonsense.content.decode(), (name, value)

    def test_the_desk_shows_a_stranger_the_way_to_log_in_and_nothing_else(self, site):
        stranger = Client()
        for address in admin_addresses(site["never"]):
            response = stranger.get(address)

            assert response.status_code < 500, address
            is_open = "login" in address or "forgotten" in address
            assert is_open or response.status_code in {301, 302, 404}
            assert hides_the_secret(response), address


def admin_addresses(draft: Statement) -> Iterator[str]:
    for pattern in _of_admin(get_resolver().url_patterns):
        route = f"/admin/{pattern}"
        yield re.sub(r"<[^>]*>", str(draft.pk), route)


def _of_admin(urls: list[Any], before: str = "", *, within: bool = False) -> Iterator[str]:
    for one in urls:
        if isinstance(one, URLResolver):
            inside = within or one.namespace == "admin"
            route = before + str(one.pattern) if within else before
            if inside:
                yield from _of_admin(one.url_patterns, route, within=True)
        elif within and "(?P" not in str(one.pattern):
            yield before + str(one.pattern)
