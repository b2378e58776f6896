"""Events and campaigns: draft, live, withdrawn, without a second pair of eyes."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from statements.catalogue import records, store
from statements.choices import Public
from statements.models import Campaign, Event, Tag, User
from statements.workflow import compile, door, log, references, tagging
from statements.workflow.errors import NotAllowed, ReasonOwed, WrongStage
from statements.workflow.versions import save_version

Gathering = Event | Campaign


def may_publish(noun: Gathering, by: User) -> bool:
    return by.has_perm(f"statements.publish_{log.kind_of(noun)}")


@transaction.atomic
def save(noun: Gathering, *, by: User, seen: int | None = None) -> None:
    """Save a new or changed draft; `seen` is the version the editor saw.

    Raises Conflict where somebody saved since.
    """
    save_version(noun, by=by, seen=seen)


@transaction.atomic
def publish(noun: Gathering, *, by: User) -> None:
    """Make an event or a campaign public as it stands.

    Raises NotAllowed, Refusal for a taken address.
    """
    _allow(noun, by)
    kind = log.kind_of(noun)
    before = references.facets_of(kind, noun.ref)
    record = compile.event(noun) if isinstance(noun, Event) else compile.campaign(noun)
    door.put(record)
    _set_public(noun, Public.LIVE)
    log.keep(record, by=by)
    log.note(noun, "publish", by=by)
    after = references.facets_of(kind, noun.ref)
    references.follow(before, after)
    if isinstance(noun, Campaign):
        tags = {value for name, value in before | after if name == "tag"}
        tagging.gather(Tag.objects.filter(slug__in=tags))


@transaction.atomic
def withdraw(noun: Gathering, *, by: User, reason: str, successor: str = "") -> None:
    """Leave a tombstone of a live event or campaign.

    Raises NotAllowed, ReasonOwed, WrongStage.
    """
    _allow(noun, by)
    if not reason.strip():
        raise ReasonOwed(_("Say why it is withdrawn; the public reads it."))
    if noun.public != Public.LIVE:
        raise WrongStage(_("It is not public."))
    kind = log.kind_of(noun)
    before = references.facets_of(kind, noun.ref)
    store.withdraw(kind, tombstone(noun.ref, reason, successor))
    _set_public(noun, Public.WITHDRAWN)
    log.note(noun, "withdraw", by=by, reason=reason)
    references.follow(before, frozenset())
    if isinstance(noun, Campaign):
        tagging.gather([noun.tag])


def tombstone(ref: str, reason: str, successor: str = "") -> records.Tombstone:
    return records.Tombstone(
        ref=ref, on=timezone.now().date(), reason=reason.strip(), successor=successor
    )


def _allow(noun: Gathering, by: User) -> None:
    if not may_publish(noun, by):
        raise NotAllowed(_("You may not publish this."))


def _set_public(noun: Gathering, public: Public) -> None:
    type(noun).objects.filter(pk=noun.pk).update(public=public)
    noun.public = public
