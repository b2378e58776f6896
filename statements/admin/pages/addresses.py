"""From a public address to what stands behind it on the desk, and the other way round."""

import re
from dataclasses import dataclass

from django.urls import reverse

from statements.catalogue.models import Record, Redirect
from statements.models.fields import ALPHABET, REF_LENGTH

_REF = re.compile(f"[{ALPHABET}]{{{REF_LENGTH}}}")
_ANCHOR = re.compile(rf"#[rn]({_REF.pattern})$")
_PAGE = re.compile(
    r"(?:^|/)(statement|recommendation|event|campaign|actor|instrument)s/([-\w]+)/?(?:[?#].*)?$"
)


# What has a page of its own; terms stand in the catalogue under one kind.
TERMS = frozenset({"theme", "country", "tag"})
PAGES = TERMS | {"statement", "recommendation", "event", "actor", "instrument", "campaign"}


@dataclass(frozen=True, slots=True)
class Named:
    """What a pasted address or reference names: the kind where it says so, and the reference."""

    kind: str
    ref: str


def public(kind: str, ref: str) -> str | None:
    """Return the public address of a record, None where the public sees nothing of it."""
    if kind not in PAGES:
        return None
    held = ("term", f"{kind}/{ref}") if kind in TERMS else (kind, ref)
    live = Record.objects.live().filter(kind=held[0], ref=held[1])
    slug = live.values_list("slug", flat=True).first()
    return reverse(f"{kind}-detail", args=[slug.removeprefix(f"{kind}/")]) if slug else None


def named_by(pasted: str) -> Named | None:
    """Return what a public address, with or without its host, or a bare reference names."""
    pasted = pasted.strip()
    if anchor := _ANCHOR.search(pasted):
        return Named("recommendation", anchor[1])
    if page := _PAGE.search(pasted):
        kind, slug = page.groups()
        owner = Redirect.objects.filter(kind=kind, slug=slug).values_list("ref", flat=True).first()
        return Named(kind, owner or slug)
    return Named("", pasted) if _REF.fullmatch(pasted) else None
