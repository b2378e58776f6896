"""What a statement still needs before the public may read it."""

from django.utils.translation import gettext as _

from statements.choices import Precision
from statements.models import Recommendation, Statement
from statements.workflow.editing import unplaced
from statements.workflow.errors import Problem


def missing(statement: Statement) -> tuple[Problem, ...]:
    """Return everything a publication still needs, in the order of the form; empty when ready."""
    noun = Statement.objects.to_compile().get(pk=statement.pk)
    kept = [one for one in noun.recommendations.all() if not one.left_out]
    return (
        *_of_statement(noun),
        *(problem for one in kept for problem in _of_recommendation(one)),
    )


def _of_statement(noun: Statement) -> list[Problem]:
    problems = []
    if not noun.title.strip():
        problems.append(Problem("title", _("The statement has no title.")))
    if not noun.text.strip():
        problems.append(Problem("text", _("The statement has no text.")))
    if not noun.voices.all():
        problems.append(Problem("voices", _("Nobody is named who speaks.")))
    if any(voice.person_id and not voice.name for voice in noun.voices.all()):
        problems.append(Problem("voices", _("A voice lacks its name as the source writes it.")))
    dates = {noun.delivered_precision, noun.published_precision}
    if dates == {Precision.UNKNOWN}:
        problems.append(
            Problem(
                "delivered_on", _("Neither the day it was delivered nor of publication is given.")
            )
        )
    if not noun.themes.all():
        problems.append(Problem("themes", _("The statement has no theme.")))
    return problems


def _of_recommendation(one: Recommendation) -> list[Problem]:
    words = str(one.passage)
    problems = []
    if unplaced([one]):
        message = _("These words are no longer in the text: “%(words)s”")
        problems.append(Problem("words", message % {"words": words}, one.ref))
    if not any(voice.statement_id == one.statement_id for voice in one.askers.all()):
        message = _("Nobody is named who says: “%(words)s”")
        problems.append(Problem("askers", message % {"words": words}, one.ref))
    if one.strength is None:
        message = _("The strength is not set of: “%(words)s”")
        problems.append(Problem("strength", message % {"words": words}, one.ref))
    if not one.themes.all():
        message = _("No theme is given to: “%(words)s”")
        problems.append(Problem("themes", message % {"words": words}, one.ref))
    return problems
