"""`python -m bench.many 5000`: what it costs to tag and classify so many recommendations at once.

It publishes them in statements of ten, in the database that `DATABASE_URL` names and that must
be empty, and goes through the pages of the desk as a browser does.
"""

import argparse
import os
import re
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advocacy.settings")
django.setup()
# Models can be imported only now.
from django.conf import settings  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402

from bench.many.filling import published  # noqa: E402
from statements import workflow  # noqa: E402
from statements.models import Actor, Batch, Recommendation, Statement, Theme, User  # noqa: E402
from statements.workflow import references  # noqa: E402

EACH = 10
DESK = "/admin/statements"


def person(name: str, *roles: str) -> User:
    made: User = User.objects.create(username=name, is_staff=True)
    made.groups.set(Group.objects.filter(name__in=roles))
    return made


def fill(count: int, keeper: User, publisher: User) -> None:
    """Publish `count` recommendations, and have a theme that none of them carries."""
    for code in ("shelter", "data"):
        references.save_term(Theme(code=code, label=code.title()), by=keeper)
    actor = Actor(slug="speaker", kind="un_organ", name="Speaker")
    references.save_actor(actor, by=keeper)
    first = Statement(title="First", text="Words.")
    workflow.create(first, by=keeper)
    first.voices.create(actor=actor)
    first.themes.set(Theme.objects.filter(code="shelter"))
    published(first, count // EACH, EACH, by=keeper, publisher=publisher)


def measured(name: str, ask: Callable[[], Any]) -> Any:
    """Ask for a page, and say what it cost: seconds, those of the processor, and queries."""
    clock, cpu = time.perf_counter(), time.process_time()
    with CaptureQueriesContext(connection) as queries:
        answer = ask()
    cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
    assert answer.status_code in {200, 302}, answer.content
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = f"{name:34}{clock:9.2f} s {cpu:9.2f} s{len(queries):7} queries{largest:8.0f} MB\n"
    sys.stdout.write(line)
    return answer


def sent(page: Any, **more: str) -> dict[str, str]:
    """Return the hidden fields of a page, and what is chosen besides."""
    hidden = re.findall(r'type="hidden" name="([\w-]+)" value="([^"]*)"', page.content.decode())
    return dict(hidden) | more


def way(client: Client, name: str, chosen: str, **choice: str) -> Batch:
    """Go from the preview of a change to its end, and return what was made."""
    many = f"{DESK}/recommendation/many/"
    given = {"chosen": chosen, "_preview": "1", **choice}
    seen = measured(f"{name}: preview", lambda: client.post(many, given))
    made = measured(f"{name}: make", lambda: client.post(many, sent(seen, _make="1")))
    assert made.status_code == 302, made.content
    return Batch.objects.latest("pk")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("recommendations", type=int)
    count = parser.parse_args().recommendations
    call_command("migrate", interactive=False, verbosity=0)
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    settings.REQUIRE_CODES = False
    (settings.DATA_DIR / "static").mkdir(exist_ok=True)
    setup_test_environment()
    keeper, publisher = person("keeper", "editor", "administrator"), person("other", "publisher")
    fill(count, keeper, publisher)
    officer, other = Client(), Client()
    officer.force_login(keeper)
    other.force_login(publisher)
    chosen = {"action": "change_many", "select_across": "1", "_selected_action": "1"}
    measured("choose all", lambda: officer.post(f"{DESK}/recommendation/", chosen))
    keys = ",".join(map(str, Recommendation.objects.values_list("pk", flat=True)))
    tagged = way(officer, "tags", keys, add_tags="Early help")
    undo = f"{DESK}/batch/{tagged.pk}/move/undo/"
    measured("tags: undo", lambda: officer.post(undo))
    batch = way(officer, "theme", keys, **{"themes-data": "all"})
    publish = f"{DESK}/batch/{batch.pk}/move/publish/"
    measured("theme: publish the batch", lambda: other.post(publish))
    assert Statement.objects.filter(public="live", version=2).count() == count // EACH


if __name__ == "__main__":
    main()
