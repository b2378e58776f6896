"""A session that ended while somebody typed: what was typed is saved after a new log-in."""

import pytest
from django.test import Client

from statements.models import Statement
from tests.admin.filling import filled

LOG_IN = {"log-in-again-username": "contributor", "log-in-again-password": "secret-of-the-cast"}


class LoggedOutTests:
    @pytest.fixture
    def page(self, client, at_desk, contributor, form_of, draft):
        """Return what somebody is answered who was logged out before they saved."""
        data = filled(at_desk(contributor).get(form_of(draft)))
        data |= {"title": ["Typed for an hour"], "text": [f"{data['text'][0]}\r\n\r\n <b>&amp;"]}
        return client.post(form_of(draft), data)

    def kept(self, page):
        return filled(page, "log-in-again")

    def test_says_so_and_keeps_what_was_typed(self, page):
        assert page.status_code == 403
        assert "not saved yet, and not lost" in page.content.decode()
        assert self.kept(page)["title"] == ["Typed for an hour"]
        assert Statement.objects.get().title != "Typed for an hour"

    def test_saves_it_with_the_log_in(self, client, page, form_of, draft):
        answer = client.post(form_of(draft), self.kept(page) | LOG_IN)

        saved = Statement.objects.get()
        assert answer.status_code == 302
        assert saved.title == "Typed for an hour"
        assert saved.text == f"{draft.text}\n\n <b>&amp;"

    def test_keeps_it_after_a_wrong_password(self, client, page, form_of, draft):
        wrong = LOG_IN | {"log-in-again-password": "wrong"}

        again = client.post(form_of(draft), self.kept(page) | wrong)

        assert again.status_code == 403
        assert "Please enter the correct" in again.content.decode()
        assert self.kept(again)["title"] == ["Typed for an hour"]
        assert "wrong" not in again.content.decode().split("</p>")[-1]

    def test_asks_who_logs_in_for_their_rights(
        self, client, page, form_of, draft, other_contributor
    ):
        other = LOG_IN | {"log-in-again-username": "other-contributor"}

        answer = client.post(form_of(draft), self.kept(page) | other)

        assert answer.status_code == 403
        assert Statement.objects.get().title == draft.title

    def test_passes_the_guard_against_forgery(self, contributor, form_of, draft):
        client = Client(enforce_csrf_checks=True)
        client.force_login(contributor)
        data = filled(client.get(form_of(draft))) | {"title": ["Typed for an hour"]}
        del client.cookies["sessionid"]

        page = client.post(form_of(draft), data)
        token = filled(page, "log-in-again")["csrfmiddlewaretoken"]
        client.post(form_of(draft), self.kept(page) | LOG_IN)

        assert token
        assert Statement.objects.get().title == "Typed for an hour"

    def test_takes_nothing_from_another_site(self, form_of, draft):
        stranger = Client(enforce_csrf_checks=True)

        answer = stranger.post(form_of(draft), {"title": "Forged"} | LOG_IN)

        assert answer.status_code == 403
        assert "Forged" not in answer.content.decode()
        assert "_auth_user_id" not in stranger.session

    def test_never_sends_a_password_back(self, client, form_of, draft):
        page = client.post(form_of(draft), {"password1": "hunter2", "title": "Kept"})

        assert "Kept" in page.content.decode()
        assert "hunter2" not in page.content.decode()

    def test_sends_who_only_reads_to_the_log_in(self, client, form_of, draft):
        assert client.get(form_of(draft)).url.startswith("/admin/login/")
