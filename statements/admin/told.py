"""Say in words what a change of many recommendations does."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from statements.admin import wording
from statements.models import Batch, Recommendation, User
from statements.text.withholding import Withheld
from statements.workflow.batches import Line, Plan, Told
from statements.workflow.batches.planning import Changed, LeftOut, term_labels, value_label
from statements.workflow.batches.reading import WORDS
from statements.workflow.tags import tag_names

ONE: Mapping[str, str | Promise] = {
    "tags": gettext_lazy("Tag"),
    "themes": gettext_lazy("Theme"),
    "groups": gettext_lazy("Affected group"),
    "forms": gettext_lazy("Form of exploitation"),
    "pillar": gettext_lazy("Pillar"),
    "strength": gettext_lazy("Strength"),
}
# As many as are read; the rest is counted.
SHOWN = 20
SIGNS = {"add": "+", "remove": "−", "set": "→"}


@dataclass(frozen=True, slots=True)
class Said:
    """One line: what it is, its sign, its name, and what becomes of it."""

    field: str
    sign: str
    what: str
    outcome: str


@dataclass(frozen=True, slots=True)
class What:
    """All that is said of a change: what acts at once, what waits, what is left out."""

    told: Told
    now: list[Said]
    waits: list[Said]
    left_out: tuple[LeftOut, ...]
    more_left_out: int


@dataclass(frozen=True, slots=True)
class RowSaid:
    """A recommendation and what changes in it."""

    words: str
    title: str
    statement: int
    ref: str
    signs: list[tuple[str, str]]
    waits: bool


def of(told: Told, by: User) -> What:
    first = told.left_out[:SHOWN]
    hidden = wording.hidden_in({one.statement for one in first}, by)
    left_out = tuple(
        replace(one, title=hidden.get(one.statement, Withheld()).line(one.title)) for one in first
    )
    return What(
        told,
        [_said(line, line.now) for line in told.lines if line.now],
        [_said(line, line.waits) for line in told.lines if line.waits],
        left_out,
        max(0, len(told.left_out) - SHOWN),
    )


def of_batch(batch: Batch, by: User) -> What:
    return of(msgspec.json.decode(batch.told, type=Told), by)


def summary(batch: Batch) -> str:
    """Say in one line what a change does."""
    lines = msgspec.json.decode(batch.told, type=Told).lines
    return "; ".join(f"{ONE[line.field]} {SIGNS[line.verb]} {line.what}" for line in lines)


def alike(new: Iterable[tag_names.Unknown]) -> Iterable[str]:
    """Say of new tags that others were there which may mean the same."""
    message = _("“%(name)s” is a new tag. “%(other)s” was there already: they can be merged.")
    for tag in new:
        if tag.alike:
            yield message % {"name": tag.name, "other": tag.alike[0].name}


def rows(plan: Plan, most: int, by: User) -> list[RowSaid]:
    """Return what is said to a person of the first recommendations that a plan changes."""
    first = plan.rows[:most]
    labels = term_labels(one.delta for one in first)
    withheld = wording.hidden_in({one.row.statement.pk for one in first}, by)
    hiding = [one.row.pk for one in first if one.row.statement.pk in withheld]
    whole = _whole(hiding, by)
    return [
        _row(
            one,
            labels,
            whole.get(one.row.pk, one.row.words),
            withheld.get(one.row.statement.pk, Withheld()),
        )
        for one in first
    ]


def _whole(recommendations: Collection[int], by: User) -> Mapping[int, str]:
    """Return what of recommendations may be read, hidden before it is cut: a cut name is none."""
    if not recommendations:
        return {}
    rows = Recommendation.objects.filter(pk__in=recommendations)
    found = list(rows.select_related("statement", "passage").defer("statement__text"))
    wording.quoting(found, by)
    return {one.pk: (one.short_form or one.passage.exact)[:WORDS] for one in found}


def _row(
    one: Changed, labels: Mapping[tuple[str, str], str], words: str, withheld: Withheld
) -> RowSaid:
    return RowSaid(
        words,
        withheld.line(one.row.statement.title),
        one.row.statement.pk,
        one.row.ref,
        list(_signs(one, labels)),
        one.waits,
    )


def _signs(one: Changed, labels: Mapping[tuple[str, str], str]) -> Iterable[tuple[str, str]]:
    for sign, names in (("+", one.add_tags), ("−", one.remove_tags)):
        yield from ((sign, name) for name in names)
    for sign, codes in (("+", one.delta.add), ("−", one.delta.remove)):
        for name, some in codes.items():
            yield from ((sign, labels.get((name, code), code)) for code in some)
    for name, (old, new) in one.delta.values.items():
        yield f"{ONE[name]}:", f"{value_label(name, old)} → {value_label(name, new)}"


def _said(line: Line, n: int) -> Said:
    outcome = {
        "add": ngettext("added to %d recommendation", "added to %d recommendations", n),
        "remove": ngettext("taken off %d recommendation", "taken off %d recommendations", n),
        "set": ngettext("set for %d recommendation", "set for %d recommendations", n),
    }[line.verb]
    return Said(str(ONE[line.field]), SIGNS[line.verb], line.what, outcome % n)
