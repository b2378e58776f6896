"""Tags act at once: on the desk, and on what is live, without a new publication."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from statements.catalogue import store
from statements.choices import Public
from statements.models import Recommendation, Statement, Tag, TagChange, User
from statements.workflow import door, lives, terms
from statements.workflow.errors import NotAllowed, Refusal
from statements.workflow.versions import save_version


def may_tag(recommendation: Recommendation, by: User) -> bool:
    """Tell whether a person may tag: drafts, anybody of the staff; live ones, with the right."""
    if recommendation.statement.public == Public.NEVER:
        return by.has_perm("statements.view_recommendation")
    return by.has_perm("statements.tag_live_recommendation")


@transaction.atomic
def tag(
    recommendations: Iterable[Recommendation],
    *,
    by: User,
    add: Iterable[str] = (),
    remove: Iterable[str] = (),
) -> None:
    """Add and remove tags, by their names, on all the recommendations or on none.

    Who did it is written down for each; live records follow at once. Raises NotAllowed.
    """
    door.hold()
    pks = [one.pk for one in recommendations]
    chosen = Recommendation.objects.filter(pk__in=pks).with_tags()
    adding, removing = _cleaned(add), _cleaned(remove)
    for one in chosen:
        if not may_tag(one, by):
            raise NotAllowed(_("You may not tag published recommendations."))
    changed = [one for one in chosen if _change(one, adding, removing, by)]
    refresh({one.statement_id for one in changed})


def _cleaned(names: Iterable[str]) -> list[str]:
    return [name for name in (" ".join(name.split()) for name in names) if name]


def _change(one: Recommendation, add: list[str], remove: list[str], by: User) -> bool:
    held = {tag.name.casefold(): tag.name for tag in one.tags.all()}
    added = [name for name in dict.fromkeys(add) if name.casefold() not in held]
    removed = [held[name.casefold()] for name in remove if name.casefold() in held]
    one.tags.add(*added)
    one.tags.remove(*removed)
    TagChange.objects.bulk_create(
        TagChange(recommendation_ref=one.ref, tag_name=name, added=is_added, by=by)
        for names, is_added in ((added, True), (removed, False))
        for name in names
    )
    return bool(added or removed)


def refresh(statements: Iterable[int]) -> None:
    """Compile anew the live part of statements and their recommendations that are public."""
    campaigns = lives.campaigns_by_tag()
    live = Statement.objects.filter(pk__in=list(statements), public=Public.LIVE).order_by("pk")
    public = store.parts(live.values_list("ref", flat=True))
    for statement in live.prefetch_related("recommendations__tags"):
        tags = {
            one.ref: [tag.slug for tag in one.tags.all() if not tag.internal]
            for one in statement.recommendations.all()
            if one.ref in public[statement.ref]
        }
        door.put_live(statement.ref, lives.gathered(tags, campaigns))


@transaction.atomic
def save_tag(tag: Tag, *, by: User, seen: int | None = None) -> None:
    """Save a new or renamed tag, or one that turned internal; the public sees it at once.

    `seen` is the version the editor saw. Raises Conflict where somebody saved since, and
    Refusal for a tag that a published campaign gathers and that is to be internal.
    """
    door.hold()
    if tag.internal and store.found_by("campaign", "tag", tag.slug):
        raise Refusal(_("A published campaign gathers this tag: it cannot be internal."))
    save_version(tag, by=by, seen=seen)
    gather([tag])
    if store.state("term", f"tag/{tag.slug}") == "live":
        door.put(terms.tag(tag))


def gather(tags: Iterable[Tag]) -> None:
    """Refresh every live statement with one of the tags, after a campaign came or went."""
    found = Recommendation.objects.live().filter(tagged__tag__in=list(tags))
    refresh(set(found.values_list("statement_id", flat=True)))
