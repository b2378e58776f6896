"""Tags by their names: what is typed leads to one tag, whatever its capitals or former name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Count
from django.utils.text import slugify

from statements.catalogue.models import Redirect
from statements.models import Tag, TagAlias
from statements.models.fields import new_ref
from statements.models.tag import SLUG_LENGTH
from statements.text import analysis

# Likenesses of a name that are offered.
MOST_ALIKE = 3
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Counted:
    """A tag's name, and how many recommendations carry it."""

    name: str
    carried: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that no tag has, and the tags that probably mean the same."""

    name: str
    alike: tuple[Counted, ...]


def cleaned(names: Iterable[str]) -> list[str]:
    """Return names without needless white space, each once, whatever its capitals."""
    spaced = (" ".join(name.split()) for name in names)
    return list({name.casefold(): name for name in spaced if name}.values())


def split(typed: str) -> list[str]:
    """Return the names that were typed, parted by commas."""
    return cleaned(typed.split(","))


def known() -> Mapping[str, Tag]:
    """Return every tag by its casefolded name, and by its former names; two queries."""
    tags = {tag.pk: tag for tag in Tag.objects.order_by("pk")}
    former = TagAlias.objects.order_by("pk").values_list("name", "tag_id")
    found = {name.casefold(): tags[pk] for name, pk in former}
    return found | {tag.name.casefold(): tag for tag in tags.values()}


def found_or_made(names: Iterable[str]) -> list[Tag]:
    """Return the tags of names, new ones for those that nothing is or was called."""
    held = known()
    return [held.get(name.casefold()) or _made(name) for name in cleaned(names)]


def found(names: Iterable[str]) -> list[Tag]:
    """Return the tags of names, but of those that nothing is or was called."""
    held = known()
    return [held[name.casefold()] for name in cleaned(names) if name.casefold() in held]


def counted() -> list[Counted]:
    """Return the tags with how many recommendations carry each, the most carried first."""
    rows = Tag.objects.annotate(carried=Count("tagged")).order_by("-carried", "name", "pk")
    return [Counted(*row) for row in rows.values_list("name", "carried")]


def unknown(names: Iterable[str]) -> tuple[Unknown, ...]:
    """Return those of the names that no tag has or had, with the tags that they may mean."""
    typed = cleaned(names)
    held = known() if typed else {}
    new = [name for name in typed if name.casefold() not in held]
    tags = counted() if new else []
    return tuple(Unknown(name, tuple(alike(name, tags))) for name in new)


def by_key() -> Mapping[frozenset[str], list[str]]:
    """Return the names of the tags by their words, the most carried first, where several agree."""
    found: dict[frozenset[str], list[str]] = defaultdict(list)
    for tag in counted():
        found[key_of(tag.name)].append(tag.name)
    return {key: names for key, names in found.items() if len(names) > 1}


def alike(name: str, tags: Iterable[Counted]) -> list[Counted]:
    """Return the tags that probably mean the same as `name`, which is none of them.

    They have the same words in another form, or differ by a slip of the hand.
    """
    key, letters = key_of(name), _letters(name)
    near = [
        tag
        for tag in tags
        if tag.name.casefold() != name.casefold()
        and (key_of(tag.name) == key or _is_slip(letters, _letters(tag.name)))
    ]
    return sorted(near, key=lambda tag: (key_of(tag.name) != key, -tag.carried))[:MOST_ALIKE]


def key_of(name: str) -> frozenset[str]:
    """Return what is the same for “shelter”, “Shelters” and “the shelter’s”: folded stems."""
    terms = frozenset(analysis.stream(name.replace("-", " "), "en").words)
    return terms or frozenset([name.casefold()])


def free_slug(name: str) -> str:
    """Return an address for a tag that is not, and never was, another's."""
    base = slugify(name)[:SLUG_LENGTH].strip("-") or new_ref()
    taken = set(_taken(base))
    return next(slug for slug in _numbered(base) if slug not in taken)


def _made(name: str) -> Tag:
    tag: Tag = Tag.objects.create(name=name, slug=free_slug(name))
    return tag


def _numbered(base: str) -> Iterator[str]:
    yield base
    number = 1
    while True:
        yield f"{base}-{number}"
        number += 1


def _taken(base: str) -> Iterator[str]:
    yield from Tag.objects.filter(slug__startswith=base).values_list("slug", flat=True)
    yield from TagAlias.objects.filter(slug__startswith=base).values_list("slug", flat=True)
    public = Redirect.objects.filter(kind="term", slug__startswith=f"tag/{base}")
    for slug in public.values_list("slug", flat=True):
        yield slug.removeprefix("tag/")


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _is_slip(one: str, other: str) -> bool:
    """Tell whether words differ in one letter only: added, left out, changed or two turned."""
    if one == other:
        return True
    if one.isascii() and (any(map(str.isdigit, one)) or any(map(str.isdigit, other))):
        # 2016 and 2017 are no slips of each other.
        return False
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) <= _SHORTEST or len(longer) - len(shorter) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    if len(one) != len(other):
        return shorter[start:] == longer[start + 1 :]
    turned = one[start : start + 2] == other[start : start + 2][::-1]
    return one[start + 1 :] == other[start + 1 :] or (
        turned and one[start + 2 :] == other[start + 2 :]
    )
