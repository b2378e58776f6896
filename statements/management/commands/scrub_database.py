"""Leave nothing of what was erased in the files of the database."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection


class Command(BaseCommand):
    help = (
        "Write the database anew without the places where deleted words still lie. Run it after a "
        "statement was erased; it takes a while and holds up who saves meanwhile."
    )

    def handle(self, *arguments: Any, **options: Any) -> None:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            else:
                cursor.execute("VACUUM FULL")
        self.stdout.write("The database holds nothing any more but what its tables hold.")
        if connection.vendor == "postgresql":
            self.stdout.write(
                "Its log of changes, its replicas and older backups may hold deleted words still: "
                "let the log be recycled, and delete those backups."
            )
