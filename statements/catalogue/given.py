"""The values that parameters are given, as the catalogue knows them: looked up all at once."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from statements.catalogue import former, parts, vocabulary
from statements.catalogue.models import Record
from statements.catalogue.selection import Refused, Value, distinct

CODE = re.compile(r"[\w-]{1,96}")
YEAR = re.compile(r"[0-9]{4}")

# By the parameter, and the code or slug that it was given.
Known = dict[tuple[str, str], Value]


@dataclass(frozen=True, slots=True)
class Filter:
    """A parameter that names facet values: terms of a scheme, records of a kind, or choices.

    One with a scheme and a record takes either: a State by its country's code, and any other
    actor by its slug.
    """

    name: str
    label: str | Promise
    meaning: str | Promise
    kinds: tuple[str, ...]
    scheme: str = ""
    record: str = ""
    among: Callable[[str], Mapping[str, str | Promise]] | None = None
    panel: bool = True


Given = Sequence[tuple[Filter, Sequence[str]]]


def values(kind: str, given: Given) -> dict[str, tuple[Value, ...]]:
    """Return what each parameter of a list of `kind` is given, by the parameter's name.

    One query for each parameter that is given a slug. Raises Refused for a value that is not
    known.
    """
    codes = [(one, [_code(one, each) for each in ones]) for one, ones in given]
    known = _look_up(codes)
    if now := former.present(_unknown_terms(codes, known)):
        codes = [(one, [now.get((one.scheme, each), each) for each in ones]) for one, ones in codes]
        known = _look_up(codes)
    return {
        one.name: distinct(_value(kind, one, each, known) for each in ones) for one, ones in codes
    }


def _code(one: Filter, given: str) -> str:
    """Return a value as it is filed: codes of countries are known in capitals as well."""
    return given.lower() if one.scheme == "country" and len(given) == 2 else given


def _look_up(given: Given) -> Known:
    """Return what the catalogue knows of the codes and slugs that were given."""
    found: Known = {}
    terms = vocabulary.current() if any(one.scheme for one, _ones in given) else None
    for one, ones in given:
        codes = [each for each in ones if CODE.fullmatch(each)]
        if terms and one.scheme:
            labels = terms.of_codes(one.scheme, codes)
            found |= {(one.name, code): _of_term(label) for code, label in labels.items()}
            codes = [code for code in codes if code not in labels]
        if codes and one.record:
            found |= _of_slugs(one, codes)
    return found


def _unknown_terms(given: Given, known: Known) -> Iterable[tuple[str, str]]:
    """Return by scheme and code what may have been a term once."""
    return [
        (one.scheme, each)
        for one, ones in given
        for each in ones
        if one.scheme and CODE.fullmatch(each) and (one.name, each) not in known
    ]


def _of_term(label: vocabulary.Label) -> Value:
    return Value(label.code, label.code, label.title)


def _of_slugs(one: Filter, slugs: Sequence[str]) -> Known:
    """Return the records of a parameter by their slugs, named in the reader's language."""
    rows = Record.objects.live().filter(kind=one.record, slug__in=slugs)
    found: Known = {}
    for ref, slug, card in rows.values_list("ref", "slug", "card"):
        label = vocabulary.label_of_card(one.record, ref, card)
        if not one.scheme:
            found[one.name, slug] = Value(ref, slug, label.title)
        elif label.kind == one.scheme:
            # A State is found by its country.
            found[one.name, slug] = _of_term(label)
        else:
            found[one.name, slug] = Value(parts.who(ref), slug, label.title)
    return found


def _value(kind: str, one: Filter, given: str, known: Known) -> Value:
    value: Value | None
    if one.among:
        label = one.among(kind).get(given)
        value = Value(given, given, str(label)) if label else None
    elif one.scheme or one.record:
        value = known.get((one.name, given))
    else:
        value = Value(given, given, given) if YEAR.fullmatch(given) else None
    if value is None:
        message = _("“%(value)s” is not known here as a value of “%(name)s”.")
        raise Refused(one.name, message % {"value": given[:60], "name": one.name})
    return value
