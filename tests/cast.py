"""The named cast of the tests, a person for each role, and a statement ready to be published."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group

from statements import workflow
from statements.models import (
    Actor,
    Country,
    Recommendation,
    Statement,
    Theme,
    User,
    Voice,
)
from statements.text import passages
from statements.workflow import references

SHELTER = "Every State should give shelter to each victim of trafficking without conditions."
DATA = "We call on the Council to collect better data."
TEXT = f"Mr. President,\n\nTrafficking is a crime. {SHELTER}\n\n{DATA}\n\nI thank you."


def person(username: str, *groups: str) -> User:
    user = User.objects.create_user(username=username, password="secret-of-the-cast", is_staff=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


@pytest.fixture
def contributor(db: None) -> User:
    return person("contributor", "contributor")


@pytest.fixture
def other_contributor(db: None) -> User:
    return person("other-contributor", "contributor")


@pytest.fixture
def campaigner(db: None) -> User:
    return person("campaigner", "campaigner")


@pytest.fixture
def editor(db: None) -> User:
    return person("editor", "editor")


@pytest.fixture
def publisher(db: None) -> User:
    return person("publisher", "publisher")


@pytest.fixture
def administrator(db: None) -> User:
    return person("administrator", "administrator")


@pytest.fixture
def keeper(db: None) -> User:
    """Somebody who keeps actors and vocabularies both."""
    return person("keeper", "editor", "administrator")


@pytest.fixture
def stranger(db: None) -> User:
    return User.objects.create_user(username="stranger", password="secret-of-the-cast")


@pytest.fixture
def shelter(keeper: User) -> Theme:
    protection = Theme(code="protection", label="Protection")
    references.save_term(protection, by=keeper)
    theme = Theme(code="shelter", label="Shelter", parent=protection)
    references.save_term(theme, by=keeper)
    return theme


@pytest.fixture
def make_country(keeper: User) -> Callable[[str, str], Country]:
    def make(iso2: str, name: str) -> Country:
        names = {f"name_{language}": name for language in ("en", "ar", "es", "fr", "ru", "zh")}
        country = Country(iso2=iso2, iso3=f"{iso2}x", **names)
        references.save_term(country, by=keeper)
        return country

    return make


@pytest.fixture
def make_state(
    make_country: Callable[[str, str], Country], keeper: User
) -> Callable[[str, str], Actor]:
    def make(iso2: str, name: str) -> Actor:
        country = make_country(iso2, name)
        state = Actor(slug=f"state-{iso2}", kind="state", name=name, country=country)
        references.save_actor(state, by=keeper)
        return state

    return make


@pytest.fixture
def council(keeper: User) -> Actor:
    actor = Actor(slug="security-council", kind="un_organ", name="Security Council")
    references.save_actor(actor, by=keeper)
    return actor


def recommend(statement: Statement, words: str, **fields: Any) -> Recommendation:
    """Give a statement a recommendation by its words, with all that a publication needs."""
    many = {name: fields.pop(name, []) for name in ("askers", "addressees", "themes")}
    passage = workflow.anchor(statement, passages.find(statement.text, words)[0])
    one = Recommendation.objects.create(
        statement=statement, passage=passage, **{"strength": 3, **fields}
    )
    one.askers.set(many["askers"] or statement.voices.all())
    one.addressees.set(many["addressees"])
    one.themes.set(many["themes"] or statement.themes.all())
    return one


@pytest.fixture
def draft(make_draft: Callable[[User], Statement], contributor: User) -> Statement:
    """A draft of the contributor's that lacks nothing: Iraq speaks, the Council is asked."""
    return make_draft(contributor)


@pytest.fixture
def make_draft(
    shelter: Theme, council: Actor, make_state: Callable[[str, str], Actor]
) -> Callable[[User], Statement]:
    def make(author: User) -> Statement:
        return written(author, shelter, council, make_state("iq", "Iraq"))

    return make


def written(author: User, shelter: Theme, council: Actor, iraq: Actor) -> Statement:
    statement = Statement(
        title="Iraq on shelter", text=TEXT, delivered_on="2017-11-21", delivered_precision="day"
    )
    workflow.create(statement, by=author)
    voice = Voice.objects.create(statement=statement, actor=iraq, name="Ms. A")
    statement.themes.add(shelter)
    recommend(statement, SHELTER, pillar="protection", short_form="Give shelter")
    recommend(statement, DATA, pillar="partnership", addressees=[council], askers=[voice])
    statement.refresh_from_db()
    return statement


@pytest.fixture
def live(draft: Statement, contributor: User, publisher: User) -> Statement:
    """The same, published."""
    workflow.submit(draft, by=contributor)
    workflow.approve(draft, by=publisher)
    workflow.publish(draft, by=publisher)
    return draft
