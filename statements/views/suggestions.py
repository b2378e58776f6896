"""What the search box suggests as one types."""

from urllib.parse import parse_qs

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from statements.catalogue.search.offers import suggesting
from statements.catalogue.search.offers.suggesting import Suggestion
from statements.templatetags import drawing

SHORTEST = 2
KINDS = {
    "country": gettext_lazy("country"),
    "theme": gettext_lazy("theme"),
    "group": gettext_lazy("affected group"),
    "form": gettext_lazy("form of exploitation"),
    "tag": gettext_lazy("tag"),
    "campaign": gettext_lazy("campaign"),
    "actor": gettext_lazy("actor"),
    "instrument": gettext_lazy("instrument"),
    "event": gettext_lazy("event"),
    "word": gettext_lazy("words"),
}


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """Return what goes on as typed, as JSON; any parameter but `q` is 400.

    Each has `words`, `kind` in the reader's words, and the `address` to go to: a name's own page
    where nothing else was typed, else a search.
    """
    for name in request.GET:
        if name != "q":
            message = _("There is no parameter “%(name)s” here.") % {"name": name[:60]}
            return JsonResponse({"error": {"field": name[:60], "message": message}}, status=400)
    typed = request.GET.get("q", "")
    language = (get_language() or "en").split("-")[0]
    found = suggesting.suggest(typed, language) if len(typed.strip()) >= SHORTEST else ()
    return JsonResponse({"suggestions": [_said(one, language) for one in found]})


def _said(one: Suggestion, language: str) -> dict[str, str]:
    address, words = reverse("search") + one.query, one.label
    if one.kind != "word" and one.is_whole:
        address = drawing.path(language, one.kind, one.given)
    elif one.kind != "word":
        words = " ".join((*parse_qs(one.query.removeprefix("?")).get("q", ()), one.label))
    return {"words": words, "kind": str(KINDS[one.kind]), "address": address}
