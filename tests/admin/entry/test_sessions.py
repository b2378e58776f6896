"""One's open sessions: told apart, ended elsewhere, dead for who is disabled."""

import time

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client

from statements.admin.entry import sessions
from statements.admin.forms.account import state_of
from statements.models.session import OpenSession

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0"
ANDROID = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"
RIGHT = {"username": "contributor", "password": "secret-of-the-cast"}

pytestmark = pytest.mark.django_db


def logged_in(agent: str) -> Client:
    client = Client(HTTP_USER_AGENT=agent)
    client.post("/admin/login/", RIGHT)
    return client


class DeviceTests:
    @pytest.mark.parametrize(
        ("agent", "expected"),
        [
            (WINDOWS, "Firefox on Windows"),
            (ANDROID, "Chrome on Android"),
            (ANDROID + " Edg/126", "Edge on Android"),
            ("Mozilla/5.0 (iPhone) Version/17.4 Safari/604.1", "Safari on iPhone"),
            ("curl/8.5", "Unknown device"),
            ("", "Unknown device"),
        ],
    )
    def test_is_said_in_plain_words(self, agent, expected):
        assert sessions.device(agent) == expected


class OwnSessionsTests:
    @pytest.fixture
    def here(self, contributor):
        return logged_in(WINDOWS)

    @pytest.fixture
    def elsewhere(self, contributor):
        return logged_in(ANDROID)

    def test_are_listed_with_this_one_marked(self, here, elsewhere):
        page = here.get("/admin/codes/")

        marks = {one.device: one.is_this for one in page.context["sessions"]}
        assert marks == {"Firefox on Windows": True, "Chrome on Android": False}

    def test_are_ended_everywhere_else(self, here, elsewhere, editor, at_desk):
        other = at_desk(editor)

        here.post("/admin/codes/end-sessions/")

        assert here.get("/admin/").status_code == 200
        assert elsewhere.get("/admin/").status_code == 302
        assert other.get("/admin/").status_code == 200

    def test_are_not_ended_by_a_link(self, here, elsewhere):
        here.get("/admin/codes/end-sessions/")

        assert elsewhere.get("/admin/").status_code == 200

    def test_are_noted_as_in_use_now_and_then(self, here, monkeypatch):
        row = OpenSession.objects.get()
        later = time.time() + 2 * sessions.EVERY
        monkeypatch.setattr(time, "time", lambda: later)

        here.get("/admin/")

        assert OpenSession.objects.get().used_at > row.used_at


class DisabledTests:
    def test_is_out_at_once_and_for_good(self, contributor):
        client = logged_in(WINDOWS)
        contributor.is_active = False
        contributor.save()

        refused = client.get("/admin/")

        assert refused.status_code == 302

    def test_sessions_are_ended_by_the_form(self, contributor, administrator, at_desk):
        client = logged_in(WINDOWS)
        form = f"/admin/statements/user/{contributor.pk}/change/"
        role = contributor.groups.get().pk

        typed = {"username": "contributor", "groups": [role], "opened": state_of(contributor)}
        saved = at_desk(administrator).post(form, typed)
        contributor.is_active = True
        contributor.save()

        assert saved.status_code == 302
        assert client.get("/admin/").status_code == 302


class OthersTests:
    def act(self, client, action, person):
        data = {"action": action, "_selected_action": [person.pk]}
        return client.post("/admin/statements/user/", data, follow=True)

    def test_are_ended_by_an_administrator(self, contributor, administrator, at_desk):
        client = logged_in(WINDOWS)

        self.act(at_desk(administrator), "end_sessions", contributor)

        assert client.get("/admin/").status_code == 302

    def test_lose_their_codes_by_an_administrator(
        self, contributor, administrator, at_desk, telephone
    ):
        telephone(contributor)

        self.act(at_desk(administrator), "remove_codes", contributor)

        assert logged_in(WINDOWS).get("/admin/").status_code == 200

    @pytest.mark.parametrize("action", ["end_sessions", "remove_codes"])
    def test_that_may_do_everything_are_left_alone(
        self, administrator, contributor, at_desk, telephone, action
    ):
        contributor.is_superuser = True
        contributor.save()
        shows = telephone(contributor)
        client = logged_in(WINDOWS)
        client.post("/admin/code/", {"code": shows()})

        self.act(at_desk(administrator), action, contributor)

        assert SESSION_KEY in client.session
        assert client.get("/admin/").status_code == 200

    @pytest.mark.parametrize("action", ["end_sessions", "remove_codes"])
    def test_are_for_administrators_alone(self, contributor, editor, at_desk, action):
        client = logged_in(WINDOWS)

        self.act(at_desk(editor), action, contributor)

        assert client.get("/admin/").status_code == 200
