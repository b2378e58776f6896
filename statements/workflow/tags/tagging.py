"""Tags act at once: on the desk, and on what is live, without a new publication."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from statements.catalogue import records, sql, store
from statements.choices import Public
from statements.models import (
    Batch,
    Recommendation,
    Statement,
    Tag,
    TagAlias,
    TagChange,
    TaggedRecommendation,
    User,
)
from statements.workflow import door
from statements.workflow.errors import NotAllowed, Refusal
from statements.workflow.history.versions import save_version
from statements.workflow.records import lives, terms
from statements.workflow.tags import tag_names

# The key of a recommendation and of a tag.
Pair = tuple[int, int]


def may_tag(recommendation: Recommendation, by: User) -> bool:
    """Tell whether a person may tag: drafts, anybody of the staff; live ones, with the right."""
    return may_tag_where(recommendation.statement.public, by)


def may_tag_where(public: str, by: User) -> bool:
    """Tell whether a person may tag what the public sees as much of as `public` says."""
    if public == Public.NEVER:
        return by.has_perm("statements.view_recommendation")
    return by.has_perm("statements.tag_live_recommendation")


@door.change()
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
    pks = [one.pk for one in recommendations]
    chosen = Recommendation.objects.filter(pk__in=pks).values_list("pk", "statement__public")
    rows = list(chosen.order_by("pk"))
    if not all(may_tag_where(public, by) for public in {public for _pk, public in rows}):
        raise NotAllowed(_("You may not tag published recommendations."))
    adding, removing = tag_names.found_or_made(add), tag_names.found(remove)
    put(
        [(pk, tag.pk) for pk, _public in rows for tag in adding],
        [(pk, tag.pk) for pk, _public in rows for tag in removing],
        by=by,
    )


@door.change()
def put(
    add: Collection[Pair], remove: Collection[Pair], *, by: User, batch: Batch | None = None
) -> None:
    """Give recommendations tags and take others off; write down what that changed, and by whom.

    The rights of the person are asked before. The number of queries does not grow with the
    pairs, but for one more each few hundred in the catalogue.
    """
    ones = {one for one, _tag in (*add, *remove)}
    held = _held(ones, {tag for _one, tag in (*add, *remove)})
    added = [pair for pair in dict.fromkeys(add) if pair not in held]
    removed = [pair for pair in dict.fromkeys(remove) if pair in held]
    if not added and not removed:
        return
    table, columns = TaggedRecommendation._meta.db_table, ("content_object_id", "tag_id")
    sql.insert(table, columns, added, "ON CONFLICT DO NOTHING")
    sql.many(f"DELETE FROM {table} WHERE content_object_id = %s AND tag_id = %s", removed)  # noqa: S608
    changed = {one for one, _tag in (*added, *removed)}
    rows = Recommendation.objects.filter(pk__in=changed).values_list("pk", "ref", "statement_id")
    refs = {pk: (ref, statement) for pk, ref, statement in rows}
    _note({pk: ref for pk, (ref, _statement) in refs.items()}, added, removed, by, batch)
    refresh({statement for _ref, statement in refs.values()})


def _held(ones: Collection[int], tags: Collection[int]) -> set[Pair]:
    held = TaggedRecommendation.objects.filter(content_object__in=ones, tag__in=tags)
    return set(held.values_list("content_object_id", "tag_id"))


def _note(
    refs: Mapping[int, str],
    added: Iterable[Pair],
    removed: Iterable[Pair],
    by: User,
    batch: Batch | None,
) -> None:
    tags = {tag for _one, tag in (*added, *removed)}
    names = dict(Tag.objects.filter(pk__in=tags).values_list("pk", "name"))
    at = connection.ops.adapt_datetimefield_value(timezone.now())
    sql.insert(
        TagChange._meta.db_table,
        ("recommendation_ref", "tag_name", "added", "by_id", "at", "batch_id"),
        [
            (refs[one], names[tag], is_added, by.pk, at, batch.pk if batch else None)
            for pairs, is_added in ((added, True), (removed, False))
            for one, tag in pairs
        ],
    )


def refresh(statements: Iterable[int]) -> None:
    """Compile anew the live part of statements and their recommendations that are public.

    It is one change of the catalogue; some hundred statements are in memory at once.
    """
    live = Statement.objects.filter(pk__in=list(statements), public=Public.LIVE).order_by("pk")
    campaigns = lives.campaigns_by_tag()
    with door.change():
        for some in sql.batched(live.values_list("pk", "ref")):
            door.put_lives(_lives(dict(some), campaigns))


def _lives(
    statements: Mapping[int, str], campaigns: Mapping[str, tuple[str, ...]]
) -> dict[str, records.Live]:
    """Return the live part of each public statement, by its reference."""
    tagged = TaggedRecommendation.objects.filter(
        content_object__statement__in=list(statements), tag__internal=False
    )
    tags: dict[str, list[str]] = defaultdict(list)
    for ref, slug in tagged.values_list("content_object__ref", "tag__slug"):
        tags[ref].append(slug)
    public = store.parts(statements.values())
    return {
        ref: lives.gathered({part: tags[part] for part in public[ref]}, campaigns)
        for ref in statements.values()
    }


@transaction.atomic
def save_tag(tag: Tag, *, by: User, seen: int | None = None) -> None:
    """Save a new or renamed tag, or one that turned internal; the public sees it at once.

    A renamed tag keeps its address, and is still found by its former name. `seen` is the
    version the editor saw. Raises Conflict where somebody saved since, and Refusal for a tag
    that a published campaign gathers and that is to be internal.
    """
    door.hold()
    if tag.internal and store.found_by("campaign", "tag", tag.slug):
        raise Refusal(_("A published campaign gathers this tag: it cannot be internal."))
    before = Tag.objects.filter(pk=tag.pk).values_list("name", flat=True).first()
    tag.slug = tag.slug or tag_names.free_slug(tag.name)
    save_version(tag, by=by, seen=seen)
    # Who takes a former name for a tag means this one.
    TagAlias.objects.filter(name__iexact=tag.name, slug="").delete()
    if before and before.casefold() != tag.name.casefold():
        TagAlias.objects.get_or_create(name__iexact=before, defaults={"tag": tag, "name": before})
    gather([tag])
    if store.state("term", f"tag/{tag.slug}") == "live":
        door.put(terms.tag(tag))


def gather(tags: Iterable[Tag]) -> None:
    """Refresh every live statement with one of the tags, after a campaign came or went."""
    found = Recommendation.objects.live().filter(tagged__tag__in=list(tags))
    refresh(set(found.values_list("statement_id", flat=True)))
