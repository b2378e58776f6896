"""What the desk learned from a text that is erased: names, and an event that was added for it."""

from statements.choices import ProposalDecision, ProposedField, Public
from statements.models import ActorAlias, Event, InstrumentAlias, Proposal, Statement
from statements.workflow.alike import likeness

# A row may have learned a name.
_NAMING = (ProposedField.VOICE, ProposedField.CITATION)
_ADDING = (ProposalDecision.KEPT, ProposalDecision.CHANGED)


def take_back(statement: Statement) -> None:
    """Take back the words that only this statement's text gave the desk, while it still stands.

    What the public reads, or another document gave as well, stays.
    """
    _names(statement)
    _event(statement)


def _names(statement: Statement) -> None:
    learned = Proposal.objects.filter(field__in=_NAMING, decision=ProposalDecision.CHANGED)
    here = learned.filter(statement=statement).exclude(value="")
    words = {one[: Proposal.LONGEST] for one in here.values_list("value", flat=True)}
    elsewhere = learned.exclude(statement=statement).filter(value__in=here.values("value"))
    words -= {one[: Proposal.LONGEST] for one in elsewhere.values_list("value", flat=True)}
    InstrumentAlias.objects.filter(name__in=words, on_desk=True).delete()
    for alias in ActorAlias.objects.filter(name__in=words, on_desk=True).select_related("actor"):
        alias.delete()
        likeness.remember(alias.actor)


def _event(statement: Statement) -> None:
    """Delete the draft of an event that was described by the text, where nothing else is of it."""
    described = statement.proposals.filter(field=ProposedField.EVENT, decision__in=_ADDING)
    event = statement.event if described.exclude(value="").exists() else None
    if event is None or event.public != Public.NEVER:
        return
    if not Statement.objects.filter(event=event).exclude(pk=statement.pk).exists():
        Statement.objects.filter(pk=statement.pk).update(event=None)
        statement.event = None
        likeness.forget("event", event.ref)
        Event.objects.filter(pk=event.pk).delete()
