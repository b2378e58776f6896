"""Tags: what the team has gathered under a word of its own."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from statements.catalogue import store, vocabulary
from statements.catalogue.records import Term
from statements.catalogue.selection import Value
from statements.views import portraits
from statements.views.names import Names
from statements.views.portraits import Portrait, Question


class TagDetail(Portrait):
    section = "recommendations"
    template_name = "statements/tag_detail.html"

    def found(self) -> Any:
        return store.get("term", f"tag/{self.kwargs['slug']}").record

    def questions(self, record: Term) -> Iterable[Question]:
        tag = Value(record.code, record.code, vocabulary.name_of(record))
        return (
            Question(
                _("What was asked"),
                portraits.asks(tag=tag),
                _("No recommendation carries this tag."),
            ),
            Question(
                _("What was promised"),
                portraits.commitments(tag=tag),
                _("No promise carries this tag."),
            ),
            Question(
                _("Where it was said"),
                portraits.of("statement", tag=tag),
                _("No statement carries this tag."),
            ),
        )

    def facts(self, record: Term, names: Names) -> dict[str, Any]:
        return {"name": vocabulary.name_of(record)}
