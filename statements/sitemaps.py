"""What search engines and browsers ask for by name."""

from collections.abc import Iterator

from django.conf import settings
from django.core.paginator import InvalidPage, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from statements.catalogue.models import Facet, Record

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
    "campaign-list",
    "about",
)
PAGES = ("statement", "recommendation", "event", "campaign", "actor")
TERMS = ("country", "theme", "tag")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public address; where one file cannot hold them, list the files."""
    paginator = Paginator(_records(), MOST)
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


def _records() -> QuerySet[Record, tuple[str, str]]:
    """Return kind and slug of all records with a page; terms only where something is filed."""
    filed = Facet.objects.filter(kind="statement", name__in=TERMS).values_list("name", "value")
    used = [f"{name}/{value}" for name, value in filed.distinct()]
    live = Record.objects.live()
    # A State's page is its country's.
    states = Facet.objects.filter(kind="actor", name="kind", value="state").values("record")
    pages = live.filter(kind__in=PAGES).exclude(pk__in=states)
    terms = live.filter(kind="term", slug__in=used)
    return (pages | terms).order_by("pk").values_list("kind", "slug")


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
