"""The page of one record that others refer to."""

from collections.abc import Iterable
from typing import Any, ClassVar

from statements import charts
from statements.catalogue import store
from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import Key
from statements.views.metadata import nouns
from statements.views.metadata.metadata import Metadata
from statements.views.pages import Page
from statements.views.portraits import questions
from statements.views.portraits.breakdowns import Breakdown
from statements.views.portraits.questions import Answers, Question

# The name of a chart, and what it is drawn of.
Picture = tuple[str, Selection]


class Portrait(Page):
    """A record, what answers the questions about it, and beside them what they have most of."""

    kind: ClassVar[str]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        record = self.found()
        answers = questions.answer(
            self.questions(record), self.breakdowns(record), self.keys(record)
        )
        answered = [section for section in answers.sections if section.total]
        return super().get_context_data(
            record=record,
            names=answers.names,
            sections=[section for section in answered if not section.beside],
            besides=[section for section in answered if section.beside],
            unanswered=[section.nothing for section in answers.sections if not section.total],
            figures=charts.drawn(answers.names.vocabulary, *self.pictures(record)),
            listings=[listing for listing in answers.listings if listing.items],
            is_empty=not answered,
            **self.facts(record, answers),
            **kwargs,
        )

    def metadata(self, context: dict[str, Any]) -> Metadata:
        return nouns.of(context["record"], context["names"], context["path"])

    def found(self) -> Any:
        return store.get(self.kind, self.kwargs["slug"]).record

    def questions(self, record: Any) -> Iterable[Question]:
        """Say what the page asks about the record."""
        raise NotImplementedError

    def breakdowns(self, record: Any) -> Iterable[Breakdown]:
        """Say what stands beside the answers, with counts."""
        return ()

    def pictures(self, record: Any) -> Iterable[Picture]:
        """Say which charts show more than the words do; one with nothing to show is left out."""
        return ()

    def keys(self, record: Any) -> Iterable[Key]:
        """Return the keys of the names that the facts need."""
        return ()

    def facts(self, record: Any, answers: Answers) -> dict[str, Any]:
        """Return what the template shows besides the record and the answers."""
        return {}
