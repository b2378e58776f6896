"""What is asked, of which state of the site, and whether the asker has the answer already."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from typing import Self
from wsgiref.types import StartResponse, WSGIEnvironment

from django.conf import settings
from django.utils import timezone
from django.utils.http import http_date

from advocacy.answers import build
from statements.catalogue import revision

Headers = list[tuple[str, str]]

# Anybody may hold it, nobody may show it again without asking whether it still holds.
ASK_AGAIN = "public, max-age=0, must-revalidate"
VARY = "Accept-Encoding"
# Of two changes in one second both would bear the same date, so a date is given only when its
# second is over, with one more for clocks that differ.
SETTLED = dt.timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class State:
    """The state of the site that pages are made from: revision and build, by a tag."""

    tag: str
    changed_at: dt.datetime

    @classmethod
    def of(cls, seen: revision.Seen, running: build.Build) -> Self:
        parts = f"{seen.number} {seen.token} {running.tag}".encode()
        tag = hashlib.blake2b(parts, digest_size=8).hexdigest()
        return cls(tag, max(seen.at, running.at))


@dataclass(frozen=True, slots=True)
class Question:
    """An address, and the state of the site it is asked of.

    `place` stands for scheme, path and query. The language is in the path; no page knows the
    host it was asked under.
    """

    place: str
    state: State
    today: str

    def tag(self, day: str) -> str:
        """Return the opaque tag, in its quotation marks, of the answer to this question.

        `day` is the day that shows in the answer, or "". The place is in it because a 304 to
        somebody who brings a tag is a promise that this address has a page.
        """
        last = f"-{day}" if day else ""
        return f'"{self.state.tag}-{self.place}{last}"'

    def held(self, tags: str) -> str | None:
        """Return which tag of a present answer is among those of an If-None-Match, else None.

        No answer has both tags, and who has one had it from us, of this state: what is asked
        is the same as it was then. Compared weakly (RFC 9110, 13.1.2); a tag holds neither
        quotation mark nor comma, so it is looked for as it stands.
        """
        if not tags:
            return None
        return next((tag for tag in (self.tag(""), self.tag(self.today)) if tag in tags), None)

    def moment(self, tag: str) -> dict[str, str]:
        """Return what a page says of how long it holds."""
        return {"Cache-Control": ASK_AGAIN, "Vary": VARY, "ETag": f"W/{tag}"}

    def moment_of(self, code: int, day: str) -> dict[str, str]:
        """Return the same of an answer of any status: only a page has a tag and a date."""
        if code != HTTPStatus.OK:
            return {"Cache-Control": ASK_AGAIN, "Vary": VARY}
        moment = self.moment(self.tag(day))
        changed_at = self.state.changed_at
        if day:
            changed_at = max(changed_at, dt.datetime.fromisoformat(f"{day}T00:00:00+00:00"))
        if timezone.now() - changed_at >= SETTLED:
            moment["Last-Modified"] = _date(changed_at)
        return moment


def ask(environ: WSGIEnvironment, seen: revision.Seen) -> Question:
    """Return what a request asks of the revision that was seen."""
    scheme = environ["wsgi.url_scheme"]
    if settings.SECURE_PROXY_SSL_HEADER:
        scheme = environ.get(settings.SECURE_PROXY_SSL_HEADER[0], "")
    # SCRIPT_NAME is no part of it: the site stands at the root, and Django is told so.
    path = environ.get("PATH_INFO", "")
    # A query holds no line break, so that no path can be taken for another path with a query.
    address = f"{scheme}\n{environ.get('QUERY_STRING', '')}\n{path}".encode("latin-1")
    place = hashlib.blake2b(address, digest_size=12).hexdigest()
    return Question(place, _state(seen, build.running()), timezone.now().date().isoformat())


def is_held(environ: WSGIEnvironment, moment: dict[str, str]) -> bool:
    """Tell whether the asker holds the page of which `moment` tells (RFC 9110, 13.2.2).

    A date counts where no tag is given, and only if it is the very one we gave: an older or
    newer one proves nothing where a backup was restored.
    """
    if "ETag" not in moment:
        return False
    if (tags := environ.get("HTTP_IF_NONE_MATCH")) is not None:
        return tags.strip() == "*" or moment["ETag"].removeprefix("W/") in tags
    date = environ.get("HTTP_IF_MODIFIED_SINCE")
    return date is not None and date == moment.get("Last-Modified")


def not_modified(moment: dict[str, str], start: StartResponse) -> Iterable[bytes]:
    """Answer that the asker has the page, with what RFC 9110, 15.4.5, asks for and no more."""
    start("304 Not Modified", [*moment.items()])
    return []


_state = lru_cache(maxsize=4)(State.of)
_date = lru_cache(maxsize=4)(lambda changed_at: http_date(changed_at.timestamp()))
