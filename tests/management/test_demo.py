"""The site that one command makes; nothing is served here."""

import os
import socket
from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from statements.management.commands import demo
from statements.models import User


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


@pytest.fixture
def steps(monkeypatch) -> list[str]:
    """The commands that the demo has called, none of which is carried out."""
    called: list[str] = []
    monkeypatch.setattr(demo, "call_command", lambda name, **options: called.append(name))
    monkeypatch.setattr(demo, "serve", lambda host, port: called.append(f"serve {host} {port}"))
    return called


@pytest.fixture
def run_demo(steps, monkeypatch) -> Callable[..., str]:
    """Runs the command up to its server, and gives what it printed."""
    monkeypatch.setattr(demo, "refuse_taken_port", lambda host, port: None)
    # Set first, so that what the command sets for its server is taken away again.
    for name in ("SITE_URL", "REQUIRE_CODES"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)

    def run(*arguments: str) -> str:
        out = StringIO()
        call_command("demo", *arguments, stdout=out)
        return out.getvalue()

    return run


class RefuseTakenPortTests:
    def test_names_another_port(self, taken_port):
        with pytest.raises(CommandError, match=f"is taken; .* --port {taken_port + 1}"):
            demo.refuse_taken_port("127.0.0.1", taken_port)

    def test_lets_a_free_one_pass(self):
        demo.refuse_taken_port("127.0.0.1", 0)

    @pytest.mark.parametrize("port", [-1, 70000])
    def test_refuses_what_is_no_port(self, port):
        with pytest.raises(CommandError, match="cannot be used"):
            demo.refuse_taken_port("127.0.0.1", port)

    def test_comes_before_anything_is_done(self, taken_port, steps):
        with pytest.raises(CommandError):
            call_command("demo", "--port", str(taken_port))

        assert steps == []


@pytest.mark.django_db
class MakeAccountTests:
    @pytest.mark.parametrize("role", demo.ROLES)
    def test_makes_staff_of_the_group_with_that_name(self, role):
        password = demo.make_account(role)

        user = User.objects.get(username=role)
        assert user.is_staff
        assert not user.is_superuser
        assert [group.name for group in user.groups.all()] == [role]
        assert password is not None
        assert user.check_password(password)

    def test_leaves_one_that_stands(self):
        first = demo.make_account("publisher")

        again = demo.make_account("publisher")

        assert again is None
        assert User.objects.get(username="publisher").check_password(str(first))


@pytest.mark.django_db
class DemoTests:
    def test_prepares_and_serves(self, run_demo, steps):
        said = run_demo("--port", "8123")

        assert steps == ["migrate", "collectstatic", "load_seeds", "serve 127.0.0.1 8123"]
        assert "http://127.0.0.1:8123/" in said

    def test_tells_each_password_once(self, run_demo):
        first = run_demo()

        again = run_demo()

        words = first.split()
        for role in demo.ROLES:
            password = words[words.index(role) + 1]
            assert User.objects.get(username=role).check_password(password)
            assert password not in again
        assert "manage.py changepassword contributor" in again

    def test_asks_nobody_for_codes_and_says_so(self, run_demo):
        said = run_demo()

        assert os.environ["REQUIRE_CODES"] == "no"
        assert "Passwords are enough here" in said


class SiteUrlTests:
    @pytest.mark.parametrize(
        ("host", "expected"),
        [
            ("127.0.0.1", "http://127.0.0.1:8000"),
            ("0.0.0.0", "http://localhost:8000"),
            ("::1", "http://[::1]:8000"),
        ],
    )
    def test_is_what_a_browser_here_asks_for(self, host, expected):
        assert demo.site_url(host, 8000) == expected
