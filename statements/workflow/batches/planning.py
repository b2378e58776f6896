"""Say exactly what a wish would change in many recommendations, and what is left out, and why."""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from statements.choices import Pillar, Strength
from statements.models import Tag, User
from statements.workflow.batches.changes import FIELDS, SCHEMES, Delta, Value, Wanted
from statements.workflow.batches.reading import Row, chosen
from statements.workflow.tags import tag_names

Names = tuple[str, ...]
# Says why a recommendation cannot be classified like this by a person, or nothing.
Hindrance = Callable[[Row, Delta, User], str]
ADD, REMOVE, SET = "add", "remove", "set"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that changes: in how many recommendations at once, and in how many it waits."""

    field: str
    verb: str
    what: str
    now: int
    waits: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Recommendations of a statement that are left out of a part of the change."""

    statement: int
    title: str
    rows: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of a change; `under_review` statements become drafts again."""

    chosen: int
    changed: int
    edited_statements: int
    waiting: int
    waiting_statements: int
    under_review: int
    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A recommendation that a plan changes: its tags by name, its classes by `delta`."""

    row: Row
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    delta: Delta = field(default_factory=Delta)

    @property
    def waits(self) -> bool:
        return bool(self.delta) and self.row.statement.is_live


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What would change; `seen` tells whether somebody edited what was classified since."""

    chosen: int
    rows: tuple[Changed, ...]
    left_out: tuple[LeftOut, ...]
    seen: str

    @property
    def edits(self) -> list[Changed]:
        return [one for one in self.rows if one.delta and not one.waits]

    @property
    def waiting(self) -> list[Changed]:
        return [one for one in self.rows if one.waits]

    @cached_property
    def told(self) -> Told:
        edited = {one.row.statement for one in self.edits}
        return Told(
            chosen=self.chosen,
            changed=len(self.rows),
            edited_statements=len(edited),
            waiting=len(self.waiting),
            waiting_statements=len({one.row.statement.pk for one in self.waiting}),
            under_review=sum(one.is_under_review for one in edited),
            lines=tuple(_lines(self.rows)),
            left_out=self.left_out,
        )


def plan(pks: Collection[int], wanted: Wanted, *, by: User) -> Plan:
    """Return what `wanted` would change in recommendations, if this person asked for it."""
    rows = chosen(pks)
    known = tag_names.known() if wanted.add_tags or wanted.remove_tags else {}
    return of_deltas(
        rows,
        {row.pk: row.classes.wanted(wanted) for row in rows},
        {row.pk: _tags(row, wanted, known) for row in rows},
        by=by,
        hindrance=hindrance,
        seen=digest(rows) if wanted.classifies() else "",
    )


def of_deltas(
    rows: Collection[Row],
    deltas: Mapping[int, Delta],
    tags: Mapping[int, tuple[Names, Names]],
    *,
    by: User,
    hindrance: Hindrance,
    seen: str = "",
) -> Plan:
    """Return a plan of what each recommendation would have changed, by its key.

    `tags` are the names of those that come and of those that go.
    """
    changed, left_out = [], _LeftOut()
    for row in rows:
        delta, (add, remove) = deltas[row.pk], tags[row.pk]
        if (add or remove) and not row.statement.may_tag(by):
            left_out.add(row, _("Its tags are public, and you may not change those."))
            add, remove = (), ()
        if delta and (reason := hindrance(row, delta, by)):
            left_out.add(row, reason)
            delta = Delta()
        if add or remove or delta:
            changed.append(Changed(row=row, add_tags=add, remove_tags=remove, delta=delta))
    return Plan(chosen=len(rows), rows=tuple(changed), left_out=left_out.told(), seen=seen)


def hindrance(row: Row, delta: Delta, by: User) -> str:
    """Return why a recommendation cannot be classified like this by a person, or nothing."""
    if not row.statement.may_edit(by):
        return _("You may not change this statement.")
    return hindrance_in_public(row, delta) if row.statement.is_live else ""


def hindrance_in_public(row: Row, delta: Delta) -> str:
    """Return why what is live cannot be published as it would be classified, or nothing."""
    if not row.statement.is_public_as_it_stands:
        return _("It has other changes that are not published yet.")
    after = row.classes.after(delta)
    if not after.codes["themes"]:
        return _("It would be left without a theme.")
    if after.values["strength"] is None:
        return _("It would be left without a strength.")
    return ""


def digest(rows: Iterable[Row]) -> str:
    """Return what stays the same while nobody edits or publishes a statement of the rows."""
    stands = {(one.statement.pk, one.statement.version, one.statement.public) for one in rows}
    return hashlib.sha256(repr(sorted(stands)).encode()).hexdigest()


class _LeftOut:
    """Counts what is left out, by statement and reason."""

    def __init__(self) -> None:
        self._rows: Counter[tuple[int, str, str]] = Counter()

    def add(self, row: Row, reason: str) -> None:
        self._rows[row.statement.pk, row.statement.title, reason] += 1

    def told(self) -> tuple[LeftOut, ...]:
        return tuple(
            LeftOut(pk, title, rows, reason) for (pk, title, reason), rows in self._rows.items()
        )


def _tags(row: Row, wanted: Wanted, known: Mapping[str, Tag]) -> tuple[Names, Names]:
    """Return the names of the tags that come to a recommendation, and that go."""
    add, remove = [], []
    for name in wanted.add_tags:
        tag = known.get(name.casefold())
        if tag is None or tag.pk not in row.tags:
            add.append(tag.name if tag else name)
    for name in wanted.remove_tags:
        tag = known.get(name.casefold())
        if tag is not None and tag.pk in row.tags:
            remove.append(tag.name)
    return tuple(dict.fromkeys(add)), tuple(dict.fromkeys(remove))


def _lines(rows: Collection[Changed]) -> Iterable[Line]:
    """Yield what changes: tags first, then the fields in their order."""
    now: Counter[tuple[str, str, str]] = Counter()
    waits: Counter[tuple[str, str, str]] = Counter()
    for one in rows:
        now.update(("tags", ADD, name) for name in one.add_tags)
        now.update(("tags", REMOVE, name) for name in one.remove_tags)
        counted = waits if one.waits else now
        for verb, codes in ((ADD, one.delta.add), (REMOVE, one.delta.remove)):
            counted.update((name, verb, code) for name, some in codes.items() for code in some)
        counted.update((name, SET, str(new)) for name, (_old, new) in one.delta.values.items())
    terms = term_labels(one.delta for one in rows)
    lines = (Line(*key[:2], _label(key, terms), now[key], waits[key]) for key in now | waits)
    fields = ("tags", *FIELDS)
    yield from sorted(lines, key=lambda line: (fields.index(line.field), line.verb, line.what))


def _label(key: tuple[str, str, str], terms: Mapping[tuple[str, str], str]) -> str:
    name, _verb, code = key
    return terms.get((name, code)) or value_label(name, code)


def term_labels(deltas: Iterable[Delta]) -> Mapping[tuple[str, str], str]:
    """Return the label of each term in changes, by field and code; a query for each field."""
    codes: dict[str, set[str]] = {name: set() for name in SCHEMES}
    for delta in deltas:
        for some in (delta.add, delta.remove):
            for name, named in some.items():
                codes[name].update(named)
    return {
        (name, code): label
        for name, some in codes.items()
        if some
        for code, label in SCHEMES[name].objects.filter(code__in=some).values_list("code", "label")
    }


def value_label(name: str, value: Value) -> str:
    """Return a value of a field in words."""
    if name == "pillar":
        return str(Pillar(str(value)).label) if value else _("no pillar")
    if name == "strength":
        return str(Strength(int(str(value))).label) if value not in (None, "None") else _("not set")
    return str(value)
