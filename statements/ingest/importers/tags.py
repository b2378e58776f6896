"""Bring the tags of recommendations up to date; the last word of a person on one stands."""

from collections.abc import Iterable

from django.utils.text import slugify

from statements import workflow
from statements.ingest.importers import people
from statements.models import Recommendation, Tag, User
from statements.workflow.tags import tag_names


def tag_of(name: str) -> Tag | None:
    """Return the tag that a file means by a name: renamed on the desk, it keeps its slug."""
    by_slug: Tag | None = Tag.objects.filter(slug=slugify(name)).first()
    return by_slug or _called(name)


def retag(one: Recommendation, names: Iterable[str], *, by: User, machines: frozenset[int]) -> bool:
    """Give a recommendation the tags of a file, and tell whether that changed anything.

    What a person put on stays, what a person took off stays off.
    """
    held = {tag.slug: tag.name for tag in one.tags.all()}
    wanted = {_slug(tag_of(name), name): name for name in names}
    said = people.tags(one.ref, machines=machines)
    stands = {_slug(_called(name), name): added for name, added in said.items()}
    add = {slug for slug in wanted.keys() - held.keys() if stands.get(slug, True)}
    remove = {slug for slug in held.keys() - wanted.keys() if not stands.get(slug, False)}
    if not add and not remove:
        return False
    present = dict(Tag.objects.filter(slug__in=add).values_list("slug", "name"))
    adding = [present.get(slug, wanted[slug]) for slug in sorted(add)]
    workflow.tag([one], by=by, add=adding, remove=[held[slug] for slug in sorted(remove)])
    return True


def _called(name: str) -> Tag | None:
    return next(iter(tag_names.found([name])), None)


def _slug(tag: Tag | None, name: str) -> str:
    return str(tag.slug) if tag else slugify(name)
