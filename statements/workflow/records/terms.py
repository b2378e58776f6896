"""Turn the terms of the desk's vocabularies into records, and tags, which are terms too."""

from collections.abc import Iterable

from statements.catalogue import records
from statements.choices import UN_LANGUAGES
from statements.models import Country, Region, Tag
from statements.models.vocabulary import Alias, NestedTerm


def nested(noun: NestedTerm) -> records.Term:
    return records.Term(
        scheme=noun.scheme,
        code=noun.code,
        labels=noun.labels(),
        broader=_ancestors(noun),
        order=noun.sort,
        note=noun.note,
        retired=noun.retired,
        also=other_names(noun.synonyms.all()),
    )


def country(noun: Country) -> records.Term:
    return records.Term(
        scheme="country",
        code=noun.iso2,
        labels=names(noun),
        broader=_ancestors(noun.region) if noun.region else (),
        order=noun.sort,
        retired=noun.retired,
        also=(noun.iso3, *other_names(noun.aliases.all())),
    )


def region(noun: Region) -> records.Term:
    return records.Term(
        scheme="region",
        code=noun.code,
        labels=noun.labels(),
        broader=_ancestors(noun)[1:],
        order=0,
    )


def tag(noun: Tag) -> records.Term:
    return records.Term(scheme="tag", code=noun.slug, labels={"en": noun.name}, broader=(), order=0)


def other_names(aliases: Iterable[Alias]) -> tuple[str, ...]:
    return tuple(sorted(alias.name for alias in aliases))


def names(noun: Country) -> dict[str, str]:
    return {language: getattr(noun, f"name_{language}") for language in UN_LANGUAGES}


def _ancestors(noun: NestedTerm | Region) -> tuple[str, ...]:
    """Return the codes above a term, nearest first; of a region, its own code first."""
    codes: list[str] = []
    above: NestedTerm | Region | None = noun.parent if isinstance(noun, NestedTerm) else noun
    while above is not None:
        codes.append(above.code)
        above = above.parent
    return tuple(codes)
