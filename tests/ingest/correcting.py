"""What a person types into the forms of a draft to make it what people decided."""

import json
from collections.abc import Iterable
from typing import Any

from statements.ingest.importers.decisions import CLASSES, DESCRIBED, SPOKEN, Decisions, Recommended
from statements.models import Recommendation, Statement
from statements.text.passages import Passage
from tests.admin.filling import Data, citation, row, voice, withheld
from tests.ingest.corrections import is_same_voice, meet, same_voice


def filed(value: object) -> str:
    """Return a value as a form sends it."""
    return str(getattr(value, "pk", value) or "")


def put_right(data: Data, statement: Statement, told: Decisions) -> None:
    """Change and refuse in the form of proposals whatever is not what people decided."""
    voices = {one.ref: one for one in statement.voices.all()}
    cited = {str(one.pk): one.passage.selector() for one in statement.citations.all()}
    countries = {one.iso2 for one in told.countries}
    for one in statement.proposals.all():
        of = f"p{one.pk}"
        right: Any = True
        if one.field == "kind":
            data[f"{of}-value"] = [told.fields["kind"]]
        elif one.field == "country":
            right = one.row in countries
        elif one.field == "voice":
            held = {name: getattr(voices[one.row], name) for name in SPOKEN}
            right = same_voice(held, told.voices)
            data |= {f"{of}-{name}": [filed(right[name])] for name in SPOKEN if right}
        elif one.field == "citation":
            right = next((each for each in told.citations if meet(cited[one.row], each.passage)), 0)
            if right:
                data[f"{of}-instrument"] = [filed(right.instrument)]
        if not right:
            data[f"{of}-decision"] = ["refuse"]


def add_missing(data: Data, statement: Statement, told: Decisions) -> None:
    """Type into the statement's form what was not proposed, and withhold what must be."""
    held = [{name: getattr(one, name) for name in SPOKEN} for one in statement.voices.all()]
    for each in told.voices:
        if not any(is_same_voice(one, each) for one in held):
            voice(data, **{name: filed(each[name]) for name in SPOKEN})
    places = [one.passage.selector() for one in statement.citations.all()]
    for cited in told.citations:
        if not any(meet(one, cited.passage) for one in places):
            citation(data, **_placed(cited.passage), instrument=filed(cited.instrument))
    for words, reason in told.withheld.items():
        withheld(data, words=words, reason=reason)


def give_themes(data: Data, statement: Statement, told: Decisions) -> None:
    """Choose themes for the calls that have none: without one nothing is submitted."""
    for one in statement.recommendations.filter(themes=None):
        right = _same(one.passage.selector(), told.recommendations.values())
        themes = right.classes["themes"] if right else told.classes["themes"]
        data[f"{_row_of(data, one)}-themes"] = sorted(map(filed, themes))


def add_missing_calls(data: Data, statement: Statement, told: Decisions) -> None:
    """Mark in the statement's form what asks for something, and was not proposed."""
    held = [one.passage.selector() for one in statement.recommendations.all()]
    for each in told.recommendations.values():
        if not any(meet(each.passage, one) for one in held):
            row(data, **_placed(each.passage))


def put_calls_right(data: Data, statement: Statement, told: Decisions) -> None:
    """Make the calls of a draft, its themes, groups and forms in its form what people decided."""
    voices = _keys(statement, told)
    left = list(told.recommendations.values())
    for one in statement.recommendations.all():
        of, right = _row_of(data, one), _same(one.passage.selector(), left)
        if right is None:
            data[f"{of}-DELETE"] = ["on"]
        else:
            left.remove(right)
            data |= {f"{of}-{name}": value for name, value in _typed(right, voices).items()}
    data |= {name: sorted(map(filed, told.classes[name])) for name in CLASSES}


def _keys(statement: Statement, told: Decisions) -> list[str]:
    """Return the keys of the voices on the desk in the order of those that were decided."""
    held = {
        voice.pk: {name: getattr(voice, name) for name in SPOKEN}
        for voice in statement.voices.all()
    }
    keys = {id(values): pk for pk, values in held.items()}
    same = [same_voice(one, held.values()) for one in told.voices]
    return [filed(keys[id(one)]) if one else "" for one in same]


def _typed(right: Recommended, voices: list[str]) -> Data:
    """Return the fields of a call as a form sends them."""
    lead_in = _placed(right.lead_in, "lead_in_") if right.lead_in else {"lead_in_words": ""}
    plain = {name: filed(right.fields[name]) for name in DESCRIBED} | lead_in
    return (
        {name: [value] for name, value in (_placed(right.passage) | plain).items()}
        | {name: sorted(map(filed, right.classes[name])) for name in CLASSES}
        | {
            "addressees": sorted(map(filed, right.addressees)),
            "askers": sorted(voices[place] for place in right.askers),
        }
    )


def _placed(passage: Passage, kind: str = "") -> dict[str, str]:
    """Return words and their place as the desk's script puts them into a row."""
    place = {"start": passage.start, "prefix": passage.prefix, "suffix": passage.suffix}
    return {f"{kind}words": passage.exact, f"{kind}place": json.dumps(place)}


def _same(held: Passage, among: Iterable[Recommended]) -> Recommended | None:
    return next((each for each in among if meet(each.passage, held)), None)


def _row_of(data: Data, one: Recommendation) -> str:
    """Return what the names of the controls of a saved row begin with."""
    is_id = (name for name in data if name.startswith("recommendations-") and name.endswith("-id"))
    return next(name.removesuffix("-id") for name in is_id if data[name] == [str(one.pk)])
