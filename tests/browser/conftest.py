"""A real browser on a real server, which tells of everything that goes wrong in it."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from django.db import connections
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# How long to wait for what will come; never how long something may take.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def launched(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Launch one Chromium for all tests, as Playwright does; return where it is spoken to."""
    said = tmp_path_factory.mktemp("browser") / "launch.json"
    said.write_text(json.dumps({"executablePath": chromium, "args": FLAGS}), "utf-8")
    command = ("launch-server", "--browser", "chromium", "--config", str(said))
    with subprocess.Popen(
        (sys.executable, "-m", "playwright", *command),
        stdout=subprocess.PIPE,
        text=True,
        # What it starts ends with it.
        start_new_session=True,
    ) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        os.killpg(server.pid, signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Driver:
    """Playwright, which takes a second to start, and the event loop that it runs in this thread."""

    playwright: Playwright
    loop: asyncio.AbstractEventLoop


@pytest.fixture(scope="session")
def driver() -> Iterator[Driver]:
    """Start Playwright once for all tests.

    Django forbids its database to whoever runs in an event loop, and most tests are of no browser:
    outside of those that are, the loop is not known as this thread's.
    """
    with sync_playwright() as playwright:
        started = Driver(playwright, asyncio.get_running_loop())
        asyncio._set_running_loop(None)
        yield started
        asyncio._set_running_loop(started.loop)


@contextmanager
def known(loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """Let the loop be known as that of this thread, and Django's database be used in it."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    asyncio._set_running_loop(loop)
    try:
        yield
    finally:
        asyncio._set_running_loop(None)
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def browser(driver: Driver, launched: str, transactional_db: None) -> Iterator[Browser]:
    """Give one test the browser; whom it opens in it has nothing of the tests before.

    Django gives what runs in an event loop a database connection of its own: it must be gone before
    the database is emptied.
    """
    with known(driver.loop):
        ours = driver.playwright.chromium.connect(launched)
        yield ours
        ours.close()
        connections.close_all()


@dataclass(slots=True)
class Visitor:
    """Somebody with a browser of their own; `trouble` is what the browser complained of."""

    page: Page
    site: str
    trouble: list[str] = field(default_factory=list)

    def watch(self) -> "Visitor":
        self.page.on("console", lambda said: self.note(said.type, said.text))
        self.page.on("pageerror", lambda error: self.note("error", str(error)))
        self.page.on("request", lambda request: self.stay_here(request.url))
        return self

    def note(self, kind: str, text: str) -> None:
        # An answer that is not 200 is what some tests ask for.
        if kind in {"error", "warning"} and "Failed to load resource" not in text:
            self.trouble.append(text)

    def stay_here(self, url: str) -> None:
        if not url.startswith((self.site, "data:", "blob:")):
            self.trouble.append(f"asked another host: {url}")

    def open(self, path: str) -> int:
        """Go to an address of the site and return the status of its answer.

        The browser focuses a field a moment after the page: keys pressed before would be lost.
        """
        response = self.page.goto(self.site + path)
        assert response is not None
        # Not `wait_for_function`: it evaluates a string, which the site's policy refuses.
        expect(self.page.locator("body:not(:has(:focus)) [autofocus]")).to_have_count(0)
        return response.status

    def log_in(self, username: str) -> None:
        self.open("/admin/login/")
        self.page.get_by_label("Username").fill(username)
        self.page.get_by_label("Password").fill("secret-of-the-cast")
        self.page.get_by_role("button", name="Log in").click()
        self.page.wait_for_url(lambda url: "/login/" not in url)

    def is_wider_than_the_screen(self) -> bool:
        root = "document.documentElement"
        return bool(self.page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"))


@pytest.fixture
def visitor(browser: Browser, live_server: object) -> Iterator[Callable[..., Visitor]]:
    """Make people with a browser: a width, light or dark, with scripts or without."""
    opened: list[Visitor] = []

    def make(*, width: int = 1360, dark: bool = False, scripts: bool = True) -> Visitor:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
        )
        visitor = Visitor(context.new_page(), str(live_server)).watch()
        opened.append(visitor)
        return visitor

    yield make
    for one in opened:
        cookies = one.page.context.cookies()
        one.page.context.close()
        assert one.trouble == []
        assert {cookie["name"] for cookie in cookies} <= {"sessionid", "csrftoken"}
