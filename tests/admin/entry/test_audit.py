"""The audit: what is written down about accounts, by whom, and what is not kept."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from statements.admin.forms.account import state_of
from statements.admin.pages import audit
from statements.models import AuditEvent
from statements.models.audit import Deed

RIGHT = {"username": "contributor", "password": "secret-of-the-cast"}
WRONG = RIGHT | {"password": "guessed-wrong"}
FIREFOX = "Mozilla/5.0 (X11; Linux) Firefox/130.0"

pytestmark = pytest.mark.django_db


def stranger() -> Client:
    return Client(REMOTE_ADDR="203.0.113.9", HTTP_USER_AGENT=FIREFOX)


def told() -> list[tuple[str, str, str]]:
    """Return what was written down, oldest first: what, whose account, by whom."""
    events = AuditEvent.objects.select_related("person", "by").order_by("pk")
    return [(one.deed, str(one.person or ""), str(one.by or "")) for one in events]


@pytest.fixture
def keeper_at_desk(administrator, at_desk) -> Client:
    client: Client = at_desk(administrator)
    # Coming in was written down too.
    AuditEvent.objects.all()._raw_delete("default")
    return client


class ComingInTests:
    def test_is_written_down_with_whence(self, contributor):
        client = stranger()

        client.post("/admin/login/", RIGHT)
        client.post("/admin/logout/")

        assert [deed for deed, _person, _by in told()] == [Deed.LOGGED_IN, Deed.LOGGED_OUT]
        event = AuditEvent.objects.latest("pk")
        assert event.person == event.by == contributor
        assert (event.address, event.device) == ("203.0.113.9", "Firefox on Linux")

    def test_wrong_passwords_are_told_with_whose_they_were(self, contributor):
        stranger().post("/admin/login/", WRONG)

        assert told() == [(Deed.WRONG_PASSWORD, "contributor", "")]

    def test_a_name_that_nobody_has_is_not_kept(self, contributor):
        """People type their password there by mistake."""
        stranger().post("/admin/login/", {"username": "hunter2!", "password": "x"})

        assert told() == [(Deed.WRONG_PASSWORD, "", "")]
        assert "hunter2!" not in str(list(AuditEvent.objects.values()))

    def test_being_locked_out_is_told_once(self, contributor):
        for _try in range(9):
            stranger().post("/admin/login/", WRONG)

        deeds = [deed for deed, _person, _by in told()]
        assert deeds.count(Deed.LOCKED) == 1
        assert deeds.count(Deed.WRONG_PASSWORD) <= 5

    def test_codes_are_told_right_and_wrong(self, publisher, telephone, settings):
        settings.REQUIRE_CODES = True
        shows = telephone(publisher)
        client = stranger()
        client.post("/admin/login/", RIGHT | {"username": "publisher"})

        client.post("/admin/code/", {"code": "000000"})
        publisher.totpdevice_set.update(throttling_failure_count=0)
        client.post("/admin/code/", {"code": shows()})

        deeds = [deed for deed, _person, _by in told()]
        assert deeds == [Deed.LOGGED_IN, Deed.WRONG_CODE, Deed.CODE_GIVEN]


class AccountTests:
    def form(self, person, *roles, **fields):
        groups = [Group.objects.get(name=role).pk for role in roles]
        held = {"username": person.username, "opened": state_of(person), "is_active": "on"}
        return {**held, "groups": groups, **fields}

    def change(self, client, person, *roles, **fields):
        address = f"/admin/statements/user/{person.pk}/change/"
        answer = client.post(address, self.form(person, *roles, **fields))
        assert answer.status_code == 302

    def test_new_roles_are_told_with_those_before(self, keeper_at_desk, contributor):
        self.change(keeper_at_desk, contributor, "contributor", "publisher")

        event = AuditEvent.objects.get()
        assert event.deed == Deed.ROLES_CHANGED
        assert (event.person, str(event.by)) == (contributor, "administrator")
        assert event.details == "contributor → contributor, publisher"

    def test_who_is_shut_out_is_told(self, keeper_at_desk, contributor):
        self.change(keeper_at_desk, contributor, "contributor", is_active="")

        event = AuditEvent.objects.get()
        assert event.deed == Deed.ACCOUNT_CHANGED
        assert event.details == "May log in: no"

    def test_an_address_is_told_without_its_letters(self, keeper_at_desk, contributor):
        self.change(keeper_at_desk, contributor, "contributor", email="a@b.example")

        assert AuditEvent.objects.get().details == "Email address"

    def test_nothing_is_told_where_nothing_changed(self, keeper_at_desk, contributor):
        self.change(keeper_at_desk, contributor, "contributor")

        assert told() == []

    def test_a_new_account_is_told_with_its_roles(self, keeper_at_desk):
        editor = Group.objects.get(name="editor").pk
        password = {"password1": "a-long-enough-one", "password2": "a-long-enough-one"}

        new = {"username": "new", "groups": [editor], **password}
        keeper_at_desk.post("/admin/statements/user/add/", new)

        event = AuditEvent.objects.get()
        assert (event.deed, str(event.person)) == (Deed.ACCOUNT_ADDED, "new")
        assert event.details == "editor"

    def test_a_password_set_by_another_is_told(self, keeper_at_desk, contributor):
        new = {"password1": "a-long-enough-one", "password2": "a-long-enough-one"}

        keeper_at_desk.post(f"/admin/statements/user/{contributor.pk}/password/", new)

        assert told() == [(Deed.PASSWORD_CHANGED, "contributor", "administrator")]

    def test_an_own_new_password_is_told(self, contributor, at_desk):
        client = at_desk(contributor)
        new = {"new_password1": "a-long-enough-one", "new_password2": "a-long-enough-one"}

        client.post("/admin/password_change/", {"old_password": "secret-of-the-cast", **new})

        assert told()[-1] == (Deed.PASSWORD_CHANGED, "contributor", "contributor")

    def test_a_password_set_by_a_link_is_told(self, contributor, settings):
        settings.SENDS_EMAIL = True
        contributor.email = "contributor@on-record.example"
        contributor.save()
        client = stranger()
        client.post("/admin/forgotten/", {"email": contributor.email})
        (link,) = (line for line in mail.outbox[0].body.split() if "/admin/forgotten/" in line)
        form = client.get("/" + link.split("/", 3)[3], follow=True).redirect_chain[-1][0]
        new = {"new_password1": "a-long-enough-one", "new_password2": "a-long-enough-one"}

        client.post(form, new)

        assert told() == [
            (Deed.RESET_ASKED, "contributor", ""),
            (Deed.PASSWORD_CHANGED, "contributor", ""),
        ]

    def test_codes_removed_by_a_command_are_told(self, contributor):
        call_command("remove_codes", "contributor", verbosity=0)

        assert told() == [(Deed.CODES_REMOVED, "contributor", "")]


class LogTests:
    def test_is_append_only(self, contributor):
        event = AuditEvent.objects.create(deed=Deed.LOGGED_IN, person=contributor)

        with pytest.raises(TypeError):
            event.save()
        with pytest.raises(TypeError):
            event.delete()
        with pytest.raises(TypeError):
            AuditEvent.objects.all().delete()


class PageTests:
    def test_tells_of_accounts_and_of_what_became_public(self, live, administrator, at_desk):
        page = at_desk(administrator).get("/admin/audit/")

        lines = [(line.what, line.about, line.who) for line in page.context["lines"]]
        assert lines == [
            ("Logged in", "administrator", "administrator"),
            ("Published", "Iraq on shelter", "publisher"),
        ]

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [
            ("publishing", ["Published"]),
            ("log-ins", ["Logged in"]),
            ("failures", ["Wrong password"]),
            ("accounts", []),
        ],
    )
    def test_shows_one_kind_alone(self, kind, expected, live, administrator, at_desk):
        stranger().post("/admin/login/", WRONG)

        page = at_desk(administrator).get("/admin/audit/", {"kind": kind})

        assert [line.what for line in page.context["lines"]] == expected

    def test_shows_one_person_alone(self, live, publisher, administrator, at_desk):
        page = at_desk(administrator).get("/admin/audit/", {"person": publisher.pk})

        assert [line.what for line in page.context["lines"]] == ["Published"]

    def test_leads_back_through_all(self, administrator, at_desk, monkeypatch):
        monkeypatch.setattr(audit, "LENGTH", 2)
        client = at_desk(administrator)
        for _number in range(4):
            AuditEvent.objects.create(deed=Deed.LOGGED_OUT, person=administrator)

        seen, query = [], ""
        while True:
            page = client.get(f"/admin/audit/{query}")
            seen += [line.at for line in page.context["lines"]]
            query = page.context["older"]
            if not query:
                break

        times = AuditEvent.objects.order_by("-at").values_list("at", flat=True)
        assert list(dict.fromkeys(seen)) == list(times)

    def test_costs_the_same_with_many_lines(
        self, live, administrator, at_desk, django_assert_num_queries
    ):
        client = at_desk(administrator)
        for _number in range(50):
            AuditEvent.objects.create(deed=Deed.LOGGED_OUT, person=administrator)

        # Session and person, codes, rights of their own and of their roles; events, moves and
        # their statements; the people to choose from.
        with django_assert_num_queries(9):
            client.get("/admin/audit/")

    @pytest.mark.parametrize(
        "query",
        ["kind=x", "person=x", "person=999999", "before=x", "before=2026-13-01", "person=²"],
    )
    def test_leads_from_nonsense_to_all(self, query, administrator, at_desk):
        answer = at_desk(administrator).get(f"/admin/audit/?{query}")

        assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/audit/")

    def test_says_when_there_is_nothing(self, administrator, at_desk):
        early = (timezone.now() - timedelta(days=9)).isoformat()

        page = at_desk(administrator).get("/admin/audit/", {"before": early})

        assert "Nothing of this kind." in page.content.decode()

    def test_is_linked_for_administrators_alone(self, administrator, publisher, at_desk):
        assert b"/admin/audit/" in at_desk(administrator).get("/admin/").content
        assert b"/admin/audit/" not in at_desk(publisher).get("/admin/").content
