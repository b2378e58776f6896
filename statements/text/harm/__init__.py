"""Find in a text what may tell who a survivor, or another private person, is.

Patterns only, no list of names: what is found is a question to a person, never an answer.
"""

from statements.text.harm.finding import KINDS, Finding, findings

__all__ = ["KINDS", "Finding", "findings"]
