"""Words that changed: what they were, what stands there now, and which are meant."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin.forms import entered
from statements.admin.noun import NounAdmin, change_address, officer
from statements.choices import Public
from statements.models import Passage, Statement, User
from statements.text import passages
from statements.text.candidates import Span, nearest, standing
from statements.text.differences import Piece, difference

# As many as are looked at in one go; the others follow once these are done.
SHOWN = 20
# As many as the start page shows of all statements.
AT_A_GLANCE = 4
SECTION = "changed-words"

_CHOICE = re.compile(r"([0-9]{1,18}):([0-9]{1,9}):([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant: what chooses it, what differs, and what stands around it."""

    choice: str
    pieces: tuple[Piece, ...]
    context: passages.Context


@dataclass(frozen=True, slots=True)
class Lost:
    """A passage whose words changed; `now` stands in their place, "" if nothing does."""

    what: str | Promise
    words: str
    now: str | None
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """The passages of a statement to check: the first of them, and how many there are."""

    lost: tuple[Lost, ...]
    number: int


def of(statement: Statement, text: str) -> Changed | None:
    """Return the passages whose words changed in the saved `text` of a statement, if any."""
    found = list(Passage.objects.filter(statement=statement).lost())
    if not found:
        return None
    taken = _taken([statement.pk])[statement.pk]
    return Changed(tuple(_lost(one, text, taken) for one in found[:SHOWN]), len(found))


def at_a_glance(by: User) -> Sequence[tuple[Statement, int, tuple[Lost, ...]]]:
    """Return the statements a person may change in which words changed, and the first of those."""
    lost = Passage.objects.lost().select_related(
        "statement", "recommendation", "citation", "withheld"
    )
    if not by.has_perm("statements.change_any_statement"):
        was_public = Q(statement__public__in=(Public.LIVE, Public.WITHDRAWN))
        guarded = was_public & Q(statement__withheld__isnull=False)
        lost = lost.filter(statement__created_by=by).exclude(guarded)
    by_statement: dict[int, list[int]] = defaultdict(list)
    in_order = lost.order_by("-statement__updated_at", "statement", "start", "pk")
    for statement, pk in in_order.values_list("statement", "pk"):
        by_statement[statement].append(pk)
    if not by_statement:
        return []
    looked_at = [pk for pks in by_statement.values() for pk in pks][:AT_A_GLANCE]
    shown: dict[int, list[Lost]] = defaultdict(list)
    taken = _taken(by_statement)
    for one in in_order.filter(pk__in=looked_at):
        shown[one.statement_id].append(
            _lost(one, one.statement.text, taken[one.statement_id], limit=1)
        )
    named = Statement.objects.defer("text").in_bulk(list(by_statement)[: AT_A_GLANCE * 2])
    return [
        (named[pk], len(pks), tuple(shown[pk])) for pk, pks in by_statement.items() if pk in named
    ]


def url(desk: NounAdmin) -> URLPattern:
    view = desk.admin_site.admin_view(partial(page, desk))
    return path("<path:object_id>/changed-words/", view, name="statements_statement_changed")


def page(desk: NounAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Anchor a passage at the place that was chosen, and go back to where that was.

    403 for who may not change the statement; what the workflow refuses is said there.
    """
    statement: Statement = desk.noun(request, object_id)
    if request.method == "POST":
        by = officer(request)
        if not (workflow.may_edit(statement, by) or workflow.may_withhold(statement, by)):
            raise PermissionDenied
        _choose(desk, request, statement)
    if "from-start" in request.POST:
        return HttpResponseRedirect(reverse("admin:index"))
    return HttpResponseRedirect(f"{change_address(statement)}#{SECTION}")


def _choose(desk: NounAdmin, request: HttpRequest, statement: Statement) -> None:
    choice = _CHOICE.fullmatch(request.POST.get("choice", ""))
    seen = entered.number(request.POST.get("version", ""))
    passage, start, end = map(int, choice.groups()) if choice else (0, 0, 0)
    lost = statement.passages.filter(pk=passage).first()
    if lost is None or seen is None:
        desk.message_user(request, _("Choose the words that are meant."), messages.ERROR)
        return
    if not workflow.may_reanchor(lost, officer(request)):
        raise PermissionDenied
    try:
        workflow.reanchor(lost, start=start, end=end, by=officer(request), seen=seen)
    except workflow.Refusal as refusal:
        desk.message_user(request, str(refusal), messages.ERROR)
        return
    desk.message_user(request, _("The words were found again."), messages.SUCCESS)


def _taken(statements: Iterable[int]) -> Mapping[int, Collection[Span]]:
    """Return where the recommendations of statements stand that are in no doubt."""
    held = Passage.objects.filter(statement__in=list(statements), orphaned=False)
    places: dict[int, set[Span]] = defaultdict(set)
    asked = held.filter(recommendation__isnull=False)
    for statement, start, end in asked.values_list("statement", "start", "end"):
        places[statement].add((start, end))
    return places


def _lost(one: Passage, text: str, taken: Collection[Span], limit: int = 3) -> Lost:
    old = one.selector()
    stands = standing(text, old)
    found = nearest(text, old, taken if hasattr(one, "recommendation") else (), limit)
    return Lost(
        what=_kind(one),
        words=one.exact,
        now=stands.exact if isinstance(stands, passages.Passage) else stands,
        candidates=tuple(
            Candidate(
                choice=f"{one.pk}:{place.start}:{place.end}",
                pieces=difference(one.exact, place.exact),
                context=passages.context(text, place),
            )
            for place in found
        ),
    )


def _kind(one: Any) -> str | Promise:
    kinds = {
        "recommendation": gettext_lazy("Recommendation"),
        "citation": gettext_lazy("Instrument"),
        "withheld": gettext_lazy("Withheld words"),
    }
    return next((kinds[name] for name in kinds if hasattr(one, name)), gettext_lazy("Lead-in"))
