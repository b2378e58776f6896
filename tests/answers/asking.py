"""Asks the front of the site as a browser does, and sees what it says."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import unquote

from django.http import HttpResponse, StreamingHttpResponse

from advocacy.answers.front import Front

PAGE = b"<p>What was said, what was asked, what was done.</p>" * 40


@dataclass(frozen=True, slots=True)
class Answer:
    code: int
    headers: dict[str, str]
    body: bytes

    @property
    def tag(self) -> str:
        return self.headers["ETag"]


def environ(address: str = "/", **more: str) -> dict[str, Any]:
    """Return what a web server tells of a GET; `more` in the server's words."""
    path, _, query = address.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote(path, "latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        **more,
    }


def get(front: Front, address: str = "/", **more: str) -> Answer:
    said: list[Any] = []

    def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
        said[:] = status, headers

    given = front(environ(address, **more), start)
    body = b"".join(given)
    if close := getattr(given, "close", None):
        close()
    status, headers = said
    assert len(headers) == len(dict(headers)), "a header was given twice"
    return Answer(int(status[:3]), dict(headers), body)


class FakeSite:
    """A site of one page; counts how often it was asked to make an answer."""

    def __init__(self, body: bytes = PAGE, status: int = 200, **headers: str) -> None:
        self.body, self.status, self.headers = body, status, headers
        self.is_streaming = False
        self.made: list[str] = []

    def __call__(self, environ: dict[str, Any], start: Any) -> Any:
        self.made.append(environ["REQUEST_METHOD"])
        kind = StreamingHttpResponse if self.is_streaming else HttpResponse
        body = [self.body] if self.is_streaming else self.body
        response = kind(body, status=self.status)
        for name, value in self.headers.items():
            response[name.replace("_", "-")] = value
        cookies = [("Set-Cookie", one.OutputString()) for one in response.cookies.values()]
        start(f"{response.status_code} {response.reason_phrase}", [*response.items(), *cookies])
        return response
