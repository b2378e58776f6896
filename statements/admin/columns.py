"""What lists and forms say about a statement, in plain words."""

import datetime as dt
from typing import Any

from django.contrib import admin
from django.db.models import (
    CharField,
    Count,
    F,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, Concat, NullIf, Trim
from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin.forms import dates
from statements.catalogue import due
from statements.choices import Public, Stage
from statements.models import Recommendation, Statement, Transition, Voice
from statements.text import durations
from statements.workflow.history import log

# What was done, as the history tells it.
DONE = {
    "create": gettext_lazy("Added"),
    "edit": gettext_lazy("Changed"),
    "decide": gettext_lazy("Proposals decided"),
    "submit": gettext_lazy("Submitted for review"),
    "return": gettext_lazy("Returned to the author"),
    "approve": gettext_lazy("Approved"),
    "publish": gettext_lazy("Published"),
    "schedule": gettext_lazy("Scheduled"),
    "reschedule": gettext_lazy("Given another time"),
    "unschedule": gettext_lazy("Unscheduled"),
    "share": gettext_lazy("Link to the preview made"),
    "unshare": gettext_lazy("Link to the preview taken back"),
    "withdraw": gettext_lazy("Withdrawn"),
    "bring_back": gettext_lazy("Brought back"),
    "discard": gettext_lazy("Deleted"),
    "unite": gettext_lazy("Made one with another"),
    "withhold": gettext_lazy("Words withheld"),
    "show_again": gettext_lazy("Words shown again"),
    "repair": gettext_lazy("Repairs accepted"),
    "undo_repair": gettext_lazy("Repairs undone"),
    "sic": gettext_lazy("Marked [sic]"),
    "erase": gettext_lazy("Erased"),
    "keep_words": gettext_lazy("Words kept"),
    "ask_again": gettext_lazy("Words to be decided again"),
    "merge": gettext_lazy("Another was merged into it"),
    "decline": gettext_lazy("Not published"),
    "undo": gettext_lazy("Undone"),
}
# Where the form has the field that a problem names.
ANCHORS = {"delivered_on": "id_delivered", "voices": "voices-group"}
SHOWN_MOVES = 6


def moves_of_each(*verbs: str) -> QuerySet[Any]:
    """Return the moves of the statement of an outer query, newest first, with who made them."""
    name = Trim(Concat("by__first_name", Value(" "), "by__last_name"))
    person = Coalesce(NullIf(name, Value("")), F("by__username"), output_field=CharField())
    moves = Transition.objects.filter(kind="statement", ref=OuterRef("ref"), verb__in=verbs)
    rows: QuerySet[Any] = moves.annotate(person=person)
    return rows


def listed(statements: QuerySet[Any]) -> QuerySet[Any]:
    """Fetch what a list shows, in a number of queries that does not grow with its rows."""
    edits = moves_of_each(*log.AUTHORING)
    asked = Recommendation.objects.filter(statement=OuterRef("pk"), left_out=False).order_by()
    voices = Voice.objects.select_related("actor", "person")
    rows: QuerySet[Any] = statements.defer("text").annotate(
        changed_by=Subquery(edits.values("person")[:1]),
        asked=Subquery(asked.values("statement").annotate(n=Count("pk")).values("n")),
    )
    return rows.prefetch_related(Prefetch("voices", queryset=voices))


@admin.display(description=gettext_lazy("voice"))
def voice(statement: Statement) -> str:
    voices = list(statement.voices.all())
    return str(voices[0]) if voices else ""


@admin.display(description=gettext_lazy("delivered"), ordering="delivered_on")
def delivered(statement: Statement) -> str:
    return dates.held(statement, "delivered")


@admin.display(description=gettext_lazy("published"), ordering="published_on")
def published(statement: Statement) -> str:
    return dates.held(statement, "published")


@admin.display(description=gettext_lazy("begins at"))
def webcast_from(statement: Statement) -> str:
    offset = statement.webcast_offset
    return "" if offset is None else durations.written(offset)


@admin.display(description=gettext_lazy("recommendations"), ordering="asked")
def recommendations(statement: Any) -> str:
    return str(statement.asked or 0)


@admin.display(description=gettext_lazy("last change"), ordering="updated_at")
def changed(statement: Any) -> str:
    return f"{moment(statement.updated_at)}, {statement.changed_by or ''}".rstrip(", ")


def moment(at: Any) -> str:
    return formats.date_format(timezone.localtime(at), "j M Y, H:i")


def state(statement: Statement) -> str:
    """Say in one sentence where the working copy stands and what the public reads."""
    if (at := statement.publish_at) is not None:
        return f"{_standing(statement)} {_scheduled(statement, at)}"
    return _standing(statement)


def _scheduled(statement: Statement, at: dt.datetime) -> str:
    """Say what becomes public by itself, and when."""
    if timezone.now() - due.GRACE > at:
        message = _("It should have become public on %(at)s UTC and did not.")
    elif statement.stage == Stage.SCHEDULED:
        message = _("It becomes public on %(at)s UTC.")
    else:
        message = _("An approved version becomes public on %(at)s UTC, without later changes.")
    return message % {"at": moment(at)}


def _standing(statement: Statement) -> str:
    if statement.is_public_as_it_stands():
        return _("Published: the public reads it as it stands here.")
    public = {
        Public.NEVER: _("The public sees nothing of it."),
        Public.LIVE: _("The public still reads an earlier version."),
        Public.WITHDRAWN: _("It was withdrawn from the public."),
    }[Public(statement.public)]
    return f"{statement.get_stage_display()}. {public}"


@admin.display(description=gettext_lazy("where it stands"))
def where_it_stands(statement: Statement) -> str:
    return state(statement)


@admin.display(description=gettext_lazy("still missing"))
def still_missing(statement: Statement) -> SafeString | str:
    return problems(workflow.missing(statement)) or _("Nothing: it can be published.")


def problems(found: tuple[workflow.Problem, ...], form: str = "") -> SafeString | str:
    """Return a list of problems, each a link to its field on the form at address `form`."""
    if not found:
        return ""
    links = ((f"{form}#{anchor(problem)}", problem.message) for problem in found)
    rows = format_html_join("", '<li><a href="{}">{}</a></li>', links)
    return format_html('<ul class="problems">{}</ul>', rows)


def anchor(problem: workflow.Problem) -> str:
    if problem.recommendation:
        return f"row-{problem.recommendation}"
    return ANCHORS.get(problem.field, f"id_{problem.field}")


def done(move: Transition) -> str:
    """Say what a move did."""
    return str(DONE.get(move.verb, move.verb))


@admin.display(description=gettext_lazy("last moves"))
def last_moves(statement: Statement) -> SafeString | str:
    moves = Transition.objects.about("statement", statement.ref).select_related("by")
    rows = (
        (done(move), move.by, moment(move.at), f" “{move.reason}”" if move.reason else "")
        for move in moves[:SHOWN_MOVES]
    )
    return format_html(
        '<ul class="moves">{}</ul>',
        format_html_join("", "<li>{} · {}, {}{}</li>", rows),
    )
