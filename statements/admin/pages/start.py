"""The start page: what waits for the person who comes to the desk."""

from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone

from statements.admin import columns, told
from statements.admin.noun import officer
from statements.admin.pages import changed, remarks
from statements.catalogue import due
from statements.choices import BatchState, Public, Stage
from statements.models import Batch, Statement, Transition, User
from statements.workflow import batches, log

# As many as are read at a glance; the lists have the rest.
SHOWN = 8
# After these a statement of stage "draft" is nobody's work in hand.
WENT_PUBLIC = ("publish", "withdraw", "bring_back")


def work_of(request: HttpRequest) -> dict[str, Any]:
    """Return what the start page shows to a person, each part in a query or two."""
    by = officer(request)
    sees = by.has_perm("statements.view_statement")
    writes = by.has_perm("statements.add_statement")
    statements = Statement.objects.defer("text").select_related("created_by")
    reviews = by.has_perm("statements.return_statement")
    # Who reviews sees what all sent in; who writes, what became of their own.
    review = statements.to_review() if reviews else statements.to_review().of(by)
    drafts, returned = _drafts(statements.of(by)) if writes else ([], [])
    return {
        "may_add": writes,
        "may_review": reviews,
        "to_review": _moved(review, "submit")[:SHOWN],
        "to_review_count": review.count(),
        "drafts": drafts,
        "returned": returned,
        "approved": _approved(statements, by),
        **_scheduled(by),
        "batches": _batches(by),
        "lost": changed.at_a_glance(by) if writes else [],
        "remarked": remarks.waiting_for(by, SHOWN) if sees else [],
        "may_audit": by.has_perm("statements.view_auditevent"),
        "recent": _recent(statements) if sees else [],
    }


def _moved(statements: QuerySet[Any], verb: str) -> QuerySet[Any]:
    """Add when a statement last made a move, who made it, and why."""
    moves = columns.moves_of_each(verb)
    rows: QuerySet[Any] = statements.annotate(
        moved_at=Subquery(moves.values("at")[:1]),
        moved_why=Subquery(moves.values("reason")[:1]),
        moved_by=Subquery(moves.values("person")[:1]),
    )
    return rows


def _drafts(own: QuerySet[Any]) -> tuple[list[Any], list[Any]]:
    """Return a person's drafts, and apart from them those that came back with a reason."""
    moves = Transition.objects.filter(kind="statement", ref=OuterRef("ref"))
    last = moves.exclude(verb__in=log.AUTHORING).values("verb")[:1]
    drafts = _moved(own.filter(stage=Stage.DRAFT), "return").annotate(last_verb=Subquery(last))
    untouched = Q(public=Public.NEVER) | ~Q(last_verb__in=WENT_PUBLIC)
    rows = list(drafts.filter(untouched)[: 2 * SHOWN])
    returned = [one for one in rows if one.last_verb == "return"]
    return [one for one in rows if one.last_verb != "return"][:SHOWN], returned[:SHOWN]


def _approved(statements: QuerySet[Any], by: User) -> list[Any]:
    """Return what waits for a publisher's last step."""
    if not by.has_perm("statements.publish_statement"):
        return []
    approved = statements.filter(stage=Stage.APPROVED).exclude(
        public=Public.LIVE, published_version=F("version")
    )
    return list(approved[:SHOWN])


def _scheduled(by: User) -> dict[str, Any]:
    """Return what becomes public by itself, and apart from it what should have and did not."""
    if not by.has_perm("statements.publish_statement"):
        return {}
    waiting = Statement.objects.scheduled().select_related("scheduled")
    rows = list(waiting.defer("text", "scheduled__record")[: 2 * SHOWN])
    late = timezone.now() - due.GRACE
    return {
        "overdue": [one for one in rows if one.publish_at < late],
        "scheduled": [one for one in rows if one.publish_at >= late][:SHOWN],
    }


def _batches(by: User) -> list[tuple[Batch, str]]:
    """Return the changes of many that wait for a publisher, each with what it does."""
    if not batches.may_publish_any(by):
        return []
    waiting = Batch.objects.filter(state=BatchState.WAITING).select_related("by").order_by("pk")
    return [(batch, told.summary(batch)) for batch in waiting[:SHOWN]]


def _recent(statements: QuerySet[Any]) -> list[Any]:
    live = _moved(statements.filter(public=Public.LIVE), "publish")
    return list(live.order_by("-moved_at", "-pk")[:SHOWN])
