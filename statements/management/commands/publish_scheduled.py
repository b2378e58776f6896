"""Publish what is scheduled and due, for a timer that runs it each minute."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from statements import workflow


class Command(BaseCommand):
    help = "Publish the statements whose hour has come. Safe to run at once, and again."

    def handle(self, *arguments: Any, **options: Any) -> None:
        outcomes = workflow.publish_due(now=timezone.now())
        for outcome in outcomes:
            if not outcome.trouble:
                self.stdout.write(f"{outcome.ref} is public.")
        if troubles := [f"{one.ref}: {one.trouble}" for one in outcomes if one.trouble]:
            raise CommandError("Could not be published: " + "; ".join(troubles))
