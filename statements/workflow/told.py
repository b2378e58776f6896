"""Where withheld words would still be told: what stands in the way of a publication."""

from collections.abc import Iterable, Iterator

from django.utils.text import slugify
from django.utils.translation import gettext as _

from statements.text import withholding
from statements.text.withholding import Span
from statements.workflow.copies import Copy, Part
from statements.workflow.errors import Problem


def of(copy: Copy) -> list[Problem]:
    """Return what a publication of a copy with withheld words needs; none of it is a guess."""
    return [*_lost(copy), *_elsewhere(copy), *_overlapping(copy), *_beside(copy)]


def _lost(copy: Copy) -> Iterator[Problem]:
    message = _(
        "Withheld words were changed in the text. Say under “Words changed: please check” which "
        "words are meant now. They were: “%s”"
    )
    for one in copy.withheld:
        if one.orphaned:
            yield Problem("withheld", message % one.exact)


def _elsewhere(copy: Copy) -> Iterator[Problem]:
    """Yield the withheld words that still stand in the text: an edit may bring them back."""
    shown = copy.shown()
    message = _("Withheld words stand in another place of the text too: withhold them again. “%s”")
    for words in dict.fromkeys(one.exact for one in copy.withheld if not one.orphaned):
        found = withholding.places(shown.text, words)
        if any(not _is_within(span, shown.tokens) for span in found):
            yield Problem("withheld", message % words)


def _is_within(span: Span, tokens: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in tokens)


def _overlapping(copy: Copy) -> Iterator[Problem]:
    """Yield the recommendations that hold withheld words, or whose lead-in does."""
    shown = copy.shown()
    message = _("Some of these words are withheld. Narrow the recommendation: “%(words)s”")
    for part in copy.parts:
        held = [each for each in (part.noun.passage, part.noun.lead_in) if each]
        if any(shown.overlaps(each.start, each.end) for each in held):
            yield Problem("words", message % {"words": part.noun.passage}, part.noun.ref)


def _beside(copy: Copy) -> Iterator[Problem]:
    """Yield the lines beside the text in which withheld words stand."""
    message = _("Withheld words stand here as well; change it: “%(line)s”")
    words = [one.exact for one in copy.withheld]
    for field, line, ref in _lines(copy):
        if any(withholding.places(line, each) for each in words):
            yield Problem(field, message % {"line": line}, ref)
    slugs = {slug for each in words if (slug := slugify(each))}
    if any(f"-{slug}-" in f"-{copy.noun.slug}-" for slug in slugs):
        yield Problem("slug", message % {"line": copy.noun.slug})


def _lines(copy: Copy) -> Iterator[tuple[str, str, str]]:
    """Yield all that is published beside the text: its field, its words, its recommendation."""
    noun = copy.noun
    sources = ("source_note", "source_url", "webcast_url", "delivered_source", "published_source")
    for field in ("title", *sources):
        yield field, getattr(noun, field), ""
    for voice in copy.voices:
        yield "voices", voice.name if voice.name_is_public else "", ""
        yield "voices", voice.role, ""
    for part in copy.parts:
        yield from _of_part(part)


def _of_part(part: Part) -> Iterator[tuple[str, str, str]]:
    one = part.noun
    for field in ("short_form", "addressed_as", "verb"):
        yield field, getattr(one, field), one.ref
