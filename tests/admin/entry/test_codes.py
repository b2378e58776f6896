"""Codes at the log-in: who is asked for one, which are right, and what they open."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.admin.filling import filled

pytestmark = pytest.mark.django_db

DESK = "/admin/statements/statement/"
ASKED = "/admin/code/?next="


@pytest.fixture
def half_in():
    """Log in with the right password; return the client and where it was led."""

    def log_in(username: str, then: str = DESK) -> tuple[Client, str]:
        client = Client()
        data = {"username": username, "password": "secret-of-the-cast", "next": then}
        answer = client.post("/admin/login/", data, follow=True)
        return client, answer.redirect_chain[-1][0]

    return log_in


class RequiredTests:
    @pytest.fixture(autouse=True)
    def _required(self, settings):
        settings.REQUIRE_CODES = True

    @pytest.mark.parametrize("role", ["publisher", "administrator"])
    def test_leads_to_the_set_up(self, request, half_in, role):
        request.getfixturevalue(role)

        _client, place = half_in(role)

        assert place.startswith("/admin/codes/set-up/")

    @pytest.mark.parametrize("role", ["contributor", "campaigner", "editor"])
    def test_is_nobody_else(self, request, half_in, role):
        request.getfixturevalue(role)

        assert half_in(role)[1] == DESK

    @pytest.mark.parametrize("path", ["/admin/", DESK, "/admin/password_change/", "/admin/jsi18n/"])
    def test_opens_nothing_before(self, publisher, half_in, path):
        client, _place = half_in("publisher")

        assert client.get(path).status_code == 302
        assert "/admin/login/" in client.get(path)["Location"]

    def test_may_turn_round(self, publisher, half_in):
        client, _place = half_in("publisher")

        client.post("/admin/logout/")

        assert "_auth_user_id" not in client.session

    def test_cannot_be_taken_off(self, publisher, half_in, telephone):
        shows = telephone(publisher)
        client, _place = half_in("publisher")
        client.post("/admin/code/", {"code": shows()})

        client.post("/admin/codes/remove/")

        assert TOTPDevice.objects.count() == 1


class NotRequiredTests:
    def test_asks_nobody(self, publisher, half_in):
        assert half_in("publisher")[1] == DESK

    def test_asks_whoever_set_them_up(self, contributor, half_in, telephone):
        telephone(contributor)

        assert half_in("contributor")[1] == f"{ASKED}{DESK}"

    def test_may_be_taken_off(self, contributor, half_in, telephone):
        shows = telephone(contributor)
        client, _place = half_in("contributor")
        client.post("/admin/code/", {"code": shows()})

        client.post("/admin/codes/remove/")

        assert not TOTPDevice.objects.exists()
        assert client.get(DESK).status_code == 200


class AskTests:
    @pytest.fixture
    def shows(self, publisher, telephone):
        return telephone(publisher)

    def test_lets_in_with_the_code_of_the_telephone(self, shows, half_in):
        client, _place = half_in("publisher")

        answer = client.post("/admin/code/", {"code": shows(), "next": DESK})

        assert answer["Location"] == DESK
        assert client.get(DESK).status_code == 200

    def test_takes_a_code_once(self, shows, half_in):
        code = shows()
        half_in("publisher")[0].post("/admin/code/", {"code": code})
        client, _place = half_in("publisher")

        again = client.post("/admin/code/", {"code": code})

        assert "was used before" in again.content.decode()
        assert client.get(DESK).status_code == 302

    def test_takes_each_recovery_code_once(self, publisher, shows, half_in, recovery_codes):
        code = recovery_codes(publisher)[0]
        client, _place = half_in("publisher")

        first = client.post("/admin/code/", {"code": f" {code.upper()} "})
        again = half_in("publisher")[0].post("/admin/code/", {"code": code})

        assert first.status_code == 302
        assert client.get(DESK).status_code == 200
        assert again.status_code == 200

    def test_makes_wait_who_guesses(self, shows, half_in):
        client, _place = half_in("publisher")
        TOTPDevice.objects.update(
            throttling_failure_count=8, throttling_failure_timestamp=timezone.now()
        )

        answer = client.post("/admin/code/", {"code": shows()})

        assert "wait 3 minutes" in answer.content.decode()

    def test_lets_in_after_the_wait(self, shows, half_in):
        client, _place = half_in("publisher")
        TOTPDevice.objects.update(
            throttling_failure_count=3,
            throttling_failure_timestamp=timezone.now() - timedelta(seconds=5),
        )

        assert client.post("/admin/code/", {"code": shows()}).status_code == 302

    @pytest.mark.parametrize("code", ["", "12345", "١٢٣٤٥٦", "aaaa-aaaa", "<b>"])
    def test_takes_no_other_word(self, shows, half_in, code):
        client, _place = half_in("publisher")

        client.post("/admin/code/", {"code": code})

        assert client.get(DESK).status_code == 302

    def test_takes_no_code_of_somebody_else(self, shows, half_in, editor, telephone):
        telephone(editor)
        client, _place = half_in("editor")

        client.post("/admin/code/", {"code": shows()})

        assert client.get(DESK).status_code == 302

    def test_leads_to_no_other_site(self, shows, half_in):
        client, _place = half_in("publisher")

        answer = client.post("/admin/code/", {"code": shows(), "next": "https://elsewhere.example"})

        assert answer["Location"] == "/admin/"

    @pytest.mark.parametrize("page", ["", "set-up/", "recovery/", "remove/"])
    def test_comes_before_the_pages_of_codes(self, shows, half_in, page):
        client, _place = half_in("publisher")
        before = TOTPDevice.objects.get().key

        answer = client.post(f"/admin/codes/{page}")

        assert answer["Location"].startswith("/admin/code/")
        assert TOTPDevice.objects.get().key == before
        assert not StaticDevice.objects.exists()


class WordsTests:
    """What somebody typed whose session has ended is saved with name, password and code."""

    @pytest.fixture
    def send(self, client, at_desk, contributor, form_of, draft):
        data = filled(at_desk(contributor).get(form_of(draft))) | {"title": ["Typed for an hour"]}
        known = {"username": "contributor", "password": "secret-of-the-cast"}

        def post(**given: str):
            again = {f"log-in-again-{name}": value for name, value in (known | given).items()}
            return client.post(form_of(draft), data | again)

        return post

    def test_with_the_code(self, send, contributor, draft, telephone, client):
        shows = telephone(contributor)

        answer = send(code=shows())

        draft.refresh_from_db()
        assert answer.status_code == 302
        assert draft.title == "Typed for an hour"
        assert client.get(DESK).status_code == 200

    @pytest.mark.parametrize("given", [{}, {"code": ""}, {"code": "000000 "}])
    def test_not_without_it(self, send, contributor, draft, telephone, client, given):
        telephone(contributor)

        answer = send(**given)

        draft.refresh_from_db()
        assert answer.status_code == 403
        assert draft.title != "Typed for an hour"
        assert filled(answer, "log-in-again")["title"] == ["Typed for an hour"]
        assert "_auth_user_id" not in client.session


class RemoveCodesTests:
    def test_removes_both_kinds(self, publisher, telephone, recovery_codes):
        telephone(publisher)
        recovery_codes(publisher)

        call_command("remove_codes", "publisher", verbosity=0)

        assert not TOTPDevice.objects.exists()
        assert not StaticDevice.objects.exists()

    def test_names_whom_it_does_not_know(self, db):
        with pytest.raises(CommandError, match="Nobody has the user name 'nobody'"):
            call_command("remove_codes", "nobody")
