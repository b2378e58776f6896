"""What every answer passes through: headers, clean addresses, language."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import translation

GetResponse = Callable[[HttpRequest], HttpResponse]

# What mail programs and social networks hang on to a shared link.
SHARE_NOISE = frozenset({"fbclid", "gclid", "mc_cid", "mc_eid", "ref"})
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in ("accelerometer", "camera", "geolocation", "gyroscope", "microphone", "payment")
)


class SecurityHeaders:
    """Add the content security policy of SECURE_CSP and the headers Django has no setting for."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.policy = "; ".join(
            f"{directive} {' '.join(sources)}" for directive, sources in settings.SECURE_CSP.items()
        )

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class CleanAddress:
    """Redirect a shared link to the same address without the sharer's tracking marks."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in {"GET", "HEAD"} and not request.path.startswith("/admin/"):
            noise = [name for name in request.GET if _is_noise(name)]
            if noise:
                return HttpResponsePermanentRedirect(_without(request, noise))
        return self.get_response(request)


def _is_noise(name: str) -> bool:
    return name in SHARE_NOISE or name.startswith("utm_")


def _without(request: HttpRequest, noise: list[str]) -> str:
    query = request.GET.copy()
    for name in noise:
        del query[name]
    # A path of several slashes would read as another host.
    path = "/" + request.path.lstrip("/")
    return f"{path}?{query.urlencode()}" if query else path


class LanguageFromAddress:
    """Speak the language that the address names; no header and no cookie is asked."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
