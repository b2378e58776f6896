"""`python -m bench.desk`: what the desk's pages cost in the database of `DATA_DIR`.

It must hold a corpus of the benchmark (`manage.py bench --keep`), whose desk it fills first. It
prints seconds by the clock and of the processor, and queries; more than a second is marked, and
two for the long statement. What it changes stays: give it a copy.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advocacy.settings")
django.setup()
# Models can be imported only now.
from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402

from bench.corpus import cast  # noqa: E402
from bench.desk import filling, long  # noqa: E402
from bench.filling.bar import Bar  # noqa: E402
from statements.models import Statement, User  # noqa: E402
from statements.workflow.alike import likeness  # noqa: E402

DESK = "/admin/statements"
LISTS = {
    "start page": "/admin/",
    "statements": f"{DESK}/statement/",
    "statements, page 1,000": f"{DESK}/statement/?p=1000",
    "statements in review": f"{DESK}/statement/?stage__exact=in_review",
    "statements, a word": f"{DESK}/statement/?q=trafficking",
    "statements by recommendations": f"{DESK}/statement/?o=-7",
    "recommendations": f"{DESK}/recommendation/",
    "recommendations of a pillar": f"{DESK}/recommendation/?pillar__exact=protection",
    "recommendations, a word": f"{DESK}/recommendation/?q=shelter",
    "mentions to resolve": f"{DESK}/citation/",
    "moves": f"{DESK}/transition/",
    "publications": f"{DESK}/publication/",
    "audit": "/admin/audit/",
    "audit of publishing": "/admin/audit/?kind=publishing",
    "audit of downloads": "/admin/audit/?kind=exports",
}


def measured(name: str, ask: Callable[[], Any], most: float = 1.0) -> Any:
    """Do a thing and say what it cost; mark what took longer than `most` seconds."""
    clock, cpu = time.perf_counter(), time.process_time()
    with CaptureQueriesContext(connection) as queries:
        answer = ask()
        if getattr(answer, "streaming", False):
            sum(len(piece) for piece in answer.streaming_content)
    cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
    status = getattr(answer, "status_code", 200)
    assert status in {200, 302}, (name, status)
    slow = sorted(queries.captured_queries, key=lambda one: -float(one["time"]))[:1]
    mark = f"  over {most:.0f} s: {slow[0]['sql'][:600]}" if cpu > most and slow else ""
    line = f"{name:34}{clock:8.2f} s{cpu:8.2f} s CPU{len(queries):7} queries{mark}\n"
    sys.stdout.write(line)
    sys.stdout.flush()
    return answer


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--characters", type=int, default=60_000)
    parser.add_argument("--recommendations", type=int, default=200)
    given = parser.parse_args()
    call_command("migrate", interactive=False, verbosity=0)
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    settings.REQUIRE_CODES = False
    (settings.DATA_DIR / "static").mkdir(exist_ok=True)
    setup_test_environment()
    keeper, bar = cast.keeper(), Bar()
    there = filling.fill(keeper, lambda n: bar.say(f"the desk: {n:,} statements"))
    bar.say("")
    sys.stdout.write(f"{there:,} statements\n")
    officer = Client()
    officer.force_login(keeper)
    officer.get("/admin/")
    for name, address in LISTS.items():
        measured(name, partial(officer.get, address))
    look_alike(keeper)
    long.measure(officer, keeper, measured, given.characters, given.recommendations)
    erase(officer)
    measured("statements as CSV, all", lambda: officer.post(f"{DESK}/statement/export/"), 600)


def look_alike(keeper: User) -> None:
    some = Statement.objects.order_by("pk")[500]
    sought = likeness.sought(some)
    measured("this looks like …", lambda: likeness.alike(sought))
    fields = {"title": "Typed", "text": some.text, "kind": "speech", "language": "en"}
    officer = Client()
    officer.force_login(keeper)
    measured("… asked by the form", lambda: officer.post(f"{DESK}/statement/alike/", fields))


def erase(officer: Client) -> None:
    one = Statement.objects.order_by("pk")[600]
    address = f"{DESK}/statement/{one.pk}/erase/"
    measured("erase: the page", lambda: officer.get(address))
    sent = {"reason": "A person is in danger", "confirmed": one.ref}
    measured("erase: one statement", lambda: officer.post(address, sent), 3.0)
    assert not Statement.objects.filter(pk=one.pk).exists()


if __name__ == "__main__":
    main()
