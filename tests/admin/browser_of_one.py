"""Somebody who tags every recommendation of the desk, page by page, in a process of their own.

`python -m tests.admin.browser_of_one USERNAME NAMES` says “ready” when only the last button is
left, waits for a line, presses it, and says with which status it was answered.
"""

import re
import sys

import django


def main(username: str, names: str) -> None:
    django.setup()
    # Once Django is set up.
    from django.contrib.auth import get_user_model
    from django.test import Client
    from django.test.utils import setup_test_environment

    from tests.admin.choosing import LIST, MANY, again
    from tests.conftest import pytest_configure

    setup_test_environment()
    pytest_configure()
    client = Client(enforce_csrf_checks=True)
    client.force_login(get_user_model().objects.get(username=username))
    listed = client.get(LIST)
    chosen = {"action": "change_many", "select_across": "1", "_selected_action": "1"}
    asked = client.post(LIST, {**chosen, "csrfmiddlewaretoken": token(listed)})
    keys = re.search(r'name="chosen" value="([\d,]+)"', asked.content.decode())
    assert keys, asked.content.decode()
    choice = {"chosen": keys[1], "add_tags": names, "_preview": "1"}
    seen = client.post(MANY, {**choice, "csrfmiddlewaretoken": token(asked)})
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    made = client.post(MANY, {**again(seen), "_make": "1", "csrfmiddlewaretoken": token(seen)})
    sys.stdout.write(f"{made.status_code}\n")


def token(page: object) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode())  # type: ignore[attr-defined]
    assert found
    return found[1]


if __name__ == "__main__":
    main(*sys.argv[1:])
