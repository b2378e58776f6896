"""The five seed documents are pasted, and little is left for a person to put right.

The table of corrections is printed: `pytest -s tests/admin/pages/intake/test_seeds.py`.
"""

import sys
from collections.abc import Iterator

import pytest
from django.utils.html import escape
from pytest_django.plugin import DjangoDbBlocker

from statements.choices import Public
from statements.ingest import pipeline
from statements.ingest.importers.seeds import Seeds
from statements.models import Statement
from tests.admin.filling import filled
from tests.ingest import correcting, seeded
from tests.ingest.correcting import add_missing, add_missing_calls, put_calls_right
from tests.ingest.seeded import WRITTEN, decided, still_wrong, text_of
from tests.standing import standing


@pytest.fixture(scope="module")
def _standing(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Seeds]:
    path = tmp_path_factory.mktemp("seeds")
    with standing(django_db_blocker, lambda: seeded.without_statements(path)) as made:
        yield made


@pytest.fixture
def seeds(_standing: Seeds, db: None) -> Seeds:
    return _standing


class CorrectionTests:
    def test_are_few(self, seeds):
        facts = []
        sys.stdout.write(f"\n{seeded.HEADING}")
        for stem in sorted(WRITTEN):
            received = pipeline.Received(text_of(stem))
            [statement] = pipeline.bring_in(received, by=seeds.writer)
            found = still_wrong(statement, decided(stem, seeds))
            sys.stdout.write(seeded.row(stem, found))
            here = seeded.facts(found)
            sys.stdout.writelines(f"  {one.what}: {' '.join(one.how.split())}\n" for one in here)
            facts += here

        assert len(facts) / len(WRITTEN) < seeded.FEW


class PublishingTests:
    @pytest.mark.parametrize("stem", sorted(WRITTEN))
    def test_goes_from_pasting_to_what_people_decided(
        self, stem, seeds, at_desk, editor, publisher, client
    ):
        told = decided(stem, seeds)
        desk, review = at_desk(editor), at_desk(publisher)
        pasted = desk.post("/admin/statements/statement/paste/", {"text": text_of(stem)})
        statement = Statement.objects.get()
        form = filled(desk.get(pasted.url), "proposals_form")
        correcting.put_right(form, statement, told)
        answer = desk.post(pasted.url, form | {"_keep_rest": ["1"]})
        address = f"/admin/statements/statement/{statement.pk}/"
        assert answer.url == f"{address}change/"
        for put in ((add_missing, add_missing_calls), (put_calls_right,)):
            form = filled(desk.get(answer.url))
            for right in put:
                right(form, statement, told)
            saved = desk.post(answer.url, form | {"_continue": ["1"]})
            assert saved.status_code == 302, saved.context["errors"]

        for verb, by in (("submit", desk), ("approve", review), ("publish", review)):
            statement.refresh_from_db()
            move = by.post(f"{address}move/{verb}/", {"version": statement.version, "reason": ""})
            assert move.status_code == 302, move.content.decode()

        statement.refresh_from_db()
        assert statement.public == Public.LIVE
        assert still_wrong(statement, told) == []
        page = client.get(f"/statements/{statement.slug}/").content.decode()
        assert escape(statement.title) in page
