"""The start page: what waits for the person who comes to the desk."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone

from statements.admin import columns, told, wording
from statements.admin.noun import officer
from statements.admin.pages.review import remarks
from statements.admin.pages.words import changed
from statements.catalogue import due
from statements.choices import BatchState, Public, Stage
from statements.models import Batch, Citation, Proposal, Statement, Transition, User
from statements.workflow import batches
from statements.workflow.history import log

# As many as are read at a glance; the lists have the rest.
SHOWN = 8
# Of so many publications some were withdrawn since, and some are of one statement.
NEWEST = 100
# The lists of statements, those first that say why each moved.
MOVED = ("to_review", "drafts", "returned", "recent")
OTHERS = ("approved", "scheduled", "overdue", "remarked")
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
    work = {
        "may_add": writes,
        "may_review": reviews,
        "to_review": list(_moved(review, "submit")[:SHOWN]),
        "to_review_count": review.count(),
        "drafts": drafts,
        "returned": returned,
        "approved": _approved(statements, by),
        **_scheduled(by),
        "batches": _batches(by),
        "lost": changed.at_a_glance(by) if writes else [],
        "remarked": remarks.waiting_for(by, SHOWN) if sees else [],
        "mentions": _mentions() if writes and sees else 0,
        "may_audit": by.has_perm("statements.view_auditevent"),
        "recent": _recent(statements) if sees else [],
    }
    _cover(work, by)
    return work


def _cover(work: Mapping[str, Any], by: User) -> None:
    """Let all lists say, in memory, what their reader may read of what is withheld."""
    moved = [one for name in MOVED for one in work[name]]
    others = [one for name in OTHERS for one in work.get(name, ())]
    others += [statement for statement, _number, _lost in work["lost"]]
    hidden = wording.hidden_in({one.pk for one in (*moved, *others)}, by)
    wording.put(moved, hidden, "title", "moved_why")
    wording.put(others, hidden, "title")


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
    waiting = Proposal.objects.undecided().filter(statement=OuterRef("pk")).order_by()
    number = waiting.values("statement").annotate(number=Count("pk")).values("number")
    drafts = _moved(own.filter(stage=Stage.DRAFT), "return").annotate(
        last_verb=Subquery(last), proposed=Subquery(number)
    )
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


def _mentions() -> int:
    """Return how many mentions of instruments nobody has resolved yet, as their worklist has it."""
    return Citation.objects.filter(instrument=None).count()


def _recent(statements: QuerySet[Any]) -> list[Any]:
    """Return what became public last; looked for among the newest moves alone."""
    moves = Transition.objects.filter(kind="statement", verb="publish").order_by("-at", "-pk")
    newest = list(moves.values_list("ref", flat=True)[:NEWEST])
    live = _moved(statements.filter(public=Public.LIVE, ref__in=newest), "publish")
    return list(live.order_by("-moved_at", "-pk")[:SHOWN])
