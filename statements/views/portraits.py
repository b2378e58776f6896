"""A portrait: one record, and short sections that answer questions about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import reverse

from statements import choices
from statements.catalogue import select, store
from statements.catalogue.selection import Selection, Value
from statements.catalogue.vocabulary import Key
from statements.templatetags.drawing import Drawn
from statements.views import entries
from statements.views.names import Names
from statements.views.pages import Page

SHORT = 5


@dataclass(frozen=True, slots=True)
class Question:
    """The heading of a section, what answers it, and the words when nothing does."""

    title: str
    selection: Selection
    nothing: str


@dataclass(frozen=True, slots=True)
class Section(Drawn):
    """An answered question: its first entries, and the list that holds all of them."""

    title: str
    kind: str
    entries: Sequence[entries.Entry]
    template: str
    total: int
    address: str
    nothing: str
    are_promises: bool


def asks(**values: Value) -> Selection:
    """Select the recommendations that carry the values."""
    return _recommendations(choices.RecommendationKind.ASK, values)


def commitments(**values: Value) -> Selection:
    """Select the commitments that carry the values."""
    return _recommendations(choices.RecommendationKind.COMMITMENT, values)


def of(kind: str, /, **values: Value) -> Selection:
    """Select the records of a kind that carry the values."""
    return Selection(kind=kind, values={name: (value,) for name, value in values.items()})


def _recommendations(kind: choices.RecommendationKind, values: Mapping[str, Value]) -> Selection:
    kinds = {"kind": Value(kind.value, kind.value, str(kind.label))}
    return of("recommendation", **kinds, **values)


def answer(questions: Iterable[Question], keys: Iterable[Key]) -> tuple[list[Section], Names]:
    """Return the sections, and the names of all they mention and of `keys`.

    Two queries a question, and one for the names.
    """
    found = [
        (one, select.cards(one.selection, size=SHORT), select.total(one.selection))
        for one in questions
    ]
    mentioned = [key for one, cards, _ in found for key in entries.keys(one.selection.kind, cards)]
    names = Names([*keys, *mentioned])
    sections = [
        Section(
            title=one.title,
            kind=one.selection.kind,
            entries=entries.entries(one.selection.kind, cards, names),
            template=entries.KINDS[one.selection.kind].template,
            total=total,
            address=reverse(f"{one.selection.kind}-list") + one.selection.query(),
            nothing=one.nothing,
            are_promises=choices.RecommendationKind.COMMITMENT in one.selection.filed("kind"),
        )
        for one, cards, total in found
    ]
    return sections, names


class Portrait(Page):
    """The page of one record that others refer to."""

    kind: ClassVar[str]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        record = self.found()
        sections, names = answer(self.questions(record), self.keys(record))
        return super().get_context_data(
            record=record,
            sections=sections,
            is_empty=not any(section.total for section in sections),
            **self.facts(record, names),
            **kwargs,
        )

    def found(self) -> Any:
        return store.get(self.kind, self.kwargs["slug"]).record

    def questions(self, record: Any) -> Iterable[Question]:
        """Say what the page asks about the record."""
        raise NotImplementedError

    def keys(self, record: Any) -> Iterable[Key]:
        """Return the keys of the names that the facts need."""
        return ()

    def facts(self, record: Any, names: Names) -> dict[str, Any]:
        """Return what the template shows besides the record and the sections."""
        return {}
