"""A site to try on one's own machine: data, accounts and a server in one command."""

import errno
import os
import secrets
import socket
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from statements.models import User

ROLES = ("contributor", "publisher", "administrator")
ANY_ADDRESS = {"0.0.0.0", "::", ""}  # noqa: S104 - compared with, never listened on by default


class Command(BaseCommand):
    help = "Make a site with the five seed texts and three staff accounts, and serve it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on")

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        refuse_taken_port(host, port)
        self.prepare()
        passwords = {role: make_account(role) for role in ROLES}
        url = site_url(host, port)
        os.environ.setdefault("SITE_URL", url)
        os.environ.setdefault("REQUIRE_CODES", "no")
        self.stdout.write(
            f"\nOn Record is at {url}/ and its desk at {url}/admin/ (Ctrl+C stops it)."
        )
        self.tell(passwords)
        self.stdout.flush()
        serve(host, port)

    def prepare(self) -> None:
        """Bring database, static files and seeds up to date; each keeps what is there."""
        self.stdout.write("Preparing the database ...")
        call_command("migrate", interactive=False, verbosity=0)
        self.stdout.write("Collecting the static files ...")
        call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write("Loading the seeds ...")
        call_command("load_seeds", stdout=self.stdout)

    def tell(self, passwords: dict[str, str | None]) -> None:
        """Print the passwords made just now, the only time they are to be had."""
        made = {role: password for role, password in passwords.items() if password}
        for role, password in made.items():
            self.stdout.write(f"  {role:<15}{password}")
        if made:
            self.stdout.write("These passwords are shown only now. To set a new one:")
        else:
            self.stdout.write(f"{', '.join(ROLES)} keep their passwords. To set a new one:")
        self.stdout.write("  python3 manage.py changepassword contributor")
        self.stdout.write("Passwords are enough here; a real site asks for codes too (see README).")


def refuse_taken_port(host: str, port: int) -> None:
    """Raise CommandError, before anything is done, when nobody could listen there."""
    try:
        family, kind, *_, address = socket.getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            # As it was asked for: getaddrinfo takes 70000 for 4464.
            probe.bind((address[0], port, *address[2:]))
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        trouble = "is taken" if taken else f"cannot be used ({error})"
        raise CommandError(
            f"Port {port} on {host} {trouble}; "
            f"choose another: python3 manage.py demo --port {port + 1}"
        ) from error


def make_account(role: str) -> str | None:
    """Make the staff account named after a role; return its password, None where it stood."""
    if User.objects.filter(username=role).exists():
        return None
    password = secrets.token_urlsafe(12)
    user = User.objects.create_user(role, password=password, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return password


def site_url(host: str, port: int) -> str:
    """Return the address that a browser on this machine asks for."""
    name = "localhost" if host in ANY_ADDRESS else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}"


def serve(host: str, port: int) -> None:
    """Become the server."""
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    gunicorn = [sys.executable, "-m", "gunicorn", "advocacy.wsgi:application"]
    options = ["--bind", bind, "--workers", "2", "--log-level", "warning", "--no-control-socket"]
    os.execv(sys.executable, [*gunicorn, "--chdir", str(settings.BASE_DIR), *options])
