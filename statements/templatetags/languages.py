"""A page in each language: its address differs by the prefix alone, and English has none."""

from dataclasses import dataclass
from typing import ClassVar

from django.conf import settings
from django.utils.encoding import escape_uri_path
from django.utils.safestring import SafeString
from django.utils.translation import get_language_from_path

from statements.templatetags import stencils
from statements.templatetags.drawing import Drawn, escaped

PREFIXED = frozenset(code for code, _ in settings.LANGUAGES) - {settings.LANGUAGE_CODE}


def bare(path: str) -> str:
    """Return the path of a page without the prefix of a language."""
    # A path that begins with two slashes would read as another host.
    stripped = path.lstrip("/")
    first, _, rest = stripped.partition("/")
    return "/" + (rest.lstrip("/") if first in PREFIXED else stripped)


def within(language: str, path: str) -> str:
    """Return the path of the same page in `language`."""
    return f"/{language}{bare(path)}" if language in PREFIXED else bare(path)


def corrected(path: str) -> str | None:
    """Return the path that is meant by one behind another code of a language: `/zh/`, `/en/`.

    None where the path begins with no language, or with one as its addresses have it.
    """
    first, _, rest = path.lstrip("/").partition("/")
    language = get_language_from_path(f"/{first.lower()}/")
    if language is None or first in PREFIXED:
        return None
    page = "/" + rest.lstrip("/")
    return f"/{language}{page}" if language in PREFIXED else page


def switch(reader: str, path: str, query: str) -> SafeString:
    """Return the links by which a reader of the page goes on in another language."""
    return stencils.drawn(reader, [_Switch(_escaped(path, query))])


def alternates(reader: str, path: str, query: str) -> SafeString:
    """Return what tells search engines where the page stands in each language."""
    return stencils.drawn(reader, [_Alternates(escaped(settings.SITE_URL), _escaped(path, query))])


def _escaped(path: str, query: str) -> SafeString:
    return escaped(escape_uri_path(bare(path)) + query)


@dataclass(frozen=True, slots=True)
class _Switch(Drawn):
    template: ClassVar[str] = "includes/languages.html"
    address: SafeString


@dataclass(frozen=True, slots=True)
class _Alternates(Drawn):
    template: ClassVar[str] = "includes/alternates.html"
    site: SafeString
    address: SafeString
