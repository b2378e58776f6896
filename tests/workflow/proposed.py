"""Propose something by hand, and decide about it."""

from statements.models import Proposal
from statements.workflow import proposing


def propose(statement, what, row="", value=""):
    proposing.propose(statement, [Proposal(field=what, row=row, why="it says so", value=value)])
    return Proposal.objects.latest("pk")


def decide(statement, by, *choices):
    return proposing.decide(statement, choices, by=by, seen=statement.version)
