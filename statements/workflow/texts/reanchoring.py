"""Anchor a passage whose words changed at the place that a person chose."""

from django.db import transaction
from django.utils.translation import gettext as _

from statements.choices import Stage
from statements.models import Passage, Statement, User, WithheldPassage
from statements.text import passages
from statements.workflow.editing import anchor
from statements.workflow.errors import NotAllowed, Refusal
from statements.workflow.history import log
from statements.workflow.history.versions import claim, locked
from statements.workflow.stages import may_edit
from statements.workflow.withheld.withholding import may_withhold


def may_reanchor(passage: Passage, by: User) -> bool:
    """Tell whether a person may say where a passage stands: who may edit, or withhold."""
    withheld = WithheldPassage.objects.filter(passage=passage).exists()
    return may_withhold(passage.statement, by) if withheld else may_edit(passage.statement, by)


@transaction.atomic
def reanchor(passage: Passage, *, start: int, end: int, by: User, seen: int) -> Statement:
    """Give a passage whose words changed the words from `start` up to `end`, in code points.

    An edit as any: the stage falls back to draft, an approval is void, the public sees nothing
    of it. `seen` is the version in which the person saw those words.
    Raises NotAllowed, Conflict, Refusal for a passage that is not in doubt or a place outside.
    """
    held = locked(passage.statement)
    lost = Passage.objects.filter(pk=passage.pk, statement=held, orphaned=True).first()
    if lost is None:
        raise Refusal(_("These words are in the text as they were: there is nothing to choose."))
    if not may_reanchor(lost, by):
        raise NotAllowed(_("You may change your own statements only."))
    claim(held, seen=seen, stage=Stage.DRAFT, approved_version=None, approved_by=None)
    try:
        place = passages.anchor(held.text, start, end)
    except ValueError as error:
        raise Refusal(_("There are no such words in the text. Choose again.")) from error
    anchor(held, place, lost)
    log.note(held, "edit", by=by, reason=_("Changed words were found again."))
    return held
