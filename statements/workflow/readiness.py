"""What a statement still needs before the public may read it."""

from django.utils.translation import gettext as _

from statements.choices import Precision
from statements.models import Statement
from statements.workflow.editing import unplaced
from statements.workflow.errors import Problem
from statements.workflow.records import copies
from statements.workflow.records.copies import Cited, Copy, Part
from statements.workflow.texts import translations
from statements.workflow.withheld import told


def missing(statement: Statement) -> tuple[Problem, ...]:
    """Return everything a publication still needs, in the order of the form; empty when ready."""
    return problems(copies.of(Statement.objects.get(pk=statement.pk)))


def problems(copy: Copy) -> tuple[Problem, ...]:
    """Return what a working copy still lacks, as `missing` does."""
    return (
        *_of_statement(copy),
        *(_lost(cited) for cited in copy.citations if cited.passage.orphaned),
        *(problem for part in copy.parts for problem in _of_recommendation(part)),
        *(told.of(copy) if copy.withheld else ()),
    )


def _of_statement(copy: Copy) -> list[Problem]:
    noun, problems = copy.noun, []
    if not noun.title.strip():
        problems.append(Problem("title", _("The statement has no title.")))
    if not noun.text.strip():
        problems.append(Problem("text", _("The statement has no text.")))
    if not copy.voices:
        problems.append(Problem("voices", _("Nobody is named who speaks.")))
    if any(voice.is_person and not voice.name for voice in copy.voices):
        problems.append(Problem("voices", _("A voice lacks its name as the source writes it.")))
    dates = {noun.delivered_precision, noun.published_precision}
    if dates == {Precision.UNKNOWN}:
        problems.append(
            Problem(
                "delivered_on", _("Neither the day it was delivered nor of publication is given.")
            )
        )
    if not copy.classes.themes:
        problems.append(Problem("themes", _("The statement has no theme.")))
    if why := translations.trouble(noun):
        problems.append(Problem("translation_of", why))
    return problems


def _lost(cited: Cited) -> Problem:
    message = _("The words of this citation are no longer in the text: “%(words)s”")
    return Problem("citations", message % {"words": cited.passage})


def _of_recommendation(part: Part) -> list[Problem]:
    one = part.noun
    words = str(one.passage)
    problems = []
    if unplaced([one]):
        message = _("These words are no longer in the text: “%(words)s”")
        problems.append(Problem("words", message % {"words": words}, one.ref))
    if not part.askers:
        message = _("Nobody is named who says: “%(words)s”")
        problems.append(Problem("askers", message % {"words": words}, one.ref))
    if one.strength is None:
        message = _("The strength is not set of: “%(words)s”")
        problems.append(Problem("strength", message % {"words": words}, one.ref))
    if not part.classes.themes:
        message = _("No theme is given to: “%(words)s”")
        problems.append(Problem("themes", message % {"words": words}, one.ref))
    return problems
