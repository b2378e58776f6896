"""Tell a version of a statement in words, line by line, and what one changed of another."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignKey, Model
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from statements.models import Citation, Recommendation, Statement, Voice
from statements.text.differences import Piece, difference, excerpt
from statements.workflow.history.snapshots import Row, Snapshot

# A line of a version: of what (a row's reference, or ""), its label and its words.
Key = tuple[str, str]
# Takes out of some words what the person who reads them may not see.
Clean = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Changed:
    """A line that differs between two versions."""

    label: str
    pieces: tuple[Piece, ...]


def changed(before: Snapshot | None, after: Snapshot, clean: Clean) -> list[Changed]:
    """Return what differs, in the order of the form; `before` is None where nothing was."""
    names = Names([one for one in (before, after) if one])
    old = {key: clean(words) for key, words in names.lines(before)} if before else {}
    new = {key: clean(words) for key, words in names.lines(after)}
    return [
        Changed(clean(_label(key, names)), excerpt(difference(old.get(key, ""), new.get(key, ""))))
        for key in dict.fromkeys([*new, *old])
        if old.get(key, "") != new.get(key, "")
    ]


def _label(key: Key, names: "Names") -> str:
    row, label = key
    return f"{names.titles.get(row, '')}: {label}" if row else label


class Names:
    """Names of all that some versions refer to by key; what is there no more is said to be."""

    def __init__(self, snapshots: Iterable[Snapshot]) -> None:
        self.titles: dict[str, str] = {}
        wanted: dict[type[Model], set[Any]] = {}
        for snapshot in snapshots:
            for model, row in _rows(snapshot):
                for of, keys in _referred(model, row):
                    wanted.setdefault(of, set()).update(keys)
        self.names: dict[tuple[type[Model], Any], str] = {
            (model, one.pk): str(one)
            for model, keys in wanted.items()
            for one in model._default_manager.filter(pk__in=keys)
        }

    def lines(self, snapshot: Snapshot) -> Iterator[tuple[Key, str]]:
        """Yield the lines of a version that hold anything."""
        for label, words in self._of_row(Statement, snapshot.fields):
            yield ("", label), words
        for ref, row in snapshot.voices.items():
            self.titles[ref] = _("Voice “%(name)s”") % {"name": self._voice(row)}
            yield from (((ref, label), words) for label, words in self._of_row(Voice, row))
        voices = {ref: self._voice(row) for ref, row in snapshot.voices.items()}
        for ref, row in snapshot.recommendations.items():
            words = Truncator(row["short_form"] or row["passage"]["exact"]).chars(60)
            self.titles[ref] = _("Recommendation “%(words)s”") % {"words": words}
            yield from (((ref, label), told) for label, told in self._of_part(row, voices))
        cited = [self._cited(row) for row in snapshot.citations]
        if cited:
            yield ("", _("Citations")), "\n".join(cited)

    def _of_part(self, row: Row, voices: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        yield _("Exact words"), row["passage"]["exact"]
        if row["lead_in"]:
            yield _("Lead-in"), row["lead_in"]["exact"]
        if row["askers"]:
            yield _("Asked by"), "\n".join(voices.get(ref, "?") for ref in row["askers"])
        yield from self._of_row(Recommendation, {**row, "askers": []})

    def _of_row(self, model: type[Model], row: Row) -> Iterator[tuple[str, str]]:
        for name, value in row.items():
            if name in {"passage", "lead_in"} or value in (None, "", []):
                continue
            column: Any = model._meta.get_field(name)
            yield capfirst(str(column.verbose_name)), self._words(column, value)

    def _words(self, column: Any, value: Any) -> str:
        if column.many_to_many:
            return "\n".join(self._name(column.related_model, key) for key in value)
        if isinstance(column, ForeignKey):
            return self._name(column.related_model, value)
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if column.choices:
            return str(dict(column.flatchoices).get(value, value))
        return str(value)

    def _name(self, model: Any, key: Any) -> str:
        return self.names.get((model, key), _("(no longer on the desk)"))

    def _voice(self, row: Row) -> str:
        if row["name"]:
            return str(row["name"])
        for name in ("person", "actor"):
            if row[name]:
                return self._name(Voice._meta.get_field(name).related_model, row[name])
        return ""

    def _cited(self, row: Row) -> str:
        of = Citation._meta.get_field("instrument").related_model
        instrument = self._name(of, row["instrument"]) if row["instrument"] else _("not known yet")
        return f"“{row['passage']['exact']}”: {instrument}"


def _rows(snapshot: Snapshot) -> Iterator[tuple[type[Model], Row]]:
    yield Statement, snapshot.fields
    yield from ((Voice, row) for row in snapshot.voices.values())
    yield from ((Recommendation, row) for row in snapshot.recommendations.values())
    yield from ((Citation, row) for row in snapshot.citations)


def _referred(model: type[Model], row: Row) -> Iterator[tuple[Any, list[Any]]]:
    """Yield what a row refers to: the model, and the keys."""
    for name, value in row.items():
        if name in {"passage", "lead_in", "askers"} or value in (None, []):
            continue
        column: Any = model._meta.get_field(name)
        if column.many_to_many:
            yield column.related_model, value
        elif isinstance(column, ForeignKey):
            yield column.related_model, [value]
