"""Entries set into stencils: the very words that their templates would draw."""

import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template import loader
from django.utils.safestring import SafeString

from statements.templatetags import stencils
from statements.templatetags.drawing import NOTHING
from statements.views import entries
from statements.views.forms import Fieldset, Form
from statements.views.text_entries import BriefStatementEntry

CLASSES = [*dict.fromkeys(entries.KINDS.values()), BriefStatementEntry, Fieldset, Form]
CONTEXTS: list[dict[str, str | bool]] = [
    {"level": "2", "has_words": True},
    {"level": "3", "with_aim": True, "is_dated": True},
]


def entry(of: type[Any], there: int) -> Any:
    """Return an entry of which every `there`th part is there, each with words of its own."""
    parts = {
        name: SafeString(f"<i>{name}</i>") if place % there == 0 else NOTHING
        for place, name in enumerate(stencils.names(of))
    }
    return of(card=None, **parts) if "card" in {one.name for one in fields(of)} else of(**parts)


def by_template(shown: list[Any], context: dict[str, str | bool]) -> str:
    return "".join(
        loader.render_to_string(one.template, {"entry": one, **context}) for one in shown
    )


class StencilTests:
    @pytest.mark.parametrize("context", CONTEXTS)
    @pytest.mark.parametrize("of", CLASSES)
    def test_draws_what_the_template_draws(self, of, context):
        shown = [entry(of, there) for there in (1, 2, 3, 100)]

        assert stencils.drawn("en", shown, **context) == by_template(shown, context)

    def test_keeps_nothing_of_an_entry_for_the_next(self):
        first = entry(entries.EventEntry, 1)
        second = replace(first, title=SafeString("The second"))

        drawn = stencils.drawn("en", [first, second], level="2")

        assert drawn.count("<i>title</i>") == drawn.count("The second") == 1

    def test_lets_no_words_be_taken_for_html(self):
        shown = replace(entry(entries.EventEntry, 1), title="<script>")

        assert "&lt;script&gt;" in stencils.drawn("en", [shown], level="2")
        assert "<script>" not in stencils.drawn("en", [shown], level="2")

    def test_takes_no_number_in_the_words_for_a_mark(self):
        shown = replace(entry(entries.EventEntry, 1), title=SafeString("1\0002\0003"))

        assert "1\0002\0003" in stencils.drawn("en", [shown], level="2")

    @pytest.mark.parametrize("of", CLASSES)
    def test_each_template_shows_parts_as_they_are(self, of):
        """A filter would be asked about the mark, and a part nobody knows would be left out."""
        text = (Path(settings.BASE_DIR) / "templates" / of.template).read_text("utf-8")

        said = re.findall(r"{{(.*?)}}", text)
        # A sentence to be translated gives a part a name of its own.
        renamed = re.findall(r"{% blocktranslate with (\w+)=entry\.\w+ ", text)

        assert {one.strip() for one in said} <= {
            "level",
            *renamed,
            *(f"entry.{name}" for name in stencils.names(of)),
        }
