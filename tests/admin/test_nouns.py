"""Events, campaigns, actors, terms, tags, people and the log."""

from typing import Any

import pytest
from django.contrib.auth.models import Group

from statements import workflow
from statements.admin.user import ROLES
from statements.catalogue import store
from statements.models import Actor, Theme, User
from tests.admin.filling import filled


class ActorTests:
    def test_that_is_public_follows_its_edit_at_once(self, at_desk, editor, live):
        iraq = Actor.objects.get(slug="state-iq")
        client = at_desk(editor)
        address = f"/admin/statements/actor/{iraq.pk}/change/"
        data = filled(client.get(address), "actor_form") | {"short_name": ["IQ"]}

        client.post(address, data)

        record: Any = store.get("actor", "state-iq").record
        assert record.short_name == "IQ"

    def test_is_found_by_the_names_that_are_added(self, at_desk, editor, live):
        iraq = Actor.objects.get(slug="state-iq")
        client = at_desk(editor)
        address = f"/admin/statements/actor/{iraq.pk}/change/"
        data = filled(client.get(address), "actor_form")
        added = {"aliases-TOTAL_FORMS": ["1"], "aliases-0-name": ["Government of Iraq"]}

        client.post(address, data | added)

        record: Any = store.get("actor", "state-iq").record
        assert record.also == ("Government of Iraq",)


class TermTests:
    def test_is_changed_by_administrators_alone(self, at_desk, administrator, editor, shelter):
        address = f"/admin/statements/theme/{shelter.pk}/change/"
        client = at_desk(administrator)
        data = filled(client.get(address), "theme_form") | {"label": ["Safe shelter"]}

        refused = at_desk(editor).post(address, data)
        client.post(address, data)

        assert refused.status_code == 403
        assert Theme.objects.get(pk=shelter.pk).label == "Safe shelter"

    def test_is_found_by_the_synonyms_that_are_added(self, at_desk, administrator, shelter):
        address = f"/admin/statements/theme/{shelter.pk}/change/"
        client = at_desk(administrator)
        data = filled(client.get(address), "theme_form")
        added = {"synonyms-TOTAL_FORMS": ["1"], "synonyms-0-name": ["safe houses"]}

        client.post(address, data | added)

        assert store.get("term", "theme/shelter").record.also == ("safe houses",)

    def test_keeps_its_code_for_life(self, at_desk, administrator, shelter):
        address = f"/admin/statements/theme/{shelter.pk}/change/"

        page = at_desk(administrator).get(address).content.decode()

        assert 'name="code"' not in page

    def test_says_how_its_code_is_written(self, at_desk, administrator):
        client = at_desk(administrator)
        address = "/admin/statements/theme/add/"
        data = filled(client.get(address), "theme_form")

        answer = client.post(address, data | {"label": ["Safe homes"], "code": ["safe homes"]})

        assert "Only letters of English, digits" in answer.content.decode()
        assert not Theme.objects.filter(label="Safe homes").exists()

    def test_takes_its_code_from_its_label(self, at_desk, administrator, shelter):
        client = at_desk(administrator)

        added, changed = (
            client.get(f"/admin/statements/theme/{page}/").content.decode()
            for page in ("add", f"{shelter.pk}/change")
        )

        assert 'data-prepopulated-fields="[{' in added
        assert 'data-prepopulated-fields="[{' not in changed

    def test_is_not_offered_once_it_is_retired(self, at_desk, contributor, shelter):
        client = at_desk(contributor)
        asked = {"app_label": "statements", "model_name": "statement", "field_name": "themes"}
        Theme.objects.filter(pk=shelter.pk).update(retired=True)

        offered = client.get("/admin/autocomplete/", {**asked, "term": "shelter"}).json()

        assert offered["results"] == []


