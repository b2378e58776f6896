"""What a reading did not understand, said to the person who typed it."""

from collections.abc import Iterable, Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from statements.catalogue.search.typed.tokens import Note

SENTENCES: Final[Mapping[str, str | Promise]] = {
    "cut": _("That was too long: “%(words)s” was left out."),
    "elsewhere": _("This list is not narrowed so: “%(words)s” was searched as words."),
    "field": _("“%(words)s:” is no field here: it was searched as a word."),
    "mixed": _("A filter cannot be one of several choices: “%(words)s” was searched as words."),
    "operator": _("“%(words)s” joins nothing here: it was taken as a word."),
    "quotes": _("A quotation mark has no other half: “%(words)s” was searched word by word."),
    "short": _("“%(words)s” is too short for the beginning of a word: it was taken as a word."),
    "turned": _("A filter cannot be turned round: what has the words of “%(words)s” is left out."),
    "value": _("Nothing on record is called so: “%(words)s” was searched as words."),
    "wildcard": _("An asterisk stands at the end of a word: of “%(words)s” the beginning counts."),
}


def said(notes: Iterable[Note]) -> list[str]:
    """Return the notes of a reading as sentences, in the reader's language."""
    return [str(SENTENCES[code]) % {"words": words} for code, words in notes]
