"""What a column of a table may be: the fields of statements and of recommendations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

STATEMENTS: Final = "statements"
RECOMMENDATIONS: Final = "recommendations"
KINDS: Final[Mapping[str, str | Promise]] = {
    STATEMENTS: _("Statements"),
    RECOMMENDATIONS: _("Recommendations"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a column may hold, and whether a row is nothing without it."""

    name: str
    label: str | Promise
    is_needed: bool = False


_OF_STATEMENTS: Final = (
    Field("key", _("A number or name by which recommendations refer to the row")),
    Field("ref", _("Permanent reference")),
    Field("title", _("Title"), is_needed=True),
    Field("title_is_ours", _("Our title")),
    Field("text", _("Text"), is_needed=True),
    Field("kind", _("Kind")),
    Field("language", _("Language of the text")),
    Field("text_version", _("Version of the text")),
    Field("delivered", _("Delivered")),
    Field("delivered_source", _("Delivered: known from")),
    Field("published", _("Published")),
    Field("published_source", _("Published: known from")),
    Field("speakers", _("Speakers, as “Name (State)”")),
    Field("voices_name", _("Speakers: names alone")),
    Field("voices_actor", _("Speakers: States or organisations alone")),
    Field("voices_role", _("Speakers: roles")),
    Field("voices_capacity", _("Speakers: how they speak")),
    Field("event", _("Event")),
    Field("source_url", _("Source address")),
    Field("source_note", _("Source")),
    Field("webcast_url", _("Webcast")),
    Field("webcast_offset", _("Webcast: begins at")),
    Field("countries", _("Countries named")),
    Field("themes", _("Themes")),
    Field("groups", _("Affected groups")),
    Field("forms", _("Forms of exploitation")),
)
_OF_RECOMMENDATIONS: Final = (
    Field("ref", _("Permanent reference")),
    Field("statement", _("Statement: its key, reference, address or title"), is_needed=True),
    Field("words", _("Exact words"), is_needed=True),
    Field("start", _("Where the words begin in the text")),
    Field("kind", _("Kind")),
    Field("short_form", _("Short form")),
    Field("short_form_ar", _("Short form in Arabic")),
    Field("short_form_es", _("Short form in Spanish")),
    Field("short_form_fr", _("Short form in French")),
    Field("short_form_ru", _("Short form in Russian")),
    Field("short_form_zh", _("Short form in Chinese")),
    Field("addressees", _("Asked of")),
    Field("addressed_as", _("Addressed as")),
    Field("verb", _("Verb")),
    Field("strength", _("Strength")),
    Field("pillar", _("Pillar")),
    Field("themes", _("Themes")),
    Field("groups", _("Affected groups")),
    Field("forms", _("Forms of exploitation")),
    Field("tags", _("Tags")),
)
FIELDS: Final[Mapping[str, tuple[Field, ...]]] = {
    STATEMENTS: _OF_STATEMENTS,
    RECOMMENDATIONS: _OF_RECOMMENDATIONS,
}


def labels(kind: str) -> dict[str, str]:
    """Return the fields of a kind of row with their labels, in the order of the form."""
    return {field.name: str(field.label) for field in FIELDS[kind]}


def needed(kind: str) -> list[Field]:
    """Return the fields that a kind of row is nothing without."""
    return [field for field in FIELDS[kind] if field.is_needed]