class PeopleTests:
    ADD = "/admin/statements/user/add/"

    def test_are_added_with_roles_by_an_administrator(self, at_desk, administrator):
        client = at_desk(administrator)
        data = filled(client.get(self.ADD), "user_form")
        editors = Group.objects.get(name="editor")
        password = {"password1": ["horse-staple-7"], "password2": ["horse-staple-7"]}

        client.post(self.ADD, data | password | {"username": ["new"], "groups": [str(editors.pk)]})

        person = User.objects.get(username="new")
        assert person.is_staff
        assert person.has_perm("statements.change_any_statement")

    def test_are_offered_their_roles_from_the_least_to_the_most(self, at_desk, administrator):
        field = at_desk(administrator).get(self.ADD).context["adminform"].form["groups"]

        assert [str(label) for _value, label in field.field.choices] == [*map(str, ROLES.values())]

    def test_are_not_added_without_a_role(self, at_desk, administrator):
        client = at_desk(administrator)
        page = client.get(self.ADD)
        password = {"password1": ["horse-staple-7"], "password2": ["horse-staple-7"]}

        answer = client.post(
            self.ADD, filled(page, "user_form") | password | {"username": ["amina"]}
        )

        assert "Publisher: an editor who also approves" in page.content.decode()
        assert "authentication" not in page.content.decode()
        assert "Tick at least one role." in answer.content.decode()
        assert not User.objects.filter(username="amina").exists()

    def test_keep_at_least_one_role(self, at_desk, administrator, editor):
        client = at_desk(administrator)
        address = f"/admin/statements/user/{editor.pk}/change/"
        data = filled(client.get(address), "user_form")
        del data["groups"]

        answer = client.post(address, data)

        assert "Tick at least one role." in answer.content.decode()
        assert editor.groups.exists()

    def test_are_shown_without_the_machinery_of_passwords(self, at_desk, administrator, editor):
        page = at_desk(administrator).get(f"/admin/statements/user/{editor.pk}/change/")

        assert f"/admin/statements/user/{editor.pk}/password/" in page.content.decode()
        assert "algorithm" not in page.content.decode()

    def test_are_disabled_in_place_of_deleted(self, at_desk, administrator, editor):
        client = at_desk(administrator)
        address = f"/admin/statements/user/{editor.pk}/change/"
        data = filled(client.get(address), "user_form")
        del data["is_active"]

        client.post(address, data)

        editor.refresh_from_db()
        assert not editor.is_active
        assert client.post(f"/admin/statements/user/{editor.pk}/delete/").status_code == 403

    def test_cannot_be_made_superusers_by_an_administrator(self, at_desk, administrator, editor):
        client = at_desk(administrator)
        address = f"/admin/statements/user/{editor.pk}/change/"
        data = filled(client.get(address), "user_form") | {"is_superuser": ["on"]}

        client.post(address, data)

        editor.refresh_from_db()
        assert not editor.is_superuser

    def test_give_no_role_to_themselves(self, at_desk, administrator):
        client = at_desk(administrator)
        address = f"/admin/statements/user/{administrator.pk}/change/"
        publishers = Group.objects.get(name="publisher")
        data = filled(client.get(address), "user_form") | {"groups": [str(publishers.pk)]}

        client.post(address, data)

        assert not administrator.groups.filter(name="publisher").exists()

    def test_get_no_hand_on_a_superusers_password(self, at_desk, administrator, admin_user):
        client = at_desk(administrator)
        address = f"/admin/statements/user/{admin_user.pk}/password/"
        password = {"password1": "horse-staple-7", "password2": "horse-staple-7"}

        answer = client.post(address, password)

        assert answer.status_code == 403

    @pytest.mark.parametrize("role", ["contributor", "campaigner", "editor", "publisher"])
    def test_are_not_seen_by_others(self, request, role, at_desk):
        client = at_desk(request.getfixturevalue(role))

        assert client.get("/admin/statements/user/").status_code == 403


class LogTests:
    @pytest.mark.parametrize("noun", ["transition", "publication", "tagchange"])
    def test_can_be_read_and_nothing_else(self, at_desk, publisher, live, noun):
        workflow.tag(live.recommendations.all(), by=publisher, add=["Shelter now"])
        client = at_desk(publisher)

        page = client.get(f"/admin/statements/{noun}/")
        first = page.context["cl"].queryset.first()
        change = client.post(f"/admin/statements/{noun}/{first.pk}/change/", {"reason": "x"})

        assert page.status_code == 200
        assert change.status_code == 403
        assert client.get(f"/admin/statements/{noun}/add/").status_code == 403

    def test_is_the_history_of_a_statement(self, at_desk, contributor, live):
        page = at_desk(contributor).get(f"/admin/statements/statement/{live.pk}/history/")

        text = page.content.decode()
        assert [word in text for word in ("Submitted for review", "Approved", "Published")] == [
            True
        ] * 3
