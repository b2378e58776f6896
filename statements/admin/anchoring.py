"""The text of a statement beside its rows: words are selected in it, and made into a row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from statements.models import Passage
from statements.templatetags import drawing
from statements.text.tracing import Note, TracedBlock, trace


@dataclass(frozen=True, slots=True)
class Mark:
    """What words can be made into: its class, its button and key, its sign and what that is called.

    `done` is what they are then; `rows` is the prefix of the rows that the button adds to.
    """

    kind: str
    rows: str
    label: str | Promise
    done: str | Promise
    key: str
    sign: str
    name: str | Promise


MARKS: Mapping[str, Mark] = {
    one.rows: one
    for one in (
        Mark(
            "recommendation",
            "recommendations",
            gettext_lazy("Recommendation"),
            gettext_lazy("Recommendation"),
            "R",
            "{}",
            gettext_lazy("Recommendation %d: go to its row"),
        ),
        Mark(
            "instrument",
            "citations",
            gettext_lazy("Instrument"),
            gettext_lazy("Instrument"),
            "I",
            "§{}",
            gettext_lazy("Instrument %d: go to its row"),
        ),
        Mark(
            "withheld",
            "withheld",
            gettext_lazy("Withhold"),
            gettext_lazy("Withheld"),
            "W",
            "✕{}",
            gettext_lazy("Withheld words %d: go to their row"),
        ),
        Mark(
            "sic",
            "repairs",
            "[sic]",
            gettext_lazy("[sic]: wrong in the source"),
            "S",
            "[sic] {}",
            gettext_lazy("Words %d that are wrong in the source: go to their row"),
        ),
    )
}
# It fills the row of a recommendation that the person is at.
LEAD_IN = Mark(
    "lead-in",
    "recommendations",
    gettext_lazy("Lead-in"),
    gettext_lazy("Lead-in"),
    "L",
    "→{}",
    gettext_lazy("Lead-in of %d: go to its row"),
)


@dataclass(frozen=True, slots=True)
class Anchoring:
    """What the page shows: the text as it was saved, its blocks, and the rows beside it."""

    text: str
    script: SafeString
    blocks: tuple[TracedBlock, ...]
    rows: Sequence[Any]
    marks: tuple[Mark, ...]

    template = "admin/statements/statement/anchoring.html"

    @property
    def kinds(self) -> tuple[Mark, ...]:
        return (*MARKS.values(), LEAD_IN)


def of(form: Any, inlines: Sequence[Any]) -> Anchoring:
    """Return the text of a form's statement with the passages of its rows marked in it."""
    rows = [inline for inline in inlines if inline.formset.prefix in MARKS]
    saved = form.instance.pk is not None
    # A form that came back with errors has the typed text in its instance.
    text = form.initial.get("text", form.instance.text) if saved else ""
    notes = [note for inline in rows for note in _notes(inline.formset, len(text))]
    return Anchoring(
        text=text,
        script=drawing.script(form.initial.get("language", "")),
        blocks=trace(text, notes),
        rows=rows,
        marks=tuple(_buttons(one.formset.prefix for one in rows if one.has_add_permission)),
    )


def _buttons(prefixes: Iterable[str]) -> Iterator[Mark]:
    for prefix in prefixes:
        yield MARKS[prefix]
        if prefix == LEAD_IN.rows:
            yield LEAD_IN


def row_of(prefix: str, one: Any) -> str:
    """Return the id that a saved row has on the page."""
    return f"row-{one.ref}" if hasattr(one, "ref") else f"row-{prefix}-{one.pk}"


def _notes(formset: Any, length: int) -> Iterator[Note]:
    mark, led = MARKS[formset.prefix], set()
    for number, form in enumerate(formset.initial_forms, start=1):
        row = row_of(formset.prefix, form.instance)
        for words, passage in form.saved().items():
            kind = mark if words == "words" else LEAD_IN
            if passage.orphaned or passage.end > length or (kind is LEAD_IN and passage.pk in led):
                continue
            led |= {passage.pk} if kind is LEAD_IN else set()
            yield _note(passage, kind, row, number)


def _note(passage: Passage, kind: Mark, row: str, number: int) -> Note:
    name = str(kind.name) % number
    return Note(passage.start, passage.end, row, kind.kind, kind.sign.format(number), name)
