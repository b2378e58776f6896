"""Accounts and persons: of two saves of what both saw, the second is told of the first."""

import pytest

from statements.models import Person
from tests.admin.filling import filled


class AccountTests:
    @pytest.fixture
    def address(self, contributor):
        return f"/admin/statements/user/{contributor.pk}/change/"

    @pytest.fixture
    def overtaken(self, at_desk, administrator, contributor, address):
        """Two open an account; one gives it an address and saves; then the other saves a name."""
        client = at_desk(administrator)
        data = filled(client.get(address), "user_form")
        saved = client.post(address, data | {"email": ["new@example.org"]})
        assert saved.status_code == 302
        return client, client.post(address, data | {"first_name": ["Ada"]})

    def test_the_second_save_is_told_and_not_made(self, overtaken, contributor):
        _client, answer = overtaken
        page = answer.content.decode()

        contributor.refresh_from_db()
        assert (contributor.email, contributor.first_name) == ("new@example.org", "")
        assert "Somebody else changed this account since you opened it" in page
        assert "Email address: new@example.org" in page
        assert 'value="Ada"' in page

    def test_who_looked_saves(self, overtaken, contributor, address):
        client, answer = overtaken
        data = filled(answer, "user_form") | {"email": ["new@example.org"]}

        assert client.post(address, data).status_code == 302
        contributor.refresh_from_db()
        assert (contributor.email, contributor.first_name) == ("new@example.org", "Ada")

    def test_roles_count_too(self, at_desk, administrator, contributor, address):
        client = at_desk(administrator)
        data = filled(client.get(address), "user_form")
        contributor.groups.clear()

        answer = client.post(address, data)

        assert answer.status_code == 200
        assert not contributor.groups.exists()

    def test_a_log_in_meanwhile_is_no_change(self, at_desk, administrator, contributor, address):
        client = at_desk(administrator)
        data = filled(client.get(address), "user_form")
        at_desk(contributor).get("/admin/")

        assert client.post(address, data | {"first_name": ["Ada"]}).status_code == 302


class PersonTests:
    def test_the_second_save_is_told_and_not_made(self, at_desk, editor):
        person = Person.objects.create(name="Ms. B")
        address = f"/admin/statements/person/{person.pk}/change/"
        client = at_desk(editor)
        data = filled(client.get(address), "person_form")
        client.post(address, data | {"note": ["of Iraq"]})

        page = client.post(address, data | {"name": ["Ms. C"]}).content.decode()

        person.refresh_from_db()
        assert (person.name, person.note, person.version) == ("Ms. B", "of Iraq", 2)
        assert "Nothing of yours is lost" in page
        assert 'value="Ms. C"' in page
