"""Every address of the desk, asked by a stranger to it and by each role: let in, or refused.

An address without a rule in `who_may.py` fails. Who may not do a thing is refused before anything
of what they sent is looked at, and so is a form of another site, whoever's browser sends it.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from statements import workflow
from statements.models import (
    Actor,
    AffectedGroup,
    Campaign,
    Citation,
    Erasure,
    Event,
    ExploitationForm,
    Instrument,
    Person,
    PreviewLink,
    Region,
    Series,
    Statement,
    Tag,
    User,
)
from statements.workflow import batches, gatherings, references
from statements.workflow.coming import previewing
from tests.admin.who_may import LIKENED, NO_PAGE, NOUNS, ROLES, rules

# What a form might hold: a refusal must come before any of it is looked at.
SENT = {
    "version": "1",
    "reason": "Because",
    "words": "shelter",
    "name": "Changed",
    "label": "Changed",
    "title": "Changed",
    "slug": "changed",
    "username": "intruder",
    "password1": "secret-of-the-cast",
    "password2": "secret-of-the-cast",
    "post": "yes",
    "confirm": "yes",
    "accept": "all",
}
# What moves with any request.
RESTLESS = {"OpenSession", "Session", "LogEntry"}

pytestmark = pytest.mark.django_db


def patterns(urls: list[Any]) -> Iterator[URLPattern]:
    for one in urls:
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns)
        else:
            yield one


def names() -> set[str]:
    included = (one for one in get_resolver().url_patterns if isinstance(one, URLResolver))
    (desk,) = (one for one in included if one.namespace == "admin")
    return {str(one.name) for one in patterns(desk.url_patterns) if one.name}


@pytest.fixture
def people(request: pytest.FixtureRequest) -> dict[str, User]:
    return {name: request.getfixturevalue(name) for name in ROLES}


@pytest.fixture
def site(
    make_draft: Any, other_contributor: User, people: dict[str, User], keeper: User
) -> dict[str, Any]:
    """One of each noun, by its name, with a statement that is public."""
    publisher = people["publisher"]
    statement = make_draft(other_contributor)
    workflow.submit(statement, by=other_contributor)
    workflow.approve(statement, by=publisher)
    workflow.publish(statement, by=publisher)
    gatherings.save(Event(slug="hearing", title="A hearing", kind="launch"), by=publisher)
    gatherings.save(Series(slug="hearings", title="Hearings"), by=publisher)
    campaign = Campaign(slug="care", title="Care", aim="Care for all")
    campaign.tag = Tag.objects.create(name="a list", slug="a-list")
    gatherings.save(campaign, by=publisher)
    for term in (AffectedGroup(), ExploitationForm()):
        term.code, term.label = "any", "Any"
        references.save_term(term, by=keeper)
    treaty = Instrument(slug="treaty", name="A treaty", kind="treaty")
    references.save_instrument(treaty, by=keeper)
    Region.objects.create(code="145", label="Western Asia")
    Person.objects.create(name="Ms. A")
    recommendations = list(statement.recommendations.all())
    Citation.objects.create(
        statement=statement, passage=recommendations[0].passage, instrument=treaty
    )
    workflow.tag(recommendations, by=publisher, add=["a list"])
    keys = [one.pk for one in recommendations]
    wanted = batches.Wanted(values={"pillar": "prosecution"})
    seen = batches.plan(keys, wanted, by=other_contributor).seen
    batches.make(keys, wanted, by=other_contributor, seen=seen)
    Erasure.objects.create(ref="0123456789", reason="Harm", by=publisher)
    rows = {noun: apps.get_model("statements", noun).objects.first() for noun in NOUNS}
    rows |= {f"another {noun}": another(noun, publisher) for noun in LIKENED}
    # As one made after its publication, of changes that are not public yet.
    link = PreviewLink(statement=statement, for_whom="Anybody", by=publisher)
    link.made_at = timezone.now()
    link.until = link.made_at + previewing.LASTS
    link.save()
    return {**rows, "user": other_contributor, "link": link}


def another(noun: str, publisher: User) -> Any:
    """Return one more of a noun, to be compared with the first."""
    others: dict[str, tuple[Any, Any]] = {
        "statement": (workflow.create, Statement(title="Another", text="Other words.")),
        "event": (gatherings.save, Event(slug="other", title="Other", kind="launch")),
        "actor": (references.save_actor, Actor(slug="other", name="Other", kind="business")),
        "person": (references.save_person, Person(name="Ms. B")),
    }
    save, one = others[noun]
    save(one, by=publisher)
    return one


def is_refused(answer: Any) -> bool:
    to_log_in = answer.headers.get("Location", "").startswith("/admin/login/")
    return to_log_in or answer.status_code in {403, 405}


def is_let_in(answer: Any) -> bool:
    return not is_refused(answer) and answer.status_code in {200, 302}


def seat(name: str, people: dict[str, User], **options: Any) -> Client:
    client = Client(**options)
    if name in people:
        client.force_login(people[name])
    return client


def everything() -> dict[str, list[Any]]:
    """Return all rows of all tables, but for those that move with any request."""
    models = (model for model in apps.get_models() if model.__name__ not in RESTLESS)
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values()) for model in models
    }


class EveryAdminAddressTests:
    def test_has_a_rule(self, site):
        known = {name for name, _address, _read, _send in rules(site)}

        assert names() - NO_PAGE == known

    @pytest.mark.parametrize("role", ["anonymous", *ROLES])
    def test_is_read_by_exactly_these(self, role, site, people):
        client = seat(role, people)
        # Let in to the log-in, who is logged in already is sent on.
        answers = {address: client.get(address) for _name, address, _read, _send in rules(site)}

        let_in = {address for address, answer in answers.items() if is_let_in(answer)}
        assert let_in == {address for _name, address, read, _send in rules(site) if role in read}
        assert all(is_refused(answers[address]) for address in answers.keys() - let_in)

    @pytest.mark.parametrize("role", ["anonymous", *ROLES])
    def test_takes_forms_from_exactly_these(self, role, site, people):
        taken = set()
        for _name, address, _read, _send in rules(site):
            answer = seat(role, people).post(address, {})
            assert is_refused(answer) != is_let_in(answer), address
            taken |= {address} if is_let_in(answer) else set()

        assert taken == {address for _name, address, _read, send in rules(site) if role in send}

    @pytest.mark.parametrize("role", ["anonymous", *ROLES])
    def test_changes_nothing_for_others(self, role, site, people):
        client = seat(role, people)
        before = everything()

        for _name, address, _read, send in rules(site):
            if role not in send:
                assert is_refused(client.post(address, SENT)), address

        assert everything() == before

    @pytest.mark.parametrize("role", ["publisher", "administrator"])
    def test_takes_no_form_of_another_site(self, role, site, people):
        client = seat(role, people, enforce_csrf_checks=True)
        before = everything()

        for _name, address, _read, _send in rules(site):
            assert is_refused(client.post(address, SENT)), address

        assert everything() == before
