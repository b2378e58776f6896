"""What search engines and browsers ask for by name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from django.conf import settings
from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe
from pyroaring import BitMap

from statements.catalogue import revision, select
from statements.catalogue.models import Record
from statements.catalogue.selection import Selection, Value

# https://www.sitemaps.org/protocol.html: no file has more addresses than this.
MOST = 50_000
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
    "about",
)
PAGES = ("statement", "recommendation", "event", "campaign", "actor", "instrument")
TERMS = ("country", "theme", "tag")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public address; where one file cannot hold them, list the files."""
    paginator = Paginator(_pages(), MOST)
    given = request.GET.get("page")
    if given is None and paginator.num_pages > 1:
        files = [f"{request.path}?page={number}" for number in paginator.page_range]
        return _xml(request, "sitemap_index.xml", files)
    try:
        page = paginator.page(given or 1)
    except InvalidPage as invalid:
        raise Http404 from invalid
    lists = [reverse(name) for name in LISTS] if page.number == 1 else []
    return _xml(request, "sitemap.xml", [*lists, *map(_address, page.object_list)])


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    context = {"sitemap": settings.SITE_URL + reverse("sitemap")}
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
