"""What must not be seen of a file that was brought in: the secret word of the canaries."""

from statements import workflow
from statements.choices import ProposalDecision, ProposedField
from statements.ingest.documents import kinds
from statements.ingest.pipeline import MEDIA_TYPES, Received, bring_in
from statements.models import Proposal, Statement, Theme, User, Voice
from statements.workflow import proposing
from tests.canaries import SECRET, SLUG, go_public
from tests.cast import SHELTER, recommend


def brought(theme: Theme, contributor: User, publisher: User) -> dict[str, Statement]:
    """A draft of a file, and what is public of another part of the same file."""
    draft = brought_in(contributor)
    return {"brought": draft, "slice": slice_of(draft, theme, contributor, publisher)}


def brought_in(by: User) -> Statement:
    """A draft of a file that says the secret in its name, its bytes and all that was read of it."""
    text = (
        f"Statement by Ms. Amal {SECRET} of Iraq\nSecurity Council, 8111th meeting on {SECRET}\n"
        f"21 November 2017\n\nMr. President,\n\nWe call on the Council to keep the {SECRET} house. "
        f"We recall the {SECRET} Convention, at https://{SLUG}.example/watch.\n\n{SHELTER}"
    )
    content = f"{text}\n\n{SECRET} was printed below.".encode()
    received = Received(text, f"{SECRET} speech.txt", content, MEDIA_TYPES[kinds.PLAIN])
    (one,) = bring_in(received, by=by)
    event = Proposal(field=ProposedField.EVENT, value=f'{{"title": "{SECRET} meeting"}}')
    event.words, event.why = f"{SECRET} meeting", f"“{SECRET}” + “meeting”"
    proposing.propose(one, [event])
    return one


def slice_of(brought: Statement, theme: Theme, contributor: User, publisher: User) -> Statement:
    """A live statement of the same file, with what was decided of its proposals."""
    one = Statement(title="A slice", text=SHELTER, source_document=brought.source_document)
    one.delivered_on, one.delivered_precision = "2017-11-21", "day"
    workflow.create(one, by=contributor)
    assert one.source_document == brought.source_document
    Voice.objects.create(statement=one, name="Ms. B")
    one.themes.add(theme)
    recommend(one, SHELTER)
    for decision in (ProposalDecision.KEPT, ProposalDecision.REFUSED):
        told = Proposal(field=ProposedField.TITLE, words=SECRET, value=SECRET, decision=decision)
        told.why = f"“{SECRET}” stands first"
        proposing.propose(one, [told])
    go_public(one, contributor, publisher)
    return one
