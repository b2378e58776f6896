"""What somebody reads of a form who may not read its withheld words: what the public would."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, prefetch_related_objects
from django.utils.translation import gettext as _

from statements import workflow
from statements.choices import Public
from statements.models import (
    Passage,
    Recommendation,
    Repair,
    Statement,
    Transition,
    User,
    Voice,
    WithheldPassage,
)
from statements.models.languages import SHORT_FORMS
from statements.text import passages
from statements.text.repairs import Replacement
from statements.text.withholding import Withheld, token
from statements.workflow.withheld import extent

# Beside the text, all that people type into a statement and into its rows.
ADDRESSES = ("slug", "source_url", "webcast_url")
LINES = (
    *("title", "source_note", "delivered_source", "published_source"),
    *("name", "role", "addressed_as", "verb", *SHORT_FORMS),
)


def hidden_from(statement: Statement, by: User) -> Withheld:
    """Return what of a statement a person may not read; nothing for who may read it all."""
    if workflow.may_read_withheld(by, statement):
        return Withheld()
    return extent.of(statement)


def hidden_in(statements: Collection[int], by: User) -> dict[int, Withheld]:
    """Return the same of some statements by their keys, in a number of queries that stays."""
    if not statements or workflow.may_read_withheld(by):
        return {}
    held = Statement.objects.filter(pk__in=set(statements)).filter(unread_by(by))
    found = held.defer("text").prefetch_related("withheld__passage")
    return {one.pk: extent.at_a_glance(one) for one in found}


def unread_by(by: User, at: str = "pk") -> Q:
    """Return which rows are of a statement that a person may not read whole.

    `at` leads from the row to the key of its statement. What is no draft of their own, or of
    anybody's where they may change any, is theirs to read as `may_read_withheld` says.
    """
    if workflow.may_read_withheld(by):
        return Q(pk__in=[])
    held = Statement.objects.filter(pk=OuterRef(at), withheld__isnull=False)
    if by.has_perm("statements.change_statement"):
        own = Q() if by.has_perm("statements.change_any_statement") else Q(created_by=by.pk)
        held = held.exclude(own & Q(public=Public.NEVER))
    return Q(Exists(held))


def told(statements: Iterable[Statement | None], by: User) -> None:
    """Give statements titles that a person may read, in memory, in two queries at the most."""
    found = [one for one in statements if one is not None]
    put(found, hidden_in([one.pk for one in found], by), "title")


def put(statements: Iterable[Any], hidden: Mapping[int, Withheld], *names: str) -> None:
    """Cover the lines of these names in statements of which something is hidden."""
    for one in statements:
        if withheld := hidden.get(one.pk):
            for name in names:
                setattr(one, name, withheld.line(getattr(one, name) or ""))


def label(statement: Statement, by: User) -> str:
    """Return what a person may read of a statement in a field that offers it."""
    return hidden_from(statement, by).line(str(statement))


def statements(rows: Iterable[Statement], by: User) -> None:
    """Cover statements of a list: what stands beside their texts, and who speaks."""
    found = _hidden(list(rows), lambda row: row.pk, by)
    prefetch_related_objects([one for one, _withheld in found], "voices__person", "voices__actor")
    for one, withheld in found:
        for each in (one, *one.voices.all()):
            _cover_lines(withheld, each)


def quoting(rows: Iterable[Any], by: User) -> None:
    """Cover rows of a list that quote words of their statements, and name these."""
    for one, withheld in _hidden(list(rows), lambda row: row.statement_id, by):
        one.passage.exact = withheld.quoted(one.passage.start, one.passage.exact)
        for each in (one, one.statement):
            _cover_lines(withheld, each)


def moves(rows: Iterable[Transition], by: User) -> None:
    """Cover the reasons of moves of statements."""
    rows = list(rows)
    refs = {row.ref for row in rows if row.kind == "statement" and row.reason}
    known = Statement.objects.filter(ref__in=refs).filter(unread_by(by))
    keys = dict(known.values_list("ref", "pk")) if refs else {}
    for one, withheld in _hidden(rows, lambda row: keys.get(row.ref, 0), by):
        one.reason = withheld.line(one.reason)


def _hidden(rows: list[Any], key: Callable[[Any], int], by: User) -> list[tuple[Any, Withheld]]:
    """Return the rows of which something is hidden from a person, with what that is."""
    hidden = hidden_in([key(row) for row in rows], by)
    return [(row, hidden[key(row)]) for row in rows if key(row) in hidden]


def refuse_hidden(statement: Statement, by: User) -> None:
    """Refuse a page that cannot be told without withheld words. Raises PermissionDenied."""
    if hidden_from(statement, by):
        raise PermissionDenied


def covered(statement: Statement | None, by: User, context: dict[str, Any]) -> bool:
    """Give the form in `context` the public wording where a person may not read what is withheld.

    Returns whether it has any other words than were saved.
    """
    withheld = hidden_from(statement, by) if statement else Withheld()
    if statement is None or not withheld:
        return False
    inlines = context["inline_admin_formsets"]
    rows = [one.instance for inline in inlines for one in inline.formset.initial_forms]
    cover(withheld, statement, rows)
    context["subtitle"] = str(statement)
    return True


def cover(withheld: Withheld, statement: Statement, rows: Iterable[Any]) -> None:
    """Give a statement and the rows of its form the public wording, in memory alone.

    Where an edit changed withheld words, nobody can tell where in the text they stand now: then
    no word of it is shown.
    """
    shown = withheld.shown(statement.text)
    for row in rows:
        for passage in _passages(row):
            if withheld.lost or passage.orphaned:
                passage.exact, passage.orphaned = _beside(withheld, passage), True
            else:
                around = shown.around(passage.start, passage.end)
                passage.place(passages.anchor(shown.text, *around))
        if isinstance(row, WithheldPassage):
            row.reason = ""
        if isinstance(row, Repair):
            start, end = (0, 0) if withheld.lost else shown.around(*row.span())
            words = shown.text[start:end]
            row.place((Replacement(start, words, words),))
            row.statement = statement
        for one in (row, *(row.askers.all() if isinstance(row, Recommendation) else ())):
            _cover_lines(withheld, one)
    statement.text = _not_told() if withheld.lost else shown.text
    _cover_lines(withheld, statement)


def _beside(withheld: Withheld, passage: Passage) -> str:
    """Return the words of a passage that has no sure place in the public text."""
    is_withheld = withheld.lost or hasattr(passage, "withheld")
    return token(withheld.language) if is_withheld else withheld.line(passage.exact)


def _not_told() -> str:
    return _("The text is not shown: somebody has to say first which words are withheld in it.")


def _cover_lines(withheld: Withheld, one: Any) -> None:
    for name in LINES:
        if line := getattr(one, name, ""):
            setattr(one, name, withheld.line(line))
    for name in ADDRESSES:
        if withheld.names(getattr(one, name, "")):
            setattr(one, name, token(withheld.language))
    if isinstance(one, Voice) and one.person and withheld.spans(str(one.person)):
        one.person = None


def _passages(row: Any) -> list[Passage]:
    both = (getattr(row, "passage", None), getattr(row, "lead_in", None))
    return [one for one in both if isinstance(one, Passage)]
