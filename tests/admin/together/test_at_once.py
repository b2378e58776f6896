"""Two people save one form at the same moment, through the real pages, on either database."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection, connections

from statements import workflow
from statements.models import Statement
from tests.admin.filling import filled, row

pytestmark = pytest.mark.django_db(transaction=True)

PAIRS = 10
# Seconds after which a test fails that hangs; nothing is ever waited out.
LONG = 60
WORDS = "We call on all States to act."


@pytest.fixture
def for_all() -> Iterator[Callable[[Path], None]]:
    """Let other threads use what the test's own connection holds.

    SQLite's test database is in memory, where threads lock each other out at once; so theirs is
    a copy of it in a file, with the settings of the site.
    """
    settings = connections.settings["default"]
    name = settings["NAME"]

    def share(folder: Path) -> None:
        if connection.vendor == "sqlite":
            settings["NAME"] = str(folder / "shared.sqlite3")
            with sqlite3.connect(settings["NAME"]) as copy:
                connection.connection.backup(copy)
            copy.close()

    yield share
    settings["NAME"] = name


def together(*jobs: Callable[[], Any]) -> list[Any]:
    """Do all at the same moment, each over a connection of its own; return what each gave."""
    start, given = Barrier(len(jobs)), [None] * len(jobs)

    def do(number: int, job: Callable[[], Any]) -> None:
        try:
            start.wait(LONG)
            given[number] = job()
        finally:
            connections.close_all()

    threads = [Thread(target=do, args=one, daemon=True) for one in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG)
    return given


def what_is_held(pk: int) -> tuple[Statement, list[str]]:
    held = Statement.objects.get(pk=pk)
    return held, list(held.recommendations.values_list("short_form", flat=True))


class TwoSavesTests:
    def test_have_one_winner_and_lose_no_words(
        self, at_desk, contributor, editor, form_of, for_all, tmp_path
    ):
        drafts = []
        for number in range(PAIRS):
            drafts.append(Statement(title=f"Draft {number}", text=WORDS))
            workflow.create(drafts[-1], by=contributor)
        people = {"contributor": at_desk(contributor), "editor": at_desk(editor)}
        typed = {}
        for draft in drafts:
            for name, client in people.items():
                data = filled(client.get(form_of(draft))) | {"title": [f"{draft.title} by {name}"]}
                row(data, words=WORDS, short_form=f"Short, by {name}")
                typed[draft.pk, name] = data
        for_all(tmp_path)

        def save(draft: Statement, name: str) -> Any:
            return lambda: people[name].post(form_of(draft), typed[draft.pk, name])

        outcomes = []
        for draft in drafts:
            answers = dict(
                zip(people, together(*(save(draft, name) for name in people)), strict=True)
            )
            ((held, rows),) = together(partial(what_is_held, draft.pk))
            winners = [name for name, answer in answers.items() if answer.status_code == 302]
            losers = [name for name, answer in answers.items() if answer.status_code == 200]
            assert len(winners) == len(losers) == 1
            kept = filled(answers[losers[0]])
            outcomes.append(
                held.title == f"{draft.title} by {winners[0]}"
                and held.version == 2
                and rows == [f"Short, by {winners[0]}"]
                and kept["title"] == [f"{draft.title} by {losers[0]}"]
                and [f"Short, by {losers[0]}"] in kept.values()
                and f"{winners[0]} saved this while" in answers[losers[0]].content.decode()
            )

        assert outcomes == [True] * PAIRS
