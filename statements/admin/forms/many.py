"""The form for many recommendations at once: each box is left as it is, set for all, or none."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.admin.forms.recommendation import TagNames
from statements.choices import Pillar, Strength
from statements.models import Tag
from statements.workflow import batches
from statements.workflow.batches import Wanted
from statements.workflow.batches.reading import Row

ALL, NONE = "all", "none"
LEAVE = gettext_lazy("leave as it is")
FIELDS: Mapping[str, str | Promise] = {
    "tags": gettext_lazy("Tags"),
    "themes": gettext_lazy("Themes"),
    "groups": gettext_lazy("Affected groups"),
    "forms": gettext_lazy("Forms of exploitation"),
    "pillar": gettext_lazy("Pillar"),
    "strength": gettext_lazy("Strength"),
}


class Chosen(forms.CharField):
    """The keys of the recommendations that were chosen, in one field however many they are."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        keys = [key for key in str(value or "").split(",") if key]
        if not all(key.isascii() and key.isdigit() and len(key) < 12 for key in keys):
            raise forms.ValidationError(_("The list of what you chose was damaged: choose again."))
        return list(dict.fromkeys(map(int, keys)))

    def validate(self, value: Any) -> None:
        if not value:
            raise forms.ValidationError(_("Nothing is chosen."))
        if len(value) > batches.MOST:
            raise forms.ValidationError(too_many())

    def run_validators(self, value: Any) -> None:
        """A list of keys has been checked as a whole."""


def too_many() -> str:
    return _("Choose at most %(most)s at once.") % {"most": f"{batches.MOST:,}"}


@dataclass(frozen=True, slots=True)
class Box:
    """A tag or a term: how many of those chosen carry it, and the field that changes that."""

    field: Any
    carried: int
    of: int
    depth: int

    @property
    def state(self) -> str:
        """Return all, some or none, as the box shows it before anything is changed."""
        return NONE if not self.carried else ALL if self.carried == self.of else "some"


@dataclass(frozen=True, slots=True)
class Group:
    """The boxes of a field: those that any of the chosen carries, and the others."""

    name: str
    label: str | Promise
    boxes: list[Box]
    others: list[Box]

    @property
    def opens(self) -> bool:
        """Tell whether any of the others was chosen: they are folded until then."""
        return any(box.field.value() for box in self.others)


class ManyForm(forms.Form):
    chosen = Chosen(required=False)
    seen = forms.CharField(required=False, widget=forms.HiddenInput, max_length=64)
    add_tags = TagNames()

    def __init__(self, rows: Collection[Row], **options: Any) -> None:
        super().__init__(**options)
        self.rows = rows
        self.fields["add_tags"].label = _("Add tags")
        self._carried = {name: _counted(rows, name) for name in batches.SCHEMES}
        self._terms = {name: _terms(name, held) for name, held in self._carried.items()}
        held = Counter(tag for row in rows for tag in row.tags)
        tags = Tag.objects.filter(pk__in=held).order_by("name", "pk")
        self._tags = {f"tag-{tag.pk}": (tag, held[tag.pk]) for tag in tags}
        for name, (tag, _n) in self._tags.items():
            label = _("%(tag)s (working list)") % {"tag": tag} if tag.internal else tag.name
            self.fields[name] = _three_ways(label)
        for scheme, terms in self._terms.items():
            for code, term, _depth in terms:
                self.fields[f"{scheme}-{code}"] = _three_ways(term.label, may_add=not term.retired)
        self.fields["pillar"] = _value(
            FIELDS["pillar"], [(NONE, _("no pillar")), *Pillar.choices], rows, "pillar"
        )
        self.fields["strength"] = _value(
            FIELDS["strength"], list(Strength.choices), rows, "strength"
        )

    @property
    def groups(self) -> Iterator[Group]:
        tags = [self._box(name, n) for name, (_tag, n) in self._tags.items()]
        yield Group("tags", FIELDS["tags"], tags, [])
        for scheme, terms in self._terms.items():
            held = self._carried[scheme]
            boxes = [self._box(f"{scheme}-{code}", held[code], d) for code, _term, d in terms]
            yield Group(
                scheme,
                FIELDS[scheme],
                [replace(box, depth=0) for box in boxes if box.carried],
                [box for box in boxes if not box.carried],
            )

    @property
    def values(self) -> list[Any]:
        return [self["pillar"], self["strength"]]

    def given(self) -> list[tuple[str, str]]:
        """Return names and values of what was chosen, to be sent again; `seen` is another's."""
        names = (name for name in self.fields if name != "seen")
        pairs = ((name, str(self.data.get(name, ""))) for name in names)
        return [(name, value) for name, value in pairs if value]

    def wanted(self) -> Wanted:
        cleaned = self.cleaned_data
        tags = [(tag.name, cleaned.get(name)) for name, (tag, _n) in self._tags.items()]
        values: dict[str, str | int | None] = {}
        if pillar := cleaned["pillar"]:
            values["pillar"] = "" if pillar == NONE else pillar
        if strength := cleaned["strength"]:
            values["strength"] = int(strength)
        added = [*cleaned["add_tags"], *(name for name, way in tags if way == ALL)]
        return Wanted(
            add_tags=tuple(dict.fromkeys(added)),
            remove_tags=tuple(name for name, way in tags if way == NONE),
            add={scheme: self._codes(scheme, ALL) for scheme in batches.SCHEMES},
            remove={scheme: self._codes(scheme, NONE) for scheme in batches.SCHEMES},
            values=values,
        )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.errors and not self.wanted():
            raise forms.ValidationError(_("Choose what to change."))
        return cleaned

    def _codes(self, scheme: str, way: str) -> frozenset[str]:
        codes = (code for code, _term, _depth in self._terms[scheme])
        return frozenset(code for code in codes if self.cleaned_data.get(f"{scheme}-{code}") == way)

    def _box(self, name: str, carried: int, depth: int = 0) -> Box:
        return Box(self[name], carried, len(self.rows), depth)


def _three_ways(label: str, *, may_add: bool = True) -> forms.ChoiceField:
    ways = [("", LEAVE), (ALL, gettext_lazy("all")), (NONE, gettext_lazy("none"))]
    offered = [way for way in ways if may_add or way[0] != ALL]
    return forms.ChoiceField(
        label=label, choices=offered, required=False, widget=forms.Select(attrs={"data-ways": ""})
    )


def _value(
    label: Any, choices: list[tuple[Any, Any]], rows: Collection[Row], name: str
) -> forms.ChoiceField:
    held = Counter(str(row.classes.values[name] or "") for row in rows)
    counted = [
        (value, f"{text} ({held['' if value == NONE else str(value)]})") for value, text in choices
    ]
    return forms.ChoiceField(label=label, choices=[("", LEAVE), *counted], required=False)


def _counted(rows: Iterable[Row], name: str) -> Counter[str]:
    return Counter(code for row in rows for code in row.classes.codes[name])


def _terms(name: str, carried: Mapping[str, int]) -> list[tuple[str, Any, int]]:
    """Return code, term and depth of the terms that are offered or carried, broader ones first."""
    terms = list(batches.SCHEMES[name].objects.order_by("sort", "pk"))
    under: dict[int | None, list[Any]] = {}
    for term in terms:
        under.setdefault(term.parent_id, []).append(term)
    found: list[tuple[str, Any, int]] = []

    def go(parent: int | None, depth: int) -> None:
        for term in under.get(parent, []):
            if not term.retired or carried.get(term.code):
                found.append((term.code, term, depth))
            go(term.pk, depth + 1)

    go(None, 0)
    return found
