"""Whatever free words a record of a statement has, a redacted one has them without the words."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args, get_type_hints

from statements.catalogue import records
from statements.text import passages
from statements.text.withholding import Withheld
from statements.workflow.records import derived
from statements.workflow.withheld.redacting import redacted
from tests.catalogue import build

NAME = "Zamira"
# Codes and references, which nobody types into.
CODES = {
    *("Addressee.actor", "Addressee.state", "Date.precision", "Voice.ref", "Voice.capacity"),
    *("Voice.actor", "Voice.state", "Quote.ref", "Quote.pillar"),
    *("Statement.ref", "Statement.kind", "Statement.language", "Statement.event"),
    *("Statement.countries", "Statement.themes", "Statement.groups", "Statement.forms"),
    *("Statement.text_version", "Recommendation.ref", "Recommendation.statement"),
    *("Recommendation.kind", "Recommendation.pillar", "Recommendation.themes"),
    *("Recommendation.groups", "Recommendation.forms", "Recommendation.countries"),
    *("Recommendation.event", "Recommendation.language", "Recommendation.instruments"),
    *("Statement.instruments", "Statement.translation_of", "Citation.instrument", "Repair.kind"),
}
# Made of the redacted text and of the redacted recommendations.
MADE = {
    *("Statement.text", "Statement.quote", "Quote.exact", "Quote.lead_in", "Quote.addressed_as"),
    *("Recommendation.passage", "Recommendation.lead_in"),
    *("Passage.exact", "Passage.prefix", "Passage.suffix"),
}


def named(kind: Any) -> Iterator[str]:
    """Yield each field that holds words, of a public dataclass and of all in it."""
    for name, hint in get_type_hints(kind).items():
        if name.isupper():
            continue
        inner = [one for one in (hint, *get_args(hint)) if is_dataclass(one)]
        if inner:
            yield from (each for one in inner for each in named(one))
        elif hint is str or str in get_args(hint):
            yield f"{kind.__name__}.{name}"


def filled(one: Any) -> Any:
    """Return a public thing with the name in all words that are no codes and are not made."""
    values: dict[str, Any] = {}
    for line in fields(one):
        value, name = getattr(one, line.name), f"{type(one).__name__}.{line.name}"
        if name in CODES | MADE:
            continue
        if isinstance(value, str):
            values[line.name] = f"{NAME.lower()}-{value}" if line.name == "slug" else f"{NAME} x"
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            values[line.name] = tuple(filled(each) for each in value)
        elif is_dataclass(value):
            values[line.name] = filled(value)
    return replace(one, **values)


def record() -> records.Statement:
    text = f"{NAME} spoke. We should act."
    words = passages.anchor(text, text.index("We"), len(text))
    voices = [build.voice(name="x", role="x")]
    ask = build.recommendation(
        passage=derived.selector(words),
        askers=tuple(voices),
        date=build.date("2026-01-01"),
        short_forms={"fr": f"Un abri pour {NAME}"},
    )
    given: dict[str, Any] = {"delivered": build.date("2026-01-01"), "voices": tuple(voices)}
    given["webcast"] = records.Webcast(url="x", offset=60)
    given |= {"changes": (records.Change(on=dt.date(2026, 1, 1), note="x"),)}
    given |= {"repairs": (records.Repair(kind="words", start=17, end=23, before="x", after="x"),)}
    one = build.statement("st", text=text, recommendations=(ask,), **given)
    held: records.Statement = filled(one)
    return held


class RedactedTests:
    def test_has_the_words_nowhere(self):
        before = record()

        after = redacted(before, Withheld((NAME,), language=before.language)).record

        assert repr(before).casefold().count("zamira") > 8
        assert "zamira" not in repr(after).casefold()

    def test_knows_every_field_with_words(self):
        """A new field is either a code, or made of the rest, or redacted and tried above."""
        tried = {
            *("Statement.slug", "Statement.title", "Statement.source_url", "Statement.source_note"),
            *("Date.source", "Voice.name", "Voice.role", "Recommendation.short_form"),
            *("Recommendation.short_forms", "Recommendation.addressed_as", "Recommendation.verb"),
            "Webcast.url",
            *("Change.note", "Repair.before", "Repair.after"),
        }

        assert set(named(records.Statement)) - CODES - MADE == tried
