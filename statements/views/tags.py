"""Tags: what the team has gathered under a word of its own."""

from collections.abc import Iterable
from typing import Any

from statements.catalogue import store, vocabulary
from statements.catalogue.records import Term
from statements.catalogue.selection import Value
from statements.views.portraits import Answers, Breakdown, Portrait, Question, gathered


class TagDetail(Portrait):
    section = "recommendations"
    template_name = "statements/tag_detail.html"

    def found(self) -> Any:
        return store.get("term", f"tag/{self.kwargs['slug']}").record

    def questions(self, record: Term) -> Iterable[Question]:
        return gathered.questions(tag=_value(record))

    def breakdowns(self, record: Term) -> Iterable[Breakdown]:
        return gathered.breakdowns(tag=_value(record))

    def facts(self, record: Term, answers: Answers) -> dict[str, Any]:
        name = vocabulary.name_of(record)
        return {"name": name, **gathered.facts(answers, tag=_value(record))}


def _value(record: Term) -> Value:
    return Value(record.code, record.code, vocabulary.name_of(record))
