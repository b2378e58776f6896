"""The whole suite under pytest; arguments are handed on to it."""

import os
import platform
import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

# Only for the whole suite: a chosen test starts sooner in one process. "load" keeps the order in
# each process, and tests that commit have to come last: they leave an empty database behind. In
# small shares: by hundreds, all browsers would fall to one process while the others are done.
ON_EVERY_CORE = ("-n", "auto", "--maxprocesses", "4", "--dist", "load", "--maxschedchunk", "32")


class Command(BaseCommand):
    help = "Run the tests; arguments are pytest's own (-k, -x, a path ...)."

    def run_from_argv(self, argv: list[str]) -> None:
        """Hand the arguments on unread: they are pytest's, which this process then becomes."""
        self.stdout.write(f"Python {platform.python_version()} ({sys.executable})")
        self.stdout.write(f"Database: {described(connection.settings_dict)}")
        self.stdout.flush()
        arguments = argv[2:] or ON_EVERY_CORE
        os.execv(sys.executable, [sys.executable, "-m", "pytest", *arguments])


def described(database: dict[str, Any]) -> str:
    """Name a database for a person; never with its password."""
    host = database["HOST"]
    return f"{connection.display_name}, {host or database['NAME']}"
