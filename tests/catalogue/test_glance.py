"""The revision, read past Django's cursor."""

import pytest
from django.db import connection

from statements.catalogue import revision, store
from statements.catalogue.models import Revision
from tests.catalogue import build


class GlancedTests:
    @pytest.mark.django_db
    def test_is_what_the_cursor_reads(self):
        store.put(build.term("theme", "shelter"))

        assert revision.glanced() == revision.seen()
        assert revision.glanced().number == 1

    @pytest.mark.django_db
    def test_is_nothing_before_anything_was_published(self):
        Revision.objects.all().delete()

        assert revision.glanced() == revision.NOTHING

    @pytest.mark.django_db(transaction=True)
    @pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite loses no connection.")
    def test_is_read_over_a_new_connection_where_the_old_one_is_lost(self):
        Revision.objects.update_or_create(pk=1, defaults={"number": 7, "token": 2**63 - 1})
        before = revision.seen()

        connection.connection.close()

        assert revision.glanced() == before
        assert revision.glanced() == before

    @pytest.mark.django_db(transaction=True)
    @pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite loses no connection.")
    def test_is_read_after_the_server_ended_the_connection(self):
        Revision.objects.update_or_create(pk=1, defaults={"number": 7, "token": 2**63 - 1})
        before = revision.seen()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            lost = cursor.fetchone()[0]
        other = connection.copy()
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [lost])
        other.close()

        assert revision.glanced() == before
