"""Why each value of a draft stands on the desk, and where the text of the statement says so."""

from typing import Any

from statements.choices import ProposedField
from statements.ingest.drafting.body import body_of
from statements.ingest.drafting.draft import Draft, Why
from statements.ingest.drafting.draft import Proposal as Found
from statements.models import Proposal
from statements.text import passages


class Notes:
    """What is noted of a draft; `text` is that of the statement, without heading."""

    def __init__(self, drafted: Draft) -> None:
        self.drafted = drafted
        self.begins, ends = body_of(drafted)
        self.text = drafted.text[self.begins : ends]
        self.proposals: list[Proposal] = []

    def propose(
        self,
        what: ProposedField,
        found: Found[Any] | None,
        *,
        row: str = "",
        value: str = "",
    ) -> None:
        if found is not None:
            span = (found.start, found.end)
            self.note(what, found.why, span=span, row=row, value=value)

    def note(
        self,
        what: ProposedField,
        why: Why,
        *,
        span: tuple[int | None, int | None] = (None, None),
        row: str = "",
        value: str = "",
    ) -> None:
        """Note a proposal; its place is that in the statement's text, if it stands there."""
        start, end = span
        words = self.drafted.text[start:end] if start is not None and end is not None else ""
        at = start - self.begins if start is not None else None
        if at is not None and not 0 <= at < len(self.text):
            at = None
        self.proposals.append(
            Proposal(field=what, row=row, why=str(why.words), words=words, start=at, value=value)
        )

    def place(self, start: int, end: int) -> passages.Passage | None:
        """Return the passage of a span of the document in the statement's text, if it is there."""
        first, last = start - self.begins, end - self.begins
        if not 0 <= first < last <= len(self.text):
            return None
        return passages.anchor(self.text, first, last)
