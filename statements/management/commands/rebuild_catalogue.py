"""Make facets, counts and cards again from the records alone."""

from typing import Any

from django.core.management.base import BaseCommand

from statements.catalogue.rebuild import rebuild


class Command(BaseCommand):
    help = "Rebuild upgrades, cards, facets and counts from the records; say what differed."

    def handle(self, *arguments: Any, **options: Any) -> None:
        report = rebuild()
        for difference in report.differences:
            self.stdout.write(difference)
        self.stdout.write(
            f"{report.records} records, {len(report.differences)} differences mended."
        )
