"""The page of what happened to accounts and to what the public reads, for administrators.

Two logs make it, each written once: audit events, and the moves of the workflow that change what
is public. A page is the newest of both before an hour, so that the thousandth costs what the
first does.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.admin import columns
from statements.admin.noun import change_address, key
from statements.models import AuditEvent, Campaign, Event, Series, Statement, Transition, User
from statements.models.audit import Deed

if TYPE_CHECKING:
    from statements.admin.site import Desk

LENGTH = 100
# The moves that change what the public reads.
PUBLIC_MOVES = ("publish", "withdraw", "bring_back", "withhold", "show_again")
# What makes them.
MOVED: Mapping[str, type[Model]] = {
    "statement": Statement,
    "event": Event,
    "series": Series,
    "campaign": Campaign,
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What one may look at alone: deeds of accounts, and perhaps moves."""

    label: str | Promise
    deeds: tuple[Deed, ...] = ()
    verbs: tuple[str, ...] = ()


REFUSED = (Deed.WRONG_PASSWORD, Deed.WRONG_CODE, Deed.LOCKED)
TAKEN = (Deed.EXPORTED,)
COMING = (Deed.LOGGED_IN, Deed.CODE_GIVEN, Deed.LOGGED_OUT)
KINDS: Mapping[str, Kind] = {
    "": Kind(gettext_lazy("Everything"), tuple(Deed), PUBLIC_MOVES),
    "log-ins": Kind(gettext_lazy("Log-ins"), COMING),
    "failures": Kind(gettext_lazy("Failures"), REFUSED),
    "accounts": Kind(
        gettext_lazy("Accounts and roles"),
        tuple(deed for deed in Deed if deed not in {*COMING, *REFUSED, *TAKEN}),
    ),
    "exports": Kind(gettext_lazy("Downloads"), TAKEN),
    "publishing": Kind(gettext_lazy("Publishing"), (), PUBLIC_MOVES),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the page, from either log."""

    at: dt.datetime
    who: str
    what: str
    about: str
    link: str = ""
    details: str = ""
    place: str = ""
    is_alarming: bool = False


def page(desk: "Desk", request: HttpRequest) -> HttpResponse:
    """Show the newest lines of a kind, of a person, before an hour."""
    if not request.user.has_perm("statements.view_auditevent"):
        raise PermissionDenied
    kind = KINDS.get(request.GET.get("kind", ""))
    person = _person(request.GET.get("person", ""))
    before = _moment(request.GET.get("before", ""))
    if kind is None or person is None or before is None:
        return redirect("admin:audit")
    lines = newest(kind, person=person or None, before=before)
    context = {
        **desk.each_context(request),
        "title": _("Audit"),
        "lines": lines[:LENGTH],
        "older": _older(request, lines),
        "is_newest": "before" not in request.GET,
        "kinds": [(name, one.label, one is kind) for name, one in KINDS.items()],
        "people": User.objects.order_by("username"),
        "person": person,
        "kind": request.GET.get("kind", ""),
    }
    return TemplateResponse(request, "admin/statements/audit.html", context)


def newest(kind: Kind, *, person: User | None, before: dt.datetime) -> list[Line]:
    """Return the newest lines before a moment, one more than a page has if there are more."""
    events = AuditEvent.objects.filter(deed__in=kind.deeds, at__lt=before)
    moves = Transition.objects.filter(verb__in=kind.verbs, at__lt=before)
    if person:
        events, moves = events.filter(person=person), moves.filter(by=person)
    told = events.select_related("person", "by").order_by("-at", "-pk")[: LENGTH + 1]
    made = moves.select_related("by").order_by("-at", "-pk")[: LENGTH + 1]
    lines = [*_of_events(told), *_of_moves(list(made))]
    return sorted(lines, key=lambda line: line.at, reverse=True)[: LENGTH + 1]


def _of_events(events: Iterable[AuditEvent]) -> Iterable[Line]:
    for event in events:
        yield Line(
            at=event.at,
            who=str(event.by or ""),
            what=event.get_deed_display(),
            about=str(event.person or _("a user name that nobody has")),
            details=event.details,
            place=", ".join(part for part in (event.address, event.device) if part),
            is_alarming=event.deed in REFUSED,
        )


def _of_moves(moves: Sequence[Transition]) -> Iterable[Line]:
    nouns = {kind: _moved(model, kind, moves) for kind, model in MOVED.items()}
    for move in moves:
        noun = nouns.get(move.kind, {}).get(move.ref)
        yield Line(
            at=move.at,
            who=str(move.by),
            what=columns.done(move),
            about=str(noun) if noun else move.ref,
            link=change_address(noun) if noun else "",
            details=move.reason,
        )


def _moved(model: type[Model], kind: str, moves: Iterable[Transition]) -> dict[str, Any]:
    refs = {move.ref for move in moves if move.kind == kind}
    rows: Any = model._default_manager.filter(ref__in=refs).only("ref", "title") if refs else ()
    return {row.ref: row for row in rows}


def _older(request: HttpRequest, lines: list[Line]) -> str:
    """Return the query of the page after this, empty where there is none."""
    if len(lines) <= LENGTH:
        return ""
    asked = {name: request.GET.get(name, "") for name in ("kind", "person")}
    # What happened in the same moment stands on both pages rather than on none.
    last = lines[LENGTH - 1].at + dt.timedelta(microseconds=1)
    return "?" + urlencode({**asked, "before": last.isoformat()})


def _person(number: str) -> Any:
    """Return the person of a number, an empty string for everybody, None for nobody."""
    if not number:
        return ""
    return User.objects.filter(pk=key(number)).first()


def _moment(given: str) -> dt.datetime | None:
    if not given:
        return timezone.now() + dt.timedelta(days=1)
    try:
        moment = parse_datetime(given)
    except ValueError:
        return None
    return moment if moment and timezone.is_aware(moment) else None
