"""A name withheld after publication is told nobody any more, but those who may withhold it."""

import pytest

from statements import workflow
from statements.models import Publication

NAME = "Trafficking is a crime"


@pytest.fixture
def since(live, publisher):
    workflow.withhold(live, by=publisher, words=NAME, reason="It tells who she is.")
    live.refresh_from_db()
    return live


def pages(statement):
    first = Publication.objects.about("statement", statement.ref).earliest("pk")
    return (
        f"/admin/statements/statement/{statement.pk}/as-received/",
        f"/admin/statements/publication/{first.pk}/change/",
    )


class WithheldSinceTests:
    @pytest.mark.parametrize("role", ["contributor", "campaigner"])
    def test_is_not_told_on_earlier_versions(self, at_desk, since, role, request):
        client = at_desk(request.getfixturevalue(role))

        for page in pages(since):
            answer = client.get(page)
            assert answer.status_code == 200
            assert NAME not in answer.content.decode(), page

    @pytest.mark.parametrize("role", ["editor", "publisher", "administrator"])
    def test_is_told_to_who_may_withhold_or_erase(self, at_desk, since, role, request):
        client = at_desk(request.getfixturevalue(role))

        assert all(NAME in client.get(page).content.decode() for page in pages(since))

    @pytest.mark.parametrize("address", ["", "?version=1", "?earlier=1"])
    def test_is_in_no_public_answer(self, since, client, address):
        answer = client.get(f"/statements/{since.slug}/{address}")

        assert NAME not in answer.content.decode()
