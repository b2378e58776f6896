"""Write and edit the working copy of a statement; its passages follow its text."""

from collections.abc import Iterable
from itertools import count

from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from statements.catalogue.models import Redirect
from statements.choices import Public, Stage
from statements.models import Citation, Erasure, Event, Passage, Recommendation, Statement, User
from statements.models.fields import new_ref
from statements.text import passages
from statements.workflow.alike import likeness
from statements.workflow.errors import NotAllowed, Refusal, WrongStage
from statements.workflow.history import log
from statements.workflow.history.versions import claim, locked, save_fields
from statements.workflow.stages import may_edit
from statements.workflow.texts import receiving, repairing, translations

SLUG_LENGTH = 80
ATTEMPTS = 5


@transaction.atomic
def create(statement: Statement, *, by: User, reason: str = "") -> None:
    """Save a new draft of `by`, with an address made from its title if it has none.

    Raises NotAllowed.
    """
    if not by.has_perm("statements.add_statement"):
        raise NotAllowed(_("You may not add statements."))
    translations.refuse(statement)
    if Erasure.objects.filter(ref=statement.ref).exists():
        raise Refusal(_("This statement was erased to protect a person: it must not come back."))
    statement.created_by = by
    statement.source_document = receiving.source_of(statement, statement.text, by=by)
    _save_new(statement)
    likeness.remember_new(statement)
    log.note(statement, "create", by=by, reason=reason)


def _save_new(statement: Statement) -> None:
    """Save a new statement; where two made one address of one title at once, choose again."""
    was_given = bool(statement.slug)
    for _attempt in range(ATTEMPTS):
        statement.slug = statement.slug or free_slug(statement.title)
        try:
            with transaction.atomic():
                statement.save()
        except IntegrityError:
            if was_given or not Statement.objects.filter(slug=statement.slug).exists():
                raise
            statement.slug = ""
        else:
            return
    raise Refusal(_("No free address was found for this title: give one yourself."))


@transaction.atomic
def edit(statement: Statement, *, by: User, seen: int, reason: str = "") -> list[Passage]:
    """Save the changed fields of a statement; `seen` is the version the editor saw.

    The stage falls back to draft and an approval is void. Passages follow the text where
    they can; those that cannot are returned, flagged. The public sees nothing of it.
    Raises NotAllowed, Conflict.
    """
    if not may_edit(statement, by):
        raise NotAllowed(_("You may change your own statements only."))
    translations.refuse(statement)
    as_received = repairing.follow(statement)
    claim(
        statement,
        seen=seen,
        stage=Stage.DRAFT,
        approved_version=None,
        approved_by=None,
        source_document=receiving.source_of(statement, as_received, by=by),
    )
    statement.slug = statement.slug or free_slug(statement.title)
    save_fields(statement)
    likeness.remember(statement)
    log.note(statement, "edit", by=by, reason=reason)
    return follow_text(statement)


def follow_text(statement: Statement) -> list[Passage]:
    """Find every passage of a statement in its text again; return those that were lost."""
    Passage.objects.filter(statement=statement).unused().delete()
    lost, moved = [], []
    for passage in statement.passages.order_by("pk"):
        found = passages.refind(statement.text, passage.selector())
        if isinstance(found, passages.Orphan):
            moved += [] if passage.orphaned else [passage]
            passage.orphaned = True
            lost.append(passage)
        elif passage.orphaned or found.passage != passage.selector():
            passage.place(found.passage)
            moved.append(passage)
    Passage.objects.bulk_update(moved, Passage.PLACED)
    return lost


def anchor(
    statement: Statement, place: passages.Passage, passage: Passage | None = None
) -> Passage:
    """Return a saved passage of `statement` at a place found in its text."""
    passage = passage or Passage(statement=statement)
    passage.place(place)
    passage.save()
    return passage


def anchor_all(statement: Statement, places: Iterable[passages.Passage]) -> list[Passage]:
    """Return new passages of `statement` at places found in its text, saved in one query."""
    made = []
    for place in places:
        made.append(Passage(statement=statement))
        made[-1].place(place)
    return Passage.objects.bulk_create(made)


def lead_in(statement: Statement, place: passages.Passage) -> Passage:
    """Return the lead-in at a place, which several recommendations may share, made if need be."""
    leading = statement.passages.filter(led__isnull=False, orphaned=False)
    held = leading.filter(start=place.start, end=place.end).first()
    return held or anchor(statement, place)


def free_slug(title: str, noun: type[Statement | Event] = Statement) -> str:
    """Return an address made from a title that is not, and never was, another's."""
    base = slugify(title)[: SLUG_LENGTH - 5].strip("-") or new_ref()
    begins, kind = {"slug__startswith": base}, noun.__name__.lower()
    taken = set(noun._default_manager.filter(**begins).values_list("slug", flat=True))
    taken |= set(Redirect.objects.filter(kind=kind, **begins).values_list("slug", flat=True))
    if base not in taken:
        return base
    return next(slug for n in count(2) if (slug := f"{base}-{n}") not in taken)


@transaction.atomic
def discard(statement: Statement, *, by: User) -> None:
    """Delete a draft that was never public, with all that hangs on it.

    Raises NotAllowed, WrongStage for what the public ever saw.
    """
    held = locked(statement)
    if held.public != Public.NEVER:
        raise WrongStage(_("What was public is withdrawn, never deleted."))
    if not may_edit(held, by):
        raise NotAllowed(_("You may delete your own drafts only."))
    if held.publish_at is not None:
        raise WrongStage(_("It is scheduled to be published: unschedule it first."))
    log.note(statement, "discard", by=by)
    Recommendation.objects.filter(statement=statement).delete()
    Citation.objects.filter(statement=statement).delete()
    likeness.forget("statement", statement.ref)
    statement.delete()
    receiving.forget(held.source_document)


def unplaced(recommendations: Iterable[Recommendation]) -> list[Recommendation]:
    """Return the recommendations whose words, or lead-in, are lost in the text."""
    return [
        one
        for one in recommendations
        if one.passage.orphaned or (one.lead_in and one.lead_in.orphaned)
    ]
