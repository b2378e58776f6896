"""What tests of many recommendations at once wish for, as `workflow.batches` takes it."""

from statements.models import Batch, Recommendation, Statement, User
from statements.workflow import batches
from statements.workflow.batches import Wanted


def keys(*statements: Statement) -> list[int]:
    found = Recommendation.objects.filter(statement__in=statements)
    return list(found.order_by("pk").values_list("pk", flat=True))


def make(pks: list[int], wanted: Wanted, *, by: User) -> Batch:
    """Look at a change, and make it."""
    return batches.make(pks, wanted, by=by, seen=batches.plan(pks, wanted, by=by).seen)


DATA_TOO = Wanted(add={"themes": frozenset({"data"})})
