"""The few words of a text that show why it was found, with the words looked for marked."""

from statements.catalogue.search.snippets.lines import marked, on_one_line
from statements.catalogue.search.snippets.texts import Text, texts
from statements.catalogue.search.snippets.windows import (
    Snippet,
    Window,
    has_all,
    snippet,
    spans,
)

__all__ = [
    "Snippet",
    "Text",
    "Window",
    "has_all",
    "marked",
    "on_one_line",
    "snippet",
    "spans",
    "texts",
]
