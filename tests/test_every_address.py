"""Every address of the site, with things in place that must not be seen there.

A never-published draft, unpublished edits of something live, and something withdrawn all
carry the same secret word. A visitor's request may read tables of the catalogue alone.
An address this file does not know fails.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from statements import workflow
from statements.models import Actor, Campaign, Event, Person, Statement, Tag, User, Voice
from statements.workflow import gatherings, references
from tests.cast import DATA, SHELTER, recommend

SECRET = "Xanadu"
SLUG = SECRET.lower()
TABLE = re.compile(r'\b(?:FROM|JOIN|INTO|UPDATE)\s+"?([A-Za-z_]\w*)"?', re.IGNORECASE)

pytestmark = pytest.mark.django_db


class Refused(AssertionError):
    """A visitor's request asked a table that is not the catalogue's."""


def only_the_catalogue(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    outside = {table for table in TABLE.findall(sql) if not table.startswith("catalogue_")}
    if outside:
        raise Refused(f"{sorted(outside)} in: {sql}")
    return execute(sql, *rest)


@pytest.fixture
def never_public(contributor: User, publisher: User, council: Actor) -> Statement:
    """A draft about to be published, with an actor, a person, an event and a tag of its own."""
    host = Actor(slug=f"{SLUG}-actor", kind="civil_society", name=f"{SECRET} House")
    references.save_actor(host, by=publisher)
    event = Event(slug=f"{SLUG}-event", title=f"{SECRET} meeting", kind="launch", host=host)
    gatherings.save(event, by=publisher)
    text = f"{SECRET} speaks. The {SECRET} house should be kept secret."
    draft = Statement(title=f"{SECRET} draft", slug=f"{SLUG}-draft", text=text, event=event)
    draft.delivered_on, draft.delivered_precision = "2026-01-02", "day"
    workflow.create(draft, by=contributor)
    who = Person.objects.create(name=f"{SECRET} Person")
    Voice.objects.create(statement=draft, actor=host, person=who, name=f"{SECRET} Person")
    one = recommend(draft, f"The {SECRET} house should be kept secret.", addressees=[host])
    workflow.tag([one], by=contributor, add=[f"{SECRET} tag"])
    campaign = Campaign(slug=f"{SLUG}-campaign", title=f"{SECRET} campaign", aim=SECRET)
    campaign.tag = Tag.objects.get(name=f"{SECRET} tag")
    gatherings.save(campaign, by=publisher)
    return draft


@pytest.fixture
def edited(live: Statement, contributor: User, campaigner: User) -> Statement:
    """A live statement whose working copy says something new, with an internal tag."""
    live.title = f"{SECRET} title"
    live.text = f"{SECRET} edit. " + live.text
    live.source_note = SECRET
    workflow.edit(live, by=contributor, seen=live.version)
    Voice.objects.create(statement=live, name=f"{SECRET} voice")
    recommend(live, f"{SECRET} edit.")
    Tag.objects.create(name=f"{SECRET} worklist", internal=True)
    published = live.recommendations.filter(passage__exact__in=[SHELTER, DATA])
    workflow.tag(published, by=campaigner, add=[f"{SECRET} worklist", "shelter for all"])
    return live


@pytest.fixture
def withdrawn(contributor: User, publisher: User, draft: Statement) -> Statement:
    """A statement, its actor and its event, all once public."""
    actor = Actor(slug=f"{SLUG}-gone", kind="business", name=f"{SECRET} Company")
    references.save_actor(actor, by=publisher)
    event = Event(slug=f"{SLUG}-was", title=f"{SECRET} was here", kind="launch")
    gatherings.save(event, by=publisher)
    gone = Statement(title=f"{SECRET} gone", slug=f"{SLUG}-statement", text=f"{SECRET} said so.")
    gone.delivered_on, gone.delivered_precision, gone.event = "2026-01-02", "day", event
    workflow.create(gone, by=contributor)
    Voice.objects.create(statement=gone, actor=actor)
    gone.themes.set(draft.themes.all())
    one = recommend(gone, f"{SECRET} said so.")
    workflow.tag([one], by=contributor, add=[f"{SECRET} once"])
    workflow.submit(gone, by=contributor)
    workflow.approve(gone, by=publisher)
    workflow.publish(gone, by=publisher, with_event=True)
    workflow.withdraw(gone, by=publisher, reason="A person asked for it.")
    gatherings.withdraw(event, by=publisher, reason="A person asked for it.")
    return gone


@pytest.fixture
def site(
    edited: Statement, withdrawn: Statement, never_public: Statement, campaigner: User
) -> dict[str, Statement]:
    campaign = Campaign(slug="shelter-for-all", title="Shelter for all", aim="A bed for each.")
    campaign.tag = Tag.objects.get(name="shelter for all")
    gatherings.save(campaign, by=campaigner)
    gatherings.publish(campaign, by=campaigner)
    return {"edited": edited, "withdrawn": withdrawn, "never": never_public}


def refs(statement: Statement) -> list[str]:
    return list(statement.recommendations.values_list("ref", flat=True))


def slugs(name: str, site: dict[str, Statement]) -> list[str]:
    """Return what to put into the address of each detail page: public, secret and gone."""
    drafts = [f"{SLUG}-{what}" for what in ("draft", "actor", "event", "campaign", "tag", "once")]
    gone = [f"{SLUG}-{what}" for what in ("statement", "gone", "was", "worklist")]
    own = {
        "statement-detail": ["iraq-on-shelter"],
        "recommendation-detail": [ref for one in site.values() for ref in refs(one)],
        "event-detail": [],
        "country-detail": ["iq"],
        "theme-detail": ["shelter", "protection"],
        "actor-detail": ["security-council", "state-iq"],
        "campaign-detail": ["shelter-for-all"],
        "tag-detail": ["shelter-for-all"],
    }
    return [*own[name], *drafts, *gone, *(one.ref for one in site.values()), "nothing-at-all"]


LISTS = ("statement-list", "recommendation-list", "event-list", "actor-list")
PLAIN = (
    "home",
    "country-list",
    "theme-list",
    "campaign-list",
    "about",
    "healthz",
    "readyz",
    "sitemap",
    "robots",
    "favicon",
)
PARAMETERS = ("theme", "country", "by", "to", "actor", "event", "campaign", "tag", "kind", "year")


def patterns(urls: list[Any]) -> Iterator[URLPattern]:
    for one in urls:
        if isinstance(one, URLResolver):
            if one.namespace != "admin":
                yield from patterns(one.url_patterns)
        else:
            yield one


def addresses(site: dict[str, Statement]) -> Iterator[str]:
    for pattern in patterns(get_resolver().url_patterns):
        name = str(pattern.name)
        if name in PLAIN:
            yield reverse(name)
        elif name in LISTS:
            yield from (reverse(name) + query for query in queries())
        else:
            assert name.endswith("-detail"), f"no test knows the address {pattern}"
            yield from (reverse(name, args=[slug]) for slug in slugs(name, site))


def queries() -> Iterator[str]:
    yield from ("", "?sort=oldest", "?page=2", "?since=2017&until=2026-12", "?nonsense=1")
    for name in PARAMETERS:
        for value in (SECRET, f"{SLUG}-tag", f"{SLUG}-event", f"{SLUG}-campaign", f"{SLUG}-actor"):
            yield f"?{name}={quote(value)}"
    yield from ("?country=iq", "?theme=protection", "?tag=shelter-for-all", "?kind=speech")


def hides_the_secret(response: Any, address: str) -> bool:
    """Tell whether a secret word stands in an answer that the address itself did not hold."""
    said = response.content.decode() + repr(list(response.headers.items()))
    asked = address.rstrip("/").rsplit("/", 1)[-1]
    for own in {asked, asked.rsplit("=", 1)[-1]} - {""}:
        said = said.replace(own, "")
    return SLUG not in said.casefold()


class EveryAddressTests:
    def test_tells_no_secret_and_reads_the_catalogue_alone(self, site, client):
        seen = 0
        for address in addresses(site):
            with connection.execute_wrapper(only_the_catalogue):
                response = client.get(address)

            assert response.status_code < 500, address
            assert hides_the_secret(response, address), address
            assert not response.cookies, address
            seen += 1
        assert seen > 200

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

    def test_an_edited_text_reads_as_it_was_published(self, site, client):
        page = client.get(reverse("statement-detail", args=["iraq-on-shelter"]))

        assert "Iraq on shelter" in page.content.decode()
        assert "I thank you." in page.content.decode()

    def test_the_desk_shows_a_stranger_the_way_to_log_in_and_nothing_else(self, site):
        stranger = Client()
        for address in admin_addresses(site["never"]):
            response = stranger.get(address)

            assert response.status_code < 500, address
            assert response.status_code in {301, 302, 404} or "login" in address, address
            assert hides_the_secret(response, address), address


class GuardTests:
    """The wrapper itself must be able to fail."""

    def test_refuses_the_desk(self, draft):
        with connection.execute_wrapper(only_the_catalogue), pytest.raises(Refused):
            Statement.objects.count()

    def test_refuses_a_join_into_the_desk(self, draft):
        sql = 'SELECT 1 FROM "catalogue_record" JOIN "statements_statement" ON true'

        with pytest.raises(Refused):
            only_the_catalogue(lambda *given: None, sql)


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
