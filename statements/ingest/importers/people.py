"""What people did on the desk since, which an import leaves alone."""

from statements.models import TagChange, Transition
from statements.workflow.history import log


def touched(noun: log.Versioned, *, machines: frozenset[int]) -> bool:
    """Tell whether anybody but the users of `machines` ever moved or edited a noun."""
    moves = Transition.objects.about(log.kind_of(noun), noun.ref)
    return moves.exclude(by_id__in=machines).exists()


def tags(recommendation: str, *, machines: frozenset[int]) -> dict[str, bool]:
    """Return which tags people put on (True) or took off (False) last, by their names then."""
    changes = TagChange.objects.filter(recommendation_ref=recommendation)
    by_people = changes.exclude(by_id__in=machines).order_by("pk")
    return dict(by_people.values_list("tag_name", "added"))
