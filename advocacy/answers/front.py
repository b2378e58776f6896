"""The first to be asked, before Django: says again what holds, and has the rest made once.

What is kept went through every middleware, so a kept answer and a new one have the same
headers. It stands before Django because the way through Django alone costs more than all it
does. See ARCHITECTURE.md, "Answers from the revision".
"""

from collections.abc import Iterable
from contextlib import closing
from functools import lru_cache
from http import HTTPStatus
from wsgiref.types import StartResponse, WSGIEnvironment

from django.conf import settings
from django.db import DatabaseError
from django.http.request import split_domain_port, validate_host

from advocacy.answers import build
from advocacy.answers.entry import Entry
from advocacy.answers.given import Given, Site
from advocacy.answers.question import Question, ask, not_modified
from advocacy.answers.shelf import Shelf, Turn
from statements.catalogue import revision

# What does not come out of the catalogue.
APART = ("/admin/", "/favicon.ico", "/healthz", "/readyz", "/robots.txt", settings.STATIC_URL)
# Not 301, 400 and 404: they are cheap, or there is no end of them.
KEPT = frozenset({HTTPStatus.OK, HTTPStatus.GONE})
# What may be one person's alone ends in no shared cache.
OF_ONE = "private, no-cache"
NEVER = "no-store"


class Front:
    """Answers each visitor's GET and HEAD from the present revision; a WSGI application."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._shelf = Shelf()
        build.running()

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if not _is_of_the_catalogue(environ):
            return self._site(environ, start)
        if _is_known(environ):
            return Given.by(self._site, environ).say(environ, start, {"Cache-Control": OF_ONE})
        seen = _seen() if _is_allowed(environ.get("HTTP_HOST", "")) else None
        if seen is None:
            # What is wrong goes wrong within too, and is answered there in words.
            return Given.by(self._site, environ).say(environ, start, {"Cache-Control": NEVER})
        question = ask(environ, seen)
        if tag := question.held(environ.get("HTTP_IF_NONE_MATCH", "")):
            return not_modified(question.moment(tag), start)
        if found := self._shelf.find(question):
            return self._say(found, question, environ, start)
        with self._shelf.turn(question) as turn:
            if turn.entry:
                return self._say(turn.entry, question, environ, start)
            return self._make(question, seen, turn, environ, start)

    def _make(
        self,
        question: Question,
        seen: revision.Seen,
        turn: Turn,
        environ: WSGIEnvironment,
        start: StartResponse,
    ) -> Iterable[bytes]:
        """Have Django answer, and keep the answer if it is the same for everybody."""
        # A HEAD is answered as the GET would be: the two share what is kept.
        with revision.pinned(seen) as reading:
            given = Given.by(self._site, environ | {"REQUEST_METHOD": "GET"})
        if given.is_for_one:
            return given.say(environ, start, {"Cache-Control": OF_ONE})
        if given.code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return given.say(environ, start, {"Cache-Control": NEVER})
        day = reading.day.isoformat() if reading.day else ""
        if given.is_streamed or given.code not in KEPT:
            return given.say(environ, start, question.moment_of(given.code, day))
        with closing(given):
            turn.entry = Entry.of(given, question, day)
        return self._say(turn.entry, question, environ, start, is_new=True)

    def _say(
        self,
        entry: Entry,
        question: Question,
        environ: WSGIEnvironment,
        start: StartResponse,
        *,
        is_new: bool = False,
    ) -> Iterable[bytes]:
        """Say a kept answer; compress it once somebody asks for that."""
        if to_compress := entry.is_to_be_compressed_for(environ):
            entry = entry.compressed()
        if is_new or to_compress:
            self._shelf.keep(question, entry)
        return entry.say(question, environ, start)


def _is_of_the_catalogue(environ: WSGIEnvironment) -> bool:
    is_read = environ["REQUEST_METHOD"] in {"GET", "HEAD"}
    return is_read and not environ.get("PATH_INFO", "").startswith(APART)


def _is_known(environ: WSGIEnvironment) -> bool:
    """Tell whether the request may be of somebody who sees more than everybody."""
    has_session = f"{settings.SESSION_COOKIE_NAME}=" in environ.get("HTTP_COOKIE", "")
    return has_session or "HTTP_AUTHORIZATION" in environ


@lru_cache(maxsize=64)
def _is_allowed(host: str) -> bool:
    """Tell whether Django would answer to this name; it decides where there is any doubt."""
    name, _port = split_domain_port(host)
    return bool(name) and validate_host(name, settings.ALLOWED_HOSTS)


def _seen() -> revision.Seen | None:
    """Return the present revision, None where the database does not answer."""
    try:
        return revision.glanced()
    except DatabaseError:
        return None
