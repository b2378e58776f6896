"""Make all that a checked table asks for, or nothing of it."""

from collections import defaultdict
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from statements import workflow
from statements.choices import Capacity
from statements.ingest.spreadsheets.plan import NewAsk, NewStatement, Place, Plan
from statements.models import Recommendation, Statement, User, Voice
from statements.workflow.errors import Refusal


@transaction.atomic
def make(plan: Plan, *, by: User, name: str) -> list[Statement]:
    """Make drafts of `by`, and return them; recommendations join statements that are here.

    `name` is that of the file, which the history of each statement then has. Nothing becomes
    public. Raises Refusal, with the row that was refused, and nothing is made.
    """
    if plan.troubles:
        raise Refusal(_("Something is wrong with this table: nothing was made of it."))
    made = {new: _statement(new, by, name) for new in plan.statements}
    tagged: dict[str, list[Recommendation]] = defaultdict(list)
    for held, asks in _grouped(plan.asks, made, by, name):
        askers = _askers(held)
        for ask in asks:
            one = _ask(held, ask, askers)
            for tag in ask.tags:
                tagged[tag].append(one)
    for tag, ones in tagged.items():
        workflow.tag(ones, by=by, add=[tag])
    return list(made.values())


def _statement(new: NewStatement, by: User, name: str) -> Statement:
    statement = Statement(**new.values)
    try:
        workflow.create(statement, by=by, reason=_reason(new.place, name))
    except Refusal as refusal:
        raise _at(new.place, refusal) from refusal
    for position, voice in enumerate(new.voices):
        Voice.objects.create(statement=statement, position=position, **voice)
    _link(statement, new.terms)
    return statement


def _grouped(
    asks: list[NewAsk], made: Mapping[NewStatement, Statement], by: User, name: str
) -> list[tuple[Statement, list[NewAsk]]]:
    """Return each statement with what is asked in it; one that was here is edited for it."""
    groups: dict[NewStatement | int, list[NewAsk]] = defaultdict(list)
    for ask in asks:
        groups[ask.statement].append(ask)
    found = []
    for target, of_it in groups.items():
        if isinstance(target, NewStatement):
            found.append((made[target], of_it))
            continue
        held = Statement.objects.get(pk=target)
        place = of_it[0].place
        try:
            workflow.edit(held, by=by, seen=held.version, reason=_reason(place, name))
        except Refusal as refusal:
            raise _at(place, refusal) from refusal
        found.append((held, of_it))
    return found


def _askers(statement: Statement) -> list[Voice]:
    """Return who asks for what a statement asks: the first who is not only quoted in it."""
    voices = list(statement.voices.all())
    return [one for one in voices if one.capacity != Capacity.QUOTED][:1] or voices[:1]


def _ask(statement: Statement, ask: NewAsk, askers: list[Voice]) -> Recommendation:
    one = Recommendation.objects.create(
        statement=statement, passage=workflow.anchor(statement, ask.passage), **ask.values
    )
    if askers:
        one.askers.add(*askers)
    _link(one, ask.terms)
    return one


def _link(noun: Statement | Recommendation, terms: Mapping[str, list[int]]) -> None:
    """Link what was just made, which has no links to look for."""
    for relation, keys in terms.items():
        if keys:
            getattr(noun, relation).add(*keys)


def _reason(place: Place, name: str) -> str:
    return _("From the spreadsheet %(name)s: %(place)s.") % {"name": name, "place": place}


def _at(place: Place, refusal: Refusal) -> Refusal:
    return Refusal(_("%(place)s: %(words)s") % {"place": place, "words": refusal})
