"""Found records as lists show them: the words that were looked for marked, and where they stand."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from statements.catalogue import vocabulary
from statements.catalogue.search import snippets
from statements.catalogue.search.query import Query
from statements.catalogue.search.snippets import Text
from statements.choices import HOUSE_LANGUAGE
from statements.templatetags import drawing
from statements.templatetags.drawing import NOTHING
from statements.views.entries import ActorEntry


def shown(kind: str, entries: Sequence[Any], query: Query) -> tuple[Any, ...]:
    """Return entries of a list with what `query` looks for marked in their words.

    Where a statement is found by other words than those it is quoted with, they take the place
    of the quotation; they are a link to where they stand. One query for statements, else none.
    """
    if kind == "statement":
        found = snippets.texts(entry.card.ref for entry in entries)
        return tuple(_statement(entry, query, found.get(entry.card.ref)) for entry in entries)
    if kind == "recommendation":
        return tuple(_recommendation(entry, query) for entry in entries)
    return tuple(_named(entry, query) for entry in entries)


def _named(entry: Any, query: Query) -> Any:
    """Return an entry of which nothing is read here but what it is called."""
    card = entry.card
    if isinstance(entry, ActorEntry):
        name, language = vocabulary.named(card.names, card.name)
    else:
        name, language = vocabulary.named({}, card.title)
    return replace(entry, title=_told(name, language, query))


def _recommendation(entry: Any, query: Query) -> Any:
    """Return an entry with its words marked; if they are not all of it, what is around them too."""
    card = entry.card
    found = replace(entry, words=_marked(card.passage.exact, card.language, query))
    if snippets.has_all(card.passage.exact, card.language, query):
        return found
    found = replace(found, title=_told(*_short_form(card, query), query))
    if not card.lead_in:
        return found
    before = _marked(card.lead_in.exact, card.language, query)
    return replace(found, lead_in=format_html('<span class="lead-in">{}</span>', before))


def _short_form(card: Any, query: Query) -> tuple[str, str]:
    """Return the short form in the reader's language, or the first one that has what is sought."""
    usual, written = vocabulary.short_form(card), {HOUSE_LANGUAGE: card.short_form}
    foreign = [(words, language) for language, words in {**written, **card.short_forms}.items()]
    found = [one for one in (usual, *foreign) if snippets.spans(one[0], _spoken(one[1]), query)]
    return found[0] if found else usual


def _spoken(language: str) -> str:
    """Return the language of a label: "" is the reader's."""
    return language or (get_language() or HOUSE_LANGUAGE).split("-")[0]


def _statement(entry: Any, query: Query, text: Text | None) -> Any:
    card = entry.card
    if card.quote and snippets.has_all(card.quote.exact, card.language, query):
        words = _marked(card.quote.exact, card.language, query)
        return replace(entry, words=_link(entry, f"r{card.quote.ref}", words))
    snippet = text and snippets.snippet(text.text, card.language, query)
    if not text or not snippet:
        return replace(entry, title=_marked(card.title, card.language, query))
    ref = text.passage_at(snippet.place[0])
    anchor = f"r{ref}" if ref else f"p{snippet.paragraph}"
    words = _link(entry, anchor + snippet.directive, snippet.html())
    return replace(entry, words=words, lead_in=NOTHING, asked=entry.tally, pillar=NOTHING)


def _link(entry: Any, fragment: str, words: SafeString) -> SafeString:
    return SafeString(f'<a href="{entry.path}#{drawing.escaped(fragment)}">{words}</a>')


def _told(words: str, language: str, query: Query) -> SafeString:
    """Return words that are no source's with marks; `language` is "" where it is the reader's."""
    marked = _marked(words, _spoken(language), query)
    return drawing.apart(get_language() or HOUSE_LANGUAGE, marked, language)


def _marked(words: str, language: str, query: Query) -> SafeString:
    marks = snippets.spans(words, language, query)
    return snippets.marked(*snippets.on_one_line(words, 0, len(words), marks))
