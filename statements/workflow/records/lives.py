"""The live part of a record: what changes at once, without a new publication."""

from collections.abc import Collection, Mapping

from statements.catalogue import records
from statements.catalogue.models import Record
from statements.workflow.records.copies import Copy


def of(copy: Copy) -> records.Live:
    """Compile the live part of a statement and its recommendations from its working copy."""
    tags = {part.noun.ref: part.tags for part in copy.parts}
    return gathered(tags, campaigns_by_tag() if any(tags.values()) else {})


def gathered(
    tags: Mapping[str, Collection[str]], campaigns: Mapping[str, tuple[str, ...]]
) -> records.Live:
    """Compile the live part of a statement from the public tags of each recommendation.

    `campaigns` are the refs of the live campaigns that gather each tag.
    """
    parts = {ref: _tagged(slugs, campaigns) for ref, slugs in tags.items()}
    return records.Live(
        tags=tuple(sorted({tag for part in parts.values() for tag in part.tags})),
        campaigns=tuple(sorted({ref for part in parts.values() for ref in part.campaigns})),
        recommendations=parts,
    )


def _tagged(tags: Collection[str], campaigns: Mapping[str, tuple[str, ...]]) -> records.Live:
    return records.Live(
        tags=tuple(sorted(tags)),
        campaigns=tuple(sorted(ref for tag in tags for ref in campaigns.get(tag, ()))),
    )


def campaigns_by_tag() -> Mapping[str, tuple[str, ...]]:
    """Return the refs of the campaigns that gather each tag as they are published, by its slug."""
    found: dict[str, tuple[str, ...]] = {}
    held = Record.objects.live().filter(kind="campaign").order_by("pk")
    for ref, card in held.values_list("ref", "card"):
        tag = records.load_card("campaign", card).tag
        found[tag] = (*found.get(tag, ()), ref)
    return found
