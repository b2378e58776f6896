"""What a person is shown whose save came second: what others changed, and what to choose."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements.admin.together import comparing, controls
from statements.admin.together.comparing import Change, RowChange, Whose
from statements.admin.together.controls import Values
from statements.admin.together.joined import Present
from statements.admin.together.opened import Row, Sheet
from statements.text import joining
from statements.text.differences import Piece, difference, excerpt


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A field, whose words differ: what the other made of it, and what this person did."""

    label: str
    theirs: tuple[Piece, ...]
    mine: tuple[Piece, ...] = ()
    key: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row that one of the two added or removed, with its words."""

    label: str
    words: str
    said: str
    key: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    theirs: tuple[Shown, ...]
    both: tuple[Shown, ...]
    mine: tuple[str, ...]
    rows: tuple[ShownRow, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.theirs or self.both or self.rows)


def meeting(base: Sheet | None, mine: Sheet, present: Present) -> Meeting:
    """Return what is shown of two forms that met, told by what both began with."""
    told = comparing.compare(base, mine, present.sheet)
    seen = [change for change in told.changes if _is_seen(change, present)]
    by_whose = {whose: [one for one in seen if one.whose == whose] for whose in Whose}
    return Meeting(
        tuple(_theirs(change, present) for change in by_whose[Whose.THEIRS]),
        tuple(_both(change, present) for change in by_whose[Whose.BOTH]),
        tuple(_label(change, present) for change in by_whose[Whose.MINE]),
        tuple(_rows(told.rows, present)),
    )


def _is_seen(change: Change, present: Present) -> bool:
    return not present.field(change.place.prefix, change.place.name).widget.is_hidden


def _label(change: Change, present: Present) -> str:
    place = change.place
    label = capfirst(str(present.field(place.prefix, place.name).label))
    if not place.prefix:
        return label
    row = present.row(place.prefix, place.pk)
    return f"{_noun(present, place.prefix)} “{_shortened(str(row.instance))}”: {label}"


def _noun(present: Present, prefix: str) -> str:
    return capfirst(str(present.formsets[prefix].model._meta.verbose_name))


def _shortened(words: str) -> str:
    return Truncator(words).chars(60)


def _pieces(before: Values | None, after: Values, field: Any) -> tuple[Piece, ...]:
    was = controls.said(field, before or ())
    return excerpt(difference(was, controls.said(field, after)))


def _theirs(change: Change, present: Present) -> Shown:
    field = present.field(change.place.prefix, change.place.name)
    return Shown(_label(change, present), _pieces(change.base, change.theirs, field))


def _both(change: Change, present: Present) -> Shown:
    field = present.field(change.place.prefix, change.place.name)
    # Where nothing says what was before, each is shown against the other.
    theirs = change.base if change.base is not None else change.mine
    mine = change.base if change.base is not None else change.theirs
    return Shown(
        _label(change, present),
        _pieces(theirs, change.theirs, field),
        _pieces(mine, change.mine, field),
        change.place.key,
        tuple(_options(change, field)),
    )


def _options(change: Change, field: Any) -> Iterator[Option]:
    joint = ""
    if controls.is_several(field):
        joint = _("Both together")
    elif controls.is_text(field) and change.base is not None:
        told = joining.join(*("".join(one) for one in (change.base, change.mine, change.theirs)))
        joint = _("Both together")
        if places := len(told.clashes):
            joint = ngettext(
                "Both together, yours in the %d place that both changed",
                "Both together, yours in the %d places that both changed",
                places,
            )
            joint %= places
    if joint:
        yield Option("", joint, is_chosen=True)
    yield Option(Whose.MINE, _("Yours"), is_chosen=not joint)
    yield Option(Whose.THEIRS, _("What was saved meanwhile"))


def _rows(changes: Iterable[RowChange], present: Present) -> Iterator[ShownRow]:
    for change in changes:
        label = _noun(present, change.prefix)
        words = _words(change.row, change.prefix, present)
        if change.is_added:
            yield ShownRow(label, words, _("added"))
        elif change.whose == Whose.THEIRS:
            said = _("removed; if you changed it, yours is below as a new row")
            yield ShownRow(label, words, said)
        elif change.whose == Whose.BOTH:
            key = f"keep-{change.prefix}-{change.row.pk}"
            options = (
                Option("", _("Remove it"), is_chosen=True),
                Option(Whose.THEIRS, _("Keep it as it was saved")),
            )
            said = _("changed meanwhile, and removed by you")
            yield ShownRow(label, words, said, key, options)


def _words(row: Row, prefix: str, present: Present) -> str:
    """Return the words that tell a row from others: those of its texts and names."""
    formset = present.formsets[prefix]
    form = formset.forms[0] if formset.forms else formset.empty_form
    said = []
    for name, values in row.values.items():
        field = form.fields.get(name)
        if field is not None and values and not field.widget.is_hidden:
            said.append(controls.said(field, values))
        if len(said) == 2:
            break
    return Truncator(" · ".join(filter(None, said))).chars(160)
