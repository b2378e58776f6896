"""One page of each kind as the seeds make them, in the languages that every page is tried in."""

from django.conf import settings

IOM = "iom-security-council-trafficking-conflict-2017"
KINDS = {
    "/": 200,
    "/statements/": 200,
    "/statements/?theme=protection&country=iq&since=2017": 200,
    "/statements/?country=fr": 200,
    f"/statements/{IOM}/": 200,
    "/recommendations/": 200,
    "/recommendations/?pillar=protection&sort=oldest": 200,
    "/events/": 200,
    "/events/unodc-regional-conference-islamabad-2017/": 200,
    "/countries/": 200,
    "/countries/pk/": 200,
    "/themes/": 200,
    "/themes/shelter-and-accommodation/": 200,
    "/actors/": 200,
    "/actors/unodc/": 200,
    "/instruments/": 200,
    "/campaigns/": 200,
    "/campaigns/reduce-demand/": 200,
    "/tags/reduce-demand/": 200,
    "/search/": 200,
    "/search/?q=trafficking+victims&country=iq": 200,
    "/search/?q=zebra": 200,
    "/statements/?q=victims": 200,
    "/about/": 200,
    "/accessibility/": 200,
    "/reference/style/": 200,
    "/statements/?thme=x": 400,
    "/nothing-here/": 404,
    "/countries/pakistan/": 404,
    "/statements/?page=7": 404,
}

ENGLISH_ALONE = frozenset({"/reference/style/"})
# One language of each direction of writing: all six have the same templates.
SPOKEN = [code for code, _ in settings.LANGUAGES if code in {"en", "ar"}]


def address(path: str, language: str) -> str:
    """Return a path as it stands in a language: English has no prefix."""
    is_english = language == settings.LANGUAGE_CODE or path in ENGLISH_ALONE
    return path if is_english else f"/{language}{path}"
