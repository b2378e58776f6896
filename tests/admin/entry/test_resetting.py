"""A forgotten password: a link by e-mail, to the site's own address, good for once."""

import re

import pytest
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils import timezone

from advocacy import environment
from statements.admin.entry import resetting
from statements.models import AuditEvent
from statements.models.audit import Deed

pytestmark = pytest.mark.django_db
ASK = "/admin/forgotten/"


class WithoutEmailTests:
    def test_says_whom_to_ask(self, client, settings):
        settings.SENDS_EMAIL = False

        page = client.post(ASK, {"email": "a@example.org"}).content.decode()

        assert "Ask an administrator" in page
        assert mail.outbox == []


class WithEmailTests:
    @pytest.fixture(autouse=True)
    def _sends(self, settings, contributor):
        settings.SENDS_EMAIL = True
        contributor.email = "contributor@example.org"
        contributor.save()

    def link(self, client) -> str:
        client.post(ASK, {"email": "contributor@example.org"}, HTTP_HOST="127.0.0.1")
        found = re.search(r"http://localhost:8000(/admin/forgotten/\S+)", str(mail.outbox[0].body))
        assert found is not None
        return found[1]

    def test_sets_a_new_password_once(self, client, contributor):
        form = client.get(self.link(client), follow=True)
        place = form.redirect_chain[-1][0]
        new = {"new_password1": "four-new-words-here", "new_password2": "four-new-words-here"}

        client.post(place, new)
        again = client.get(str(mail.outbox[0].body).split("8000")[1].split()[0], follow=True)

        contributor.refresh_from_db()
        assert contributor.check_password("four-new-words-here")
        assert b"new_password1" not in again.content

    def test_says_the_same_to_a_stranger(self, client):
        known = client.post(ASK, {"email": "contributor@example.org"})
        unknown = client.post(ASK, {"email": "nobody@example.org"})

        assert known["Location"] == unknown["Location"] == "/admin/forgotten/sent/"
        assert len(mail.outbox) == 1

    def test_is_sent_three_times_an_hour_to_an_account_wherever_it_is_asked(self, client):
        answers = [
            client.post(ASK, {"email": "contributor@example.org"}, REMOTE_ADDR=f"192.0.2.{n}")
            for n in range(5)
        ]

        assert {answer["Location"] for answer in answers} == {"/admin/forgotten/sent/"}
        assert len(mail.outbox) == 3

    def test_is_sent_again_after_an_hour(self, client, contributor):
        AuditEvent.objects.bulk_create(
            AuditEvent(deed=Deed.RESET_ASKED, person=contributor) for _ in range(3)
        )
        client.post(ASK, {"email": "contributor@example.org"})
        assert mail.outbox == []
        earlier = timezone.now() - resetting.WITHIN
        update = models.QuerySet(AuditEvent).update

        update(at=earlier)
        client.post(ASK, {"email": "contributor@example.org"})

        assert len(mail.outbox) == 1

    def test_is_sent_to_nobody_once_an_address_asked_for_many(self, client):
        for n in range(resetting.MOST_FROM_ADDRESS):
            client.post(ASK, {"email": f"nobody{n}@example.org"}, REMOTE_ADDR="192.0.2.1")

        here = client.post(ASK, {"email": "contributor@example.org"}, REMOTE_ADDR="192.0.2.1")
        sent_here = len(mail.outbox)
        client.post(ASK, {"email": "contributor@example.org"}, REMOTE_ADDR="192.0.2.2")

        assert here["Location"] == "/admin/forgotten/sent/"
        assert (sent_here, len(mail.outbox)) == (0, 1)

    def test_is_offered_at_the_log_in(self, client):
        assert ASK in client.get("/admin/login/").content.decode()


class EmailUrlTests:
    @pytest.mark.parametrize(
        ("url", "port", "tls", "ssl"),
        [
            ("smtp://mail.example", 25, False, False),
            ("smtp+tls://u:p%40w@mail.example", 587, True, False),
            ("smtps://mail.example:4650", 4650, False, True),
        ],
    )
    def test_names_a_server(self, monkeypatch, url, port, tls, ssl):
        monkeypatch.setenv("EMAIL_URL", url)

        given = environment.email()

        assert (given["EMAIL_PORT"], given["EMAIL_USE_TLS"], given["EMAIL_USE_SSL"]) == (
            port,
            tls,
            ssl,
        )

    @pytest.mark.parametrize(
        "url", ["mail.example", "http://mail.example", "smtp://", "smtp://a:b"]
    )
    def test_that_is_none_stops_the_start(self, monkeypatch, url):
        monkeypatch.setenv("EMAIL_URL", url)

        with pytest.raises(ImproperlyConfigured, match="EMAIL_URL must look like"):
            environment.email()
