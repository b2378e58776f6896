"""Make two entries of one actor, or of one event, one: nothing that named either is lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from statements.catalogue import records, store
from statements.choices import ActorKind, Public
from statements.models import Actor, ActorAlias, Event, Merged, ToldApart, User
from statements.workflow import door
from statements.workflow.alike import likeness
from statements.workflow.alike.pointing import kept_of, pointed
from statements.workflow.errors import Conflict, NotAllowed, Refusal
from statements.workflow.history import log
from statements.workflow.history.versions import claim, locked
from statements.workflow.records import compile

Mergeable = Actor | Event
# As wide as the names of the desk's other names.
LONGEST = 255
# They hold together.
DATED = ("starts_on", "starts_precision", "ends_on")


@dataclass(frozen=True, slots=True)
class Moved:
    """How many rows of a kind name what goes, by the name that people know the kind by."""

    label: str
    number: int


def may_merge(kind: str, by: User) -> bool:
    return by.has_perm(f"statements.merge_{kind}")


def preview(gone: Mergeable) -> list[Moved]:
    """Return what will name the other: rows of the desk, then what the public reads."""
    found = [
        Moved(str(relation.related_model._meta.verbose_name_plural), rows.count())
        for relation, rows in _naming(gone)
    ]
    kind = log.kind_of(gone)
    public = sum(len(store.found_by(of, kind, gone.ref)) for of in ("statement", "event"))
    found.append(Moved(_("published pages"), public))
    return [one for one in found if one.number]


def refusal(gone: Mergeable, into: Mergeable) -> str:
    """Say why two cannot be made one; nothing where they can."""
    if type(gone) is not type(into) or gone.pk == into.pk:
        return _("Choose two different ones.")
    if isinstance(gone, Actor) and gone.kind == ActorKind.STATE:
        return _("A State is its country: keep the State, and make the other one part of it.")
    if isinstance(into, Actor) and gone.pk in _above(into):
        return _("The one that stays is a part of the other: change that first.")
    would_hide = isinstance(gone, Event) and gone.public == Public.LIVE
    if would_hide and isinstance(into, Event) and into.public != Public.LIVE:
        return _("The public reads the one that would go: publish the other one first.")
    return ""


@transaction.atomic
def merge(gone: Mergeable, *, into: Mergeable, by: User) -> None:
    """Make `gone` be `into`: what named it names the other, and its public address leads there.

    Both have the versions that the person saw. Its names become other names of the one that
    stays. What is public is filed anew at once; words, names and roles of sources stay as they are.
    Raises NotAllowed, Conflict, and Refusal (see `refusal`).
    """
    kind = log.kind_of(gone)
    if not may_merge(kind, by):
        raise NotAllowed(_("You have not the right to make two one."))
    door.hold()
    held, kept = locked(gone), locked(into)
    if held.version != gone.version:
        raise Conflict(log.last_author(held))
    if why := refusal(held, kept):
        raise Refusal(why)
    claim(kept, seen=into.version)
    with store.change():
        _repoint(held, kept)
        _keep_names(held, kept)
        _point_public(held, kept, by=by)
        log.note(held, "unite", by=by, reason=str(kept))
        _remove(held, kept, by=by)
        log.note(kept, "unite", by=by, reason=str(held))
        likeness.remember(kept)
        _show(kept)


def _above(actor: Actor) -> set[int]:
    """Return the keys of all that an actor is part of."""
    found: set[int] = set()
    above = actor.parent
    while above is not None and above.pk not in found:
        found.add(above.pk)
        above = above.parent
    return found


def _naming(noun: Mergeable) -> Iterator[tuple[Any, Any]]:
    """Yield each relation that names a noun, with the rows that do."""
    for relation in noun._meta.related_objects:
        if relation.related_model is ActorAlias:
            continue
        rows = relation.related_model._default_manager
        yield relation, rows.filter(**{relation.field.name: noun.pk})


def _repoint(gone: Mergeable, kept: Mergeable) -> None:
    for relation, rows in _naming(gone):
        if relation.many_to_many:
            _repoint_many(relation.field, gone, kept)
        else:
            rows.update(**{relation.field.name: kept.pk})
    for field in kept._meta.many_to_many:
        getattr(kept, field.name).add(*getattr(gone, field.name).all())


def _repoint_many(field: Any, gone: Mergeable, kept: Mergeable) -> None:
    """Let rows that name the one name the other, once each."""
    through, to, of = field.remote_field.through, field.m2m_reverse_name(), field.m2m_column_name()
    both = through._default_manager.filter(**{to: kept.pk}).values(of)
    rows = through._default_manager.filter(**{to: gone.pk})
    rows.filter(**{f"{of}__in": both}).delete()
    rows.update(**{to: kept.pk})


def _keep_names(gone: Mergeable, kept: Mergeable) -> None:
    """Fill what the one that stays lacks, and find it by the names of the other."""
    # A short name that the public never read stays where it was read: on the desk.
    named = () if store.state(log.kind_of(gone), gone.ref) == "live" else ("short_name",)
    for field in kept._meta.concrete_fields:
        given = getattr(gone, field.attname)
        is_open = field.editable and not field.unique and field.name not in (*DATED, *named)
        if is_open and given and not getattr(kept, field.attname) and given != kept.pk:
            setattr(kept, field.attname, given)
    if isinstance(kept, Event) and kept.starts_on is None:
        for name in DATED:
            setattr(kept, name, getattr(gone, name))
    if isinstance(kept, Actor) and isinstance(gone, Actor):
        kept.show = kept.show or gone.show
        if gone.note and gone.note not in kept.note:
            kept.note = f"{kept.note}\n\n{gone.note}".strip()
        _keep_other_names(gone, kept)
    kept.save()


def _keep_other_names(gone: Actor, kept: Actor) -> None:
    """Give the one that stays the names of the other: those that were public, to the public too."""
    public = _public_names(gone)
    names = [*_own_names(gone), *gone.aliases.values_list("name", flat=True)]
    held = {*_own_names(kept), *kept.aliases.values_list("name", flat=True)}
    for name in dict.fromkeys(names):
        if name and name not in held:
            on_desk = name not in public
            ActorAlias.objects.create(actor=kept, name=name[:LONGEST], on_desk=on_desk)


def _own_names(actor: Actor) -> list[str]:
    return [*actor.names().values(), actor.short_name]


def _public_names(actor: Actor) -> set[str]:
    """Return the names by which the public knows an actor, if it does."""
    record: records.Actor | None = store.held("actor", [actor.ref]).get(actor.ref)
    if record is None:
        return set()
    return {record.name, record.short_name, *record.names.values(), *record.also}


def _point_public(gone: Mergeable, kept: Mergeable, *, by: User) -> None:
    """File anew what the public reads of the one as of the other, and keep what it is now."""
    kind = log.kind_of(gone)
    actors = {gone.ref: kept_of(kept)} if isinstance(kept, Actor) else {}
    events = {gone.ref: kept.ref} if isinstance(kept, Event) else {}
    for of in ("statement", "event"):
        refs = store.found_by(of, kind, gone.ref)
        moved = [pointed(one, actors, events) for _ref, one in sorted(store.held(of, refs).items())]
        statements = [record for record in moved if isinstance(record, records.Statement)]
        if statements:
            door.put_statements(statements)
        for record in moved:
            if not isinstance(record, records.Statement):
                door.put(record)
            log.keep(record, by=by, note=_("Two entries were made one."))


def _remove(gone: Mergeable, kept: Mergeable, *, by: User) -> None:
    """Take the one away; its references and public addresses lead to the other."""
    kind, name = log.kind_of(gone), str(gone)[:LONGEST]
    if store.state(kind, gone.ref) == "live":
        store.remove(kind, gone.ref)
    if store.state(kind, gone.ref) == "never":
        store.redirect(kind, gone.ref, kept.ref)
    Merged.objects.lead(kind, gone.ref, kept.ref)
    Merged.objects.create(kind=kind, ref=gone.ref, into=kept.ref, name=name, by=by)
    ToldApart.objects.filter(kind=kind, one=gone.ref).delete()
    ToldApart.objects.filter(kind=kind, other=gone.ref).delete()
    likeness.forget(kind, gone.ref)
    gone.delete()


def _show(kept: Mergeable) -> None:
    """Let the public find the one that stays by its names as they are now."""
    if isinstance(kept, Actor):
        if kept.show or store.refers_to("actor", kept.ref):
            door.put(compile.actor(kept))
        for part in kept.parts.all():
            if store.state("actor", part.ref) == "live":
                door.put(compile.actor(part))
