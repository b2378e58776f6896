"""What search engines and browsers ask for by name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import BadRequest
from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe
from pyroaring import BitMap

from statements.catalogue import revision, select
from statements.catalogue.models import Record
from statements.catalogue.selection import Selection, Value
from statements.templatetags import languages

# So many addresses a file: below what the page cache keeps, however long they are.
# https://www.sitemaps.org/protocol.html allows 50,000.
MOST = 2_000
LISTS = (
    "home",
    "statement-list",
    "recommendation-list",
    "event-list",
    "country-list",
    "theme-list",
    "actor-list",
    "instrument-list",
    "campaign-list",
    "compare",
    "about",
    "accessibility",
)
PAGES = ("statement", "recommendation", "event", "campaign", "actor", "instrument")
TERMS = ("country", "theme", "tag")
PARAMETERS = frozenset({"language", "page"})


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public address in one language, English unless `language` says another.

    Where one file cannot hold them, list the files.
    """
    if unknown := request.GET.keys() - PARAMETERS:
        raise BadRequest(f"No such parameter: {', '.join(sorted(unknown))[:60]}")
    language = request.GET.get("language", settings.LANGUAGE_CODE)
    if language not in dict(settings.LANGUAGES):
        raise Http404
    paginator = Paginator(_pages(), MOST)
    given = request.GET.get("page")
    if given is None and paginator.num_pages > 1:
        files = [_file(language, number) for number in paginator.page_range]
        return _xml(request, "sitemap_index.xml", files)
    try:
        page = paginator.page(given or 1)
    except InvalidPage as invalid:
        raise Http404 from invalid
    with translation.override(language):
        lists = [reverse(name) for name in LISTS] if page.number == 1 else []
        return _xml(request, "sitemap.xml", [*lists, *map(_address, page.object_list)])


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    codes = [code for code, _name in settings.LANGUAGES]
    context = {
        "searches": [languages.within(code, reverse("search")) for code in codes],
        "sitemaps": [settings.SITE_URL + _file(code) for code in codes],
    }
    return render(request, "robots.txt", context, content_type="text/plain")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(static("statements/favicon.ico"))


@dataclass(frozen=True, slots=True)
class Pages(Sequence[tuple[str, str]]):
    """Kind and slug of everything that has a page: counted at once, read where they are asked for.

    Terms have one only where something is filed, and a State's page is its country's.
    """

    terms: Sequence[tuple[str, str]]
    numbers: Mapping[str, BitMap]

    def __len__(self) -> int:
        return len(self.terms) + sum(map(len, self.numbers.values()))

    @overload
    def __getitem__(self, wanted: int) -> tuple[str, str]: ...
    @overload
    def __getitem__(self, wanted: slice) -> list[tuple[str, str]]: ...
    def __getitem__(self, wanted: int | slice) -> tuple[str, str] | list[tuple[str, str]]:
        if isinstance(wanted, int):
            return self[wanted : wanted + 1][0]
        first, last = wanted.start, wanted.stop
        found = [*self.terms[first:last]]
        passed = len(self.terms)
        for kind, numbers in self.numbers.items():
            some = numbers[max(0, first - passed) : max(0, last - passed)]
            found += ((kind, slug) for slug in select.slugs(kind, some))
            passed += len(numbers)
        return found


def _pages() -> Pages:
    with revision.pinned():
        counts = select.counted("statement", TERMS)
        numbers = {kind: select.find(Selection(kind=kind)) for kind in PAGES}
        state = Value("state", "state", "")
        numbers["actor"] -= select.find(Selection(kind="actor", values={"kind": (state,)}))
    used = [f"{name}/{value}" for name in TERMS for value in counts.get(name, {})]
    terms = Record.objects.live().filter(kind="term", slug__in=used).order_by("slug")
    return Pages(list(terms.values_list("kind", "slug")), numbers)


def _file(language: str, page: int | None = None) -> str:
    """Return the address of the file of a language, or of one of its files."""
    query = {"language": language} if language != settings.LANGUAGE_CODE else {}
    if page is not None:
        query["page"] = str(page)
    return reverse("sitemap") + (f"?{urlencode(query)}" if query else "")


def _address(row: tuple[str, str]) -> str:
    kind, slug = row
    if kind == "term":
        kind, slug = slug.split("/", 1)
    return reverse(f"{kind}-detail", args=[slug])


def _xml(request: HttpRequest, template: str, paths: list[str]) -> HttpResponse:
    context = {"addresses": _absolute(paths)}
    return render(request, template, context, content_type="application/xml")


def _absolute(paths: list[str]) -> Iterator[str]:
    return (f"{settings.SITE_URL}{path}" for path in paths)
