"""The seeds go in through the door of people, and stay as people leave them."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django.plugin import DjangoDbBlocker

from statements import workflow
from statements.catalogue import filters, select, store
from statements.catalogue.rebuild import rebuild
from statements.models import Actor, Campaign, Publication, Statement, Theme, Transition
from statements.text.passages import find
from statements.text.withholding import token
from statements.workflow import references
from tests.ingest.conftest import load_folder
from tests.standing import standing

pytestmark = pytest.mark.django_db
SEEDS = Path(settings.BASE_DIR) / "seeds"


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[str]]:
    """All seeds, loaded once for all tests; what the command said."""
    with standing(django_db_blocker, lambda: load_folder(SEEDS)) as lines:
        yield lines


def found(kind: str, **chosen: str) -> set[str]:
    selection = filters.read(kind, {name: [value] for name, value in chosen.items()})
    cards = select.select(selection, size=100).cards
    return {getattr(card, "slug", "") or card.passage.exact for card in cards}


IRAQ = "un-network-on-migration-iraq-world-day-2024"
ISLAMABAD = "unodc-regional-conference-islamabad-2017"
PAKISTAN = "pakistan-general-assembly-global-plan-appraisal-2017"
AZERBAIJAN = "azerbaijan-security-council-trafficking-conflict-2017"


class LoadSeedsTests:
    def test_makes_a_site_browsed_by_theme_and_country(self, loaded):
        assert found("statement", by="pk") == {PAKISTAN}
        assert found("statement", country="iq") == {IRAQ, ISLAMABAD}
        assert found("statement", country="az") == {AZERBAIJAN}
        assert found("statement", country="pk") == {PAKISTAN, ISLAMABAD}
        assert found("statement", theme="shelter-and-accommodation") == {IRAQ}
        assert found("statement", theme="protection", country="pk") == {PAKISTAN}
        for campaign in Campaign.objects.all():
            assert len(found("statement", campaign=campaign.slug)) >= 2
        for path in sorted((SEEDS / "statements").glob("*.json")):
            self.check_statement(json.loads(path.read_text("utf-8")))
        assert rebuild().differences == []

    def check_statement(self, decisions):
        record = store.get("statement", decisions["slug"]).record
        source = (SEEDS / "documents" / decisions["document"]).read_bytes().decode("utf-8")
        for one in decisions.get("withheld", ()):
            source = source.replace(one["exact"], token(decisions["language"]))
        assert record.text in source
        assert {one.ref for one in record.recommendations} == {
            one["ref"] for one in decisions["recommendations"]
        }
        for one in record.recommendations:
            decided = next(d for d in decisions["recommendations"] if d["ref"] == one.ref)
            assert find(one.passage.exact, decided["exact"])
            assert record.text[one.passage.start : one.passage.end] == one.passage.exact
            assert len(one.askers) == len(decided["askers"]) > 0

    def test_changes_nothing_when_run_again(self, loaded):
        before = Publication.objects.count(), Transition.objects.count()

        lines = load_folder(SEEDS)

        assert (Publication.objects.count(), Transition.objects.count()) == before
        assert all(" 0 made,    0 changed,    0 left" in line for line in lines)

    def test_leaves_what_people_changed_and_mends_the_rest(
        self, loaded, editor, publisher, administrator
    ):
        statement = Statement.objects.get(slug=IRAQ)
        statement.title = "Edited by a person"
        workflow.edit(statement, by=editor, seen=statement.version)
        theme = Theme.objects.get(code="shelter-and-accommodation")
        theme.label = "Safe houses"
        references.save_term(theme, by=administrator)
        Actor.objects.filter(slug="unodc").update(name="Out of date")

        lines = load_folder(SEEDS)

        statement.refresh_from_db()
        theme.refresh_from_db()
        assert statement.title == "Edited by a person"
        assert theme.label == "Safe houses"
        assert Actor.objects.get(slug="unodc").name != "Out of date"
        assert [line for line in lines if line.startswith("left to people")] == [
            "left to people: theme shelter-and-accommodation: Safe houses",
            f"left to people: statement {statement.ref}: Edited by a person",
        ]

    def test_publishes_anew_what_its_files_say_now(self, loaded, tmp_path):
        seeds = Path(shutil.copytree(SEEDS, tmp_path / "seeds"))
        path = seeds / "statements" / "001_a775cdb0c731d94a.json"
        decisions = json.loads(path.read_text("utf-8"))
        gone = decisions["recommendations"].pop()
        decisions["title"] = "A better title"
        path.write_text(json.dumps(decisions), "utf-8")

        lines = load_folder(seeds)

        record = store.get("statement", IRAQ).record
        assert (record.title, record.version) == ("A better title", 2)
        with pytest.raises(store.Withdrawn):
            store.get("recommendation", gone["ref"])
        assert "statement     0 made,    1 changed,    0 left to people,    4 the same" in lines

    def test_goes_through_two_users_who_can_never_log_in(self, loaded):
        moves = Transition.objects.about("statement", Statement.objects.get(slug=IRAQ).ref)

        by = {move.verb: move.by for move in moves}

        assert by["create"].username == "seed-writer"
        assert by["approve"].username == by["publish"].username == "seed-reviewer"
        assert not by["create"].has_usable_password()
        assert not by["publish"].has_usable_password()
