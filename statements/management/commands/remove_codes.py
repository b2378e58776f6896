"""The way back in for an administrator who lost telephone and recovery codes."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from statements import codes
from statements.models import AuditEvent, User
from statements.models.audit import Deed


class Command(BaseCommand):
    help = "Remove a person's codes; they log in with their password and set up new ones."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="what the person types to log in")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        try:
            person = User.objects.get(username=username)
        except User.DoesNotExist as error:
            raise CommandError(f"Nobody has the user name {username!r}.") from error
        codes.remove(person)
        AuditEvent.objects.create(
            deed=Deed.CODES_REMOVED, person=person, details="With the command remove_codes"
        )
        self.stdout.write(f"{username} has no codes any more.")
