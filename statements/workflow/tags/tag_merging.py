"""Merge two tags that mean the same: both names and addresses lead to the one that stays."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from statements.catalogue import store
from statements.models import Campaign, Tag, TagAlias, TaggedRecommendation, User
from statements.workflow import door
from statements.workflow.errors import NotAllowed, Refusal
from statements.workflow.history import log
from statements.workflow.history.versions import locked
from statements.workflow.tags import tagging


@dataclass(frozen=True, slots=True)
class Merging:
    """What merging a tag changes: recommendations that get the other, those that had both."""

    moved: int
    both: int
    campaigns: tuple[Campaign, ...]


def may_merge(by: User) -> bool:
    """Tell whether a person may merge tags: their names, and what they are on, are public."""
    return by.has_perms(("statements.change_tag", "statements.tag_live_recommendation"))


def preview(gone: Tag, into: Tag) -> Merging:
    """Return what merging `gone` into `into` changes. Raises Refusal where it cannot be."""
    _refuse(gone, into)
    carried = TaggedRecommendation.objects.filter(tag=gone)
    both = carried.filter(content_object__tagged__tag=into).count()
    return Merging(carried.count() - both, both, tuple(gone.campaigns.order_by("title", "pk")))


@door.change()
def merge(gone: Tag, *, into: Tag, by: User) -> None:
    """Let `into` stand wherever `gone` stood, on the desk and in public, and delete `gone`.

    Campaigns gather the other from now on. Raises NotAllowed, and Refusal for one tag, or for a
    working list and a public tag.
    """
    if not may_merge(by):
        raise NotAllowed(_("You may not merge tags."))
    gone, into = locked(gone), locked(into)
    _refuse(gone, into)
    are_public = _regathered(gone, into, by)
    ones = list(
        TaggedRecommendation.objects.filter(tag=gone)
        .order_by("content_object")
        .values_list("content_object", flat=True)
    )
    tagging.put([(one, into.pk) for one in ones], [(one, gone.pk) for one in ones], by=by)
    if are_public:
        tagging.gather([into])
    TagAlias.objects.filter(tag=gone).update(tag=into)
    TagAlias.objects.filter(name__iexact=gone.name).delete()
    TagAlias.objects.create(tag=into, name=gone.name, slug=gone.slug)
    store.redirect("term", f"tag/{gone.slug}", f"tag/{into.slug}")
    log.note(into, "merge", by=by, reason=gone.name)
    gone.delete()


def _regathered(gone: Tag, into: Tag, by: User) -> bool:
    """Let campaigns gather the other tag; tell whether any of them is public."""
    gone.campaigns.update(tag=into)
    live = store.held("campaign", store.found_by("campaign", "tag", gone.slug))
    for _ref, record in sorted(live.items()):
        moved = replace(record, tag=into.slug)
        door.put(moved)
        log.keep(moved, by=by, note=_("Two tags were merged."))
    return bool(live)


def _refuse(gone: Tag, into: Tag) -> None:
    if gone.pk == into.pk:
        raise Refusal(_("This is the same tag: choose another."))
    if gone.internal != into.internal:
        raise Refusal(
            _("One of them is a working list and the other is public: make them alike first.")
        )
