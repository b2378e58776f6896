"""Ask about words that may tell who a survivor is, before anybody else reads them."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements.models import KeptWords, Statement, User
from statements.text import harm
from statements.text.folding import fold
from statements.text.harm import Finding
from statements.workflow.errors import NotAllowed, ReasonOwed, Refusal
from statements.workflow.history import log
from statements.workflow.history.versions import locked
from statements.workflow.stages import may_edit
from statements.workflow.withheld import extent


class Undecided(Refusal):
    """Somebody has to say of each finding whether it is withheld or kept."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        message = ngettext(
            "%d place in the text may tell who a person is: withhold it, or keep it with a reason.",
            "%d places in the text may tell who a person is: "
            "withhold each, or keep it with a reason.",
            len(findings),
        )
        super().__init__(message % len(findings))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Check:
    """A text as the public would read it, what in it waits for a decision, and what is kept."""

    text: str
    findings: tuple[Finding, ...]
    kept: tuple[KeptWords, ...]


def check(statement: Statement) -> Check:
    """Return what may tell who somebody is in a statement as the public would read it.

    Names of voices that are public are no question. Words are asked about once, wherever they
    stand, until somebody decides.
    """
    shown = extent.of(statement).shown(statement.text)
    voices = statement.voices.filter(name_is_public=True).values_list("name", flat=True)
    kept = tuple(statement.kept_words.select_related("by"))
    decided = {_folded(one.words) for one in kept}
    found = {
        _folded(one.words): one
        for one in reversed(harm.findings(shown.text, statement.language, voices))
        if _folded(one.words) not in decided
    }
    return Check(shown.text, tuple(sorted(found.values())), kept)


def may_keep(statement: Statement, by: User) -> bool:
    """Tell whether a person may decide that words stay as they are."""
    return may_edit(statement, by) or by.has_perm("statements.withhold_statement")


@transaction.atomic
def keep_words(statement: Statement, *, by: User, words: str, reason: str) -> None:
    """Leave words as they are, with a reason; they are asked about no more.

    Raises NotAllowed, ReasonOwed, Refusal for words that nothing asks about.
    """
    held = locked(statement)
    if not may_keep(held, by):
        raise NotAllowed(_("You may not decide about words of this statement."))
    if not reason.strip():
        raise ReasonOwed(_("Give a reason, please."))
    asked = {_folded(one.words): one for one in check(held).findings}
    found = asked.get(_folded(words))
    if found is None:
        raise Refusal(_("These words were decided about, or changed, meanwhile."))
    KeptWords.objects.create(
        statement=held, kind=found.kind, words=found.words, reason=reason.strip(), by=by
    )
    log.note(held, "keep_words", by=by, reason=reason.strip())


@transaction.atomic
def ask_again(one: KeptWords, *, by: User) -> None:
    """Take back a decision that words stay. Raises NotAllowed."""
    held = locked(one.statement)
    if not may_keep(held, by):
        raise NotAllowed(_("You may not decide about words of this statement."))
    one.delete()
    log.note(held, "ask_again", by=by)


def refuse_undecided(statement: Statement) -> None:
    """Raise Undecided while something in a statement waits for a decision."""
    if findings := check(statement).findings:
        raise Undecided(findings)


def _folded(words: str) -> str:
    return fold(words).words.casefold().strip()
