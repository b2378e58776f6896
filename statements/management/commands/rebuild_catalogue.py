"""Make postings, words and cards again from the records alone."""

from typing import Any

from django.core.management.base import BaseCommand

from statements.catalogue.rebuild import rebuild


class Command(BaseCommand):
    help = "Rebuild upgrades, cards, postings and words from the records; say what differed."

    def handle(self, *arguments: Any, **options: Any) -> None:
        report = rebuild()
        for difference in report.differences:
            self.stdout.write(difference)
        if report.more:
            self.stdout.write(f"and {report.more} more")
        differences = len(report.differences) + report.more
        self.stdout.write(f"{report.records} records, {differences} differences mended.")
