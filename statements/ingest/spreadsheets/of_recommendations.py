"""Rows of recommendations: what each would be, or why it cannot be."""

from typing import Any, Final

from django.utils.translation import gettext as _

from statements.choices import Pillar, RecommendationKind, Strength
from statements.ingest.spreadsheets.known import Known, Target
from statements.ingest.spreadsheets.plan import Here, NewAsk, NewStatement
from statements.ingest.spreadsheets.row import Cells
from statements.models import Recommendation
from statements.models.languages import SHORT_FORMS
from statements.text import passages
from statements.text.passages import Passage

_LINES: Final = (*SHORT_FORMS, "addressed_as", "verb")
_TERMS: Final = {"addressees": "actors", "themes": "themes", "groups": "groups", "forms": "forms"}


def read(cells: Cells, known: Known) -> NewAsk | Here | None:
    """Return what a row says, or that it is here; none, with troubles told, where neither."""
    values: dict[str, Any] = {name: cells.value(name, Recommendation) for name in _LINES}
    values["kind"] = cells.choice("kind", RecommendationKind, RecommendationKind.ASK)
    values["strength"] = cells.strength("strength", Strength)
    values["pillar"] = cells.choice("pillar", Pillar, "")
    terms = {name: cells.linked(name, what) for name, what in _TERMS.items()}
    tags = cells.linked("tags", "tags")
    start = cells.number("start")
    target = _statement(cells, known)
    if target is not None and known.is_hidden(target):
        cells.wrong("statement", _("Words of this statement are withheld from you."))
        return None
    place = _place(cells, known.text(target), start) if target is not None else None
    if target is None or place is None:
        return None
    if not isinstance(target, NewStatement):
        if known.is_asked(target, place):
            return Here(cells.place, target)
        if why := known.why_not(target, tags=bool(tags)):
            cells.wrong("statement", why)
            return None
    return NewAsk(cells.place, target, place, values, terms, known.tag_names(tags))


def _statement(cells: Cells, known: Known) -> Target | None:
    said = cells.line("statement")
    if not said:
        cells.wrong("statement", _("There is no statement that it belongs to."))
        return None
    found = known.found(said)
    if len(found) == 1:
        return found[0]
    if found:
        cells.wrong("statement", _("“%s” may be several statements.") % said[:60])
    else:
        told = _("“%s” is no statement of this file, nor one that is here.")
        cells.wrong("statement", told % said[:60])
    return None


def _place(cells: Cells, text: str, start: int | None) -> Passage | None:
    words = cells.raw("words").strip()
    if not words:
        cells.wrong("words", _("There are no words."))
        return None
    if not text.strip():
        # The row of the statement says what is wrong.
        return None
    places = passages.find(text, words)
    if len(places) > 1:
        places = tuple(one for one in places if one.start == start) or places
    if len(places) == 1:
        return places[0]
    if places:
        told = _("These words stand %d times in the text: give more of them, so that it is clear.")
        cells.wrong("words", told % len(places))
    else:
        cells.wrong("words", _("These words are not in the text of the statement."))
    return None
