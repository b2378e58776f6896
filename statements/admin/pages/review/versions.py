"""The history of a statement as one: who, when, why, what changed, and earlier versions again."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import msgspec
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from statements import workflow
from statements.admin import columns, wording
from statements.admin.forms import entered
from statements.admin.noun import NounAdmin, change_address, moves_of, officer
from statements.admin.pages.review import telling
from statements.catalogue import records
from statements.catalogue.upgrades import upgrade
from statements.models import Publication, Statement, StatementVersion, Transition
from statements.workflow.history import restoring, snapshots
from statements.workflow.withheld import extent
from statements.workflow.withheld.redacting import redacted

# As many moves as one page tells.
MOST = 300


@dataclass(frozen=True, slots=True)
class Step:
    """A move of the history; `version` leads to what it changed where that is kept."""

    move: Transition
    done: str
    reason: str
    is_kept: bool


def history(desk: NounAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Tell all that was done with a statement, newest first, and list its publications."""
    statement: Statement = desk.noun(request, object_id)
    clean = wording.hidden_from(statement, officer(request)).line
    kept = set(
        StatementVersion.objects.filter(statement=statement).values_list("version", flat=True)
    )
    kept.add(statement.version)
    told = Publication.objects.about("statement", statement.ref).select_related("by")
    context = {
        "state": columns.state(statement),
        "steps": list(_steps(moves_of(statement)[:MOST], kept, clean)),
        "publications": [(one, clean(one.note)) for one in told.defer("record")],
    }
    return desk.page(
        request, "admin/statements/statement/history.html", _("History"), context, about=statement
    )


def page(desk: NounAdmin, request: HttpRequest, object_id: str, version: int) -> HttpResponse:
    """Show what a version changed of the one before it, and restore it where that is asked."""
    statement: Statement = desk.noun(request, object_id)
    after = snapshots.of(statement, version)
    if after is None:
        raise Http404
    if request.method == "POST":
        return _restored(desk, request, statement, version)
    before = _before(statement, version)
    clean = wording.hidden_from(statement, officer(request)).line
    moves = Transition.objects.about("statement", statement.ref).filter(version=version)
    steps = _steps(moves.select_related("by").order_by("pk"), set(), clean)
    may_restore = version != statement.version and workflow.may_edit(statement, officer(request))
    context = {
        "state": columns.state(statement),
        "back": reverse("admin:statements_statement_history", args=[statement.pk]),
        "version": version,
        "steps": list(steps),
        "is_first": before is None,
        "changed": telling.changed(before, after, clean),
        "may_restore": may_restore,
        "seen": statement.version,
    }
    title = _("Version %(n)s") % {"n": version}
    return desk.page(
        request, "admin/statements/statement/version.html", title, context, about=statement
    )


def shown_record(publication: Publication) -> str:
    """Return the record of a publication as JSON, without what is withheld of it by now."""
    body: dict[str, Any] = json.loads(publication.record)
    statement = Statement.objects.filter(ref=publication.ref).first()
    if publication.kind == records.Statement.KIND and statement is not None:
        upgraded = upgrade(publication.kind, publication.schema, body)
        record = msgspec.convert(upgraded, records.Statement)
        clean = redacted(record, extent.of(statement)).record
        body = json.loads(records.dump(clean))
    return json.dumps(body, ensure_ascii=False, indent=2)


def shown_note(publication: Publication) -> str:
    """Return the note of a publication without what is withheld by now."""
    statement = Statement.objects.filter(ref=publication.ref).first()
    if statement is None:
        return str(publication.note)
    return extent.of(statement).line(publication.note)


def _steps(
    moves: Iterable[Transition], kept: set[int], clean: Callable[[str], str]
) -> Iterable[Step]:
    for move in moves:
        yield Step(move, columns.done(move), clean(move.reason), move.version in kept)


def _before(statement: Statement, version: int) -> snapshots.Snapshot | None:
    """Return the nearest version before one that was kept."""
    held = StatementVersion.objects.filter(statement=statement, version__lt=version)
    earlier = held.values_list("version", flat=True).first()
    return snapshots.of(statement, earlier) if earlier is not None else None


def _restored(
    desk: NounAdmin, request: HttpRequest, statement: Statement, version: int
) -> HttpResponse:
    seen = entered.number(request.POST.get("seen", "")) or 0
    try:
        restoring.restore(statement, version, by=officer(request), seen=seen)
    except workflow.NotAllowed as refusal:
        raise PermissionDenied from refusal
    except workflow.Refusal as refusal:
        desk.message_user(request, str(refusal), messages.ERROR)
        return HttpResponseRedirect(request.path)
    message = _("Version %(n)s is restored as a draft. The public reads what it read before.")
    desk.message_user(request, message % {"n": version}, messages.SUCCESS)
    return HttpResponseRedirect(change_address(statement))
