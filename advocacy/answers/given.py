"""What Django answered, before it is sent on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Self
from wsgiref.types import StartResponse, WSGIEnvironment

from django.http.response import HttpResponseBase

from advocacy.answers.question import VARY, Headers, is_held, not_modified

Site = Callable[[WSGIEnvironment, StartResponse], HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer of Django's, by its status line, its headers and itself."""

    status: str
    headers: Headers
    body: HttpResponseBase

    @classmethod
    def by(cls, site: Site, environ: WSGIEnvironment) -> Self:
        """Ask the site, and hold back what it answers."""
        said: list[Any] = []

        def start(status: str, headers: Headers, exc_info: Any = None) -> Callable[[bytes], object]:
            said[:] = status, headers
            return lambda data: None

        body = site(environ, start)
        status, headers = said
        return cls(status, headers, body)

    @property
    def code(self) -> int:
        return int(self.status[:3])

    @property
    def is_streamed(self) -> bool:
        return bool(self.body.streaming)

    @property
    def is_for_one(self) -> bool:
        """Tell whether the answer may differ for another, or has its own mind about caches."""
        named = {name.lower(): value for name, value in self.headers}
        return "set-cookie" in named or "cache-control" in named or named.get("vary", VARY) != VARY

    def close(self) -> None:
        self.body.close()

    def say(
        self, environ: WSGIEnvironment, start: StartResponse, more: dict[str, str]
    ) -> Iterable[bytes]:
        """Send the answer on with more headers, 304 where those say that the asker has it.

        A header that Django gave stays as it is.
        """
        if is_held(environ, more):
            self.close()
            return not_modified(more, start)
        given = {name.lower() for name, _value in self.headers}
        added = [(name, value) for name, value in more.items() if name.lower() not in given]
        start(self.status, [*self.headers, *added])
        if environ["REQUEST_METHOD"] == "HEAD":
            self.close()
            return []
        return self.body
