"""The cast of the tests at the desk."""

from collections.abc import Callable

import pytest
from django.test import Client

from statements.models import Statement, Theme, User
from statements.workflow import references

At = Callable[[User], Client]


@pytest.fixture
def at_desk() -> At:
    """Seat a person at the desk: return a client that is logged in."""

    def seat(person: User) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return seat


@pytest.fixture
def form_of() -> Callable[[Statement], str]:
    return lambda statement: f"/admin/statements/statement/{statement.pk}/change/"


@pytest.fixture
def data(keeper):
    theme = Theme(code="data", label="Data collection")
    references.save_term(theme, by=keeper)
    return theme
