"""Find what went wrong on a text's way here, and put it right without losing a place in it.

A repair is a proposal to a person, never an answer: the source as received stays as it is.
"""

from statements.text.repairs.changes import Change, Replacement, between
from statements.text.repairs.finding import KINDS, Proposal, proposals
from statements.text.repairs.shown import legible, shown
from statements.text.repairs.told import Told, public, told, word

__all__ = [
    "KINDS",
    "Change",
    "Proposal",
    "Replacement",
    "Told",
    "between",
    "legible",
    "proposals",
    "public",
    "shown",
    "told",
    "word",
]
