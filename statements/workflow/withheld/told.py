"""Where withheld words would still be told: what stands in the way of a publication."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from statements.models.languages import SHORT_FORMS
from statements.workflow.errors import Problem
from statements.workflow.records.copies import Copy, Part

ADDRESSES = ("slug", "source_url", "webcast_url")


def of(copy: Copy) -> list[Problem]:
    """Return what a publication of a copy with withheld words needs; none of it is a guess."""
    return [*_lost(copy), *_elsewhere(copy), *_overlapping(copy), *_beside(copy)]


def _lost(copy: Copy) -> Iterator[Problem]:
    message = _(
        "Withheld words were changed in the text. Say under “Words changed: please check” which "
        "words are meant now. They were: “%s”"
    )
    for words in copy.withheld.lost:
        yield Problem("withheld", message % words)


def _elsewhere(copy: Copy) -> Iterator[Problem]:
    """Yield the withheld words that still stand in the text: an edit may bring them back."""
    text = copy.noun.text
    message = _("Withheld words stand in another place of the text too: withhold them again. “%s”")
    found = copy.withheld.spans(text, copy.withheld.places)
    for words in dict.fromkeys(text[start:end] for start, end in sorted(found)):
        yield Problem("withheld", message % words)


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
    held = copy.withheld
    for field, line, ref in _lines(copy):
        if held.line(line) != line or (field in ADDRESSES and held.names(line)):
            yield Problem(field, message % {"line": line}, ref)


def _lines(copy: Copy) -> Iterator[tuple[str, str, str]]:
    """Yield all that is published beside the text: its field, its words, its recommendation."""
    noun = copy.noun
    for field in ("title", "source_note", *ADDRESSES, "delivered_source", "published_source"):
        yield field, getattr(noun, field), ""
    for voice in copy.voices:
        yield "voices", voice.name if voice.name_is_public else "", ""
        yield "voices", voice.role, ""
    for part in copy.parts:
        yield from _of_part(part)


def _of_part(part: Part) -> Iterator[tuple[str, str, str]]:
    one = part.noun
    for field in (*SHORT_FORMS, "addressed_as", "verb"):
        yield field, getattr(one, field), one.ref
