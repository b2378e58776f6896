"""All repairs of all seed texts: no passage is lost, and the public notices nothing."""

from typing import Any

import pytest
from django.core.management import call_command

from statements import workflow
from statements.models import Passage, Statement, User
from statements.text import passages
from statements.workflow.texts import repairing
from tests.seeds.test_statements import STATEMENTS

pytestmark = pytest.mark.django_db

AZERBAIJAN = "azerbaijan-security-council-trafficking-conflict-2017"


def accept_all(statement: Statement, editor: User) -> None:
    found = [one.key for one in repairing.desk(statement).open]
    workflow.repair(statement, by=editor, seen=statement.version, keys=found)
    statement.refresh_from_db()


class SeedsTests:
    def test_are_repaired_whole_and_back_without_an_orphan(self, editor, client):
        call_command("load_seeds", verbosity=0)
        shown = {one.slug: client.get(f"/statements/{one.slug}/").content for one in statements()}
        counts = {one.slug: one.passages.count() for one in statements()}
        received = {one.slug: one.text for one in statements()}
        places = passages_of_all()

        repaired = [one for one in statements() if repairing.desk(one).open]
        for one in repaired:
            accept_all(one, editor)

        assert len(repaired) == len(STATEMENTS) - 1
        for one in statements():
            held = one.passages.all()
            assert held.count() == counts[one.slug]
            assert not any(passage.orphaned for passage in held)
            for passage in held:
                again = passages.anchor(one.text, passage.start, passage.end)
                assert again == passage.selector()
            assert repairing.desk(one).open == ()
            assert client.get(f"/statements/{one.slug}/").content == shown[one.slug]
        spoken = Statement.objects.get(slug=AZERBAIJAN)
        assert "(S/2017/198, annex).\n\nWe are also grateful to Secretary-General" in spoken.text
        assert "is a serious abuse of human rights, while certain acts" in spoken.text
        assert spoken.citations.get(instrument__slug="s-2017-198").passage.exact == "S/2017/198"
        assert "S/2017/l98" in str(spoken.source_document and spoken.source_document.text)

        for one in repaired:
            pks = [row.pk for row in repairing.desk(one).accepted]
            workflow.undo_repairs(one, by=editor, seen=one.version, pks=pks)

        assert {one.slug: one.text for one in statements()} == received
        assert passages_of_all() == places


def statements() -> list[Statement]:
    return list(Statement.objects.order_by("pk"))


def passages_of_all() -> list[Any]:
    return list(Passage.objects.order_by("pk").values())
