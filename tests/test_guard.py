"""The guard on what a visitor's request reads, and the look for the secret, are able to fail."""

import pytest
from django.db import connection
from django.http import HttpResponse

from statements.models import Statement
from tests.canaries import SECRET
from tests.test_every_address import Refused, hides_the_secret, only_the_catalogue

pytestmark = pytest.mark.django_db


class GuardTests:
    def test_sees_the_secret_beside_its_echo(self):
        echo = f"“{SECRET}” is not known here as a value of “theme”."

        assert hides_the_secret(HttpResponse(echo, status=400), SECRET)
        assert not hides_the_secret(HttpResponse(echo), SECRET)
        assert not hides_the_secret(HttpResponse(f"{echo} {SECRET} tag", status=400), SECRET)
        assert not hides_the_secret(HttpResponse(f"<h1>{SECRET}</h1>"), SECRET)

    def test_refuses_the_desk(self, draft):
        with connection.execute_wrapper(only_the_catalogue), pytest.raises(Refused):
            Statement.objects.count()

    def test_refuses_a_join_into_the_desk(self, draft):
        sql = 'SELECT 1 FROM "catalogue_record" JOIN "statements_statement" ON true'

        with pytest.raises(Refused):
            only_the_catalogue(lambda *given: None, sql)
