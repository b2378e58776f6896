"""A whole answer as it is kept: status, headers and body, and the state it is the answer of."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self
from wsgiref.types import StartResponse, WSGIEnvironment

import msgspec

from advocacy.answers import encoding
from advocacy.answers.given import Given
from advocacy.answers.question import Headers, Question, is_held, not_modified

# Made for each answer from what is asked; never kept.
OF_THE_MOMENT = frozenset({"content-length", "vary"})


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer to everybody. `day` is the day that shows in it, or ""."""

    state: str
    day: str
    code: int
    status: str
    headers: Headers
    body: bytes
    gzipped: bytes = b""

    @classmethod
    def of(cls, given: Given, question: Question, day: str) -> Self:
        headers = [one for one in given.headers if one[0].lower() not in OF_THE_MOMENT]
        body = b"".join(given.body)
        return cls(question.state.tag, day, given.code, given.status, headers, body)

    def answers(self, question: Question) -> bool:
        """Tell whether this is what would be said now."""
        return self.state == question.state.tag and self.day in ("", question.today)

    def is_to_be_compressed_for(self, environ: WSGIEnvironment) -> bool:
        return (
            not self.gzipped
            and encoding.takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", ""))
            and encoding.is_worth_it(dict(self.headers).get("Content-Type", ""), self.body)
        )

    def compressed(self) -> Self:
        return replace(self, gzipped=encoding.compressed(self.body))

    def say(
        self, question: Question, environ: WSGIEnvironment, start: StartResponse
    ) -> Iterable[bytes]:
        """Answer a GET or HEAD, with 304 where the asker has it already."""
        moment = question.moment_of(self.code, self.day)
        if is_held(environ, moment):
            return not_modified(moment, start)
        body = self.body
        if self.gzipped and encoding.takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")):
            body = self.gzipped
            moment["Content-Encoding"] = "gzip"
        moment["Content-Length"] = str(len(body))
        start(self.status, [*self.headers, *moment.items()])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


class Serializer:
    """How entries lie in a shared cache: never pickled, so that who can write there can at
    worst change a page, not run a program here."""

    def dumps(self, value: Entry | int) -> bytes | int:
        return value if isinstance(value, int) else msgspec.msgpack.encode(value)

    def loads(self, data: bytes) -> Entry | int:
        """Return what was kept. Raises msgspec.DecodeError for what we never wrote."""
        return int(data) if data.isdigit() else msgspec.msgpack.decode(data, type=Entry)
