"""What the fields of one list may hold: the names of the catalogue, choices and dates."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf.locale import LANG_INFO
from django.utils.functional import Promise

from statements.catalogue.search.typed import dates, directory, fields
from statements.catalogue.search.typed.directory import Directory, fold
from statements.catalogue.search.typed.parts import Found

# The kinds of those who speak, ask and are asked.
WHO = ("country", "actor")
PARAMETERS: Mapping[str, str] = {"body": "actor", "date": "since"}


@dataclass(frozen=True, slots=True)
class Values:
    """The parameters that a list takes, and the choices of those that have a closed list."""

    parameters: frozenset[str]
    choices: Mapping[str, Mapping[str, str | Promise]]

    def takes(self, field: str) -> bool:
        return PARAMETERS.get(field, field) in self.parameters

    def find(self, field: str, value: str, *, loosely: bool) -> Found:
        """Return the parameters and values that a typed value stands for; none where unknown."""
        if field in fields.DATES:
            return _dated(field, value)
        if field in self.choices:
            return _chosen(field, value, self.choices[field])
        names = directory.current()
        if field in {"by", "to"}:
            who = _who(names, value, loosely=loosely)
            return ((field, who),) if who else ()
        if found := names.find(field_of(field), value, loosely=loosely):
            # A State is found by its country.
            return (("country", found.state),) if found.state else ((field_of(field), found.given),)
        return ()


def field_of(field: str) -> str:
    return PARAMETERS.get(field, field)


def _who(names: Directory, value: str, *, loosely: bool) -> str:
    """Return the country or the other actor that is called so, before one whose label has it.

    Nothing where a country and another actor are: "AU" is Australia's code and the African Union.
    """
    exact = {one.state or one.given for kind in WHO if (one := names.find(kind, value))}
    if exact or not loosely:
        return exact.pop() if len(exact) == 1 else ""
    found = (names.find(kind, value, loosely=True) for kind in WHO)
    return next((one.state or one.given for one in found if one), "")


def _dated(field: str, value: str) -> Found:
    span = dates.span(value)
    if span is None:
        return ()
    first, last = span
    match field:
        case "year" if first == last and len(first) == 4:
            return (("year", first),)
        case "since":
            return (("since", first or last),)
        case "until":
            return (("until", last or first),)
    return tuple(pair for pair in (("since", first), ("until", last)) if pair[1])


def _chosen(field: str, value: str, choices: Mapping[str, str | Promise]) -> Found:
    wanted = fold(value)
    for code, label in choices.items():
        names = [code, str(label)]
        if field == "language":
            names.append(LANG_INFO.get(code, {}).get("name_local", ""))
        if wanted in map(fold, names):
            return ((field, code),)
    return ()
