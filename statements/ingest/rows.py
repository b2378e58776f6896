"""What a draft has many of, written into the tables of the desk: voices, calls, citations."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from statements import workflow
from statements.choices import Capacity, ProposedField
from statements.ingest import matching, speaking
from statements.ingest.drafting.asks import as_written
from statements.ingest.drafting.draft import Ask
from statements.ingest.drafting.draft import Proposal as Found
from statements.ingest.drafting.draft import Voice as Spoken
from statements.ingest.noting import Notes
from statements.models import (
    Actor,
    AffectedGroup,
    Citation,
    Country,
    ExploitationForm,
    Instrument,
    Passage,
    Proposal,
    Recommendation,
    Statement,
    Theme,
    Voice,
)


class Rows:
    """The rows of a statement that was just made; each has its note."""

    def __init__(self, statement: Statement, notes: Notes, actors: matching.Actors) -> None:
        self.actors = actors
        self.statement, self.notes, self.drafted = statement, notes, notes.drafted
        # By where the text names them.
        self.speakers: dict[tuple[int | None, int | None], Voice] = {}

    def voices(self) -> list[Voice]:
        held = []
        spoken = list(speaking.voices(self.drafted.voices, self.drafted.text))
        slugs = {one.value.known_as for one in spoken}
        actors = {one.slug: one for one in Actor.objects.filter(slug__in=slugs - {""})}
        for position, found in enumerate(spoken):
            one = found.value
            actor = actors.get(one.known_as)
            name = (one.name or self._called(one, actor))[: Proposal.LONGEST]
            if not (actor or name):
                continue
            voice = Voice.objects.create(
                statement=self.statement,
                capacity=one.capacity,
                actor=actor,
                person=matching.person(one.name),
                name=name,
                role=one.role[:500],
                position=position,
            )
            held.append(voice)
            self.speakers[found.start, found.end] = voice
            taught = one.actor if actor is None else ""
            self.notes.propose(ProposedField.VOICE, found, row=voice.ref, value=taught)
        return held

    def _called(self, one: Spoken, actor: Actor | None) -> str:
        """Return the name of an actor as the text has it, in full for whose words it has."""
        if actor is None or one.capacity != Capacity.DELIVERS or one.actor == actor.short_name:
            return one.actor
        return matching.fullest(actor.name, self.notes.text) or one.actor

    def countries(self) -> None:
        held = {one.iso2: one for one in Country.objects.all()}
        for found in self.drafted.countries:
            if found.iso2 in held:
                self.statement.countries.add(held[found.iso2])
                span = found.places[0] if found.places else (None, None)
                self.notes.note(ProposedField.COUNTRY, found.why, span=span, row=found.iso2)

    def themes(self) -> None:
        asked: dict[str, Ask] = {}
        for ask in (*self.drafted.recommendations, *self.drafted.commitments):
            for code in ask.themes:
                asked.setdefault(code, ask)
        for theme in Theme.objects.filter(code__in=asked, retired=False):
            self.statement.themes.add(theme)
            ask = asked[theme.code]
            self.notes.note(ProposedField.THEME, ask.why, span=(ask.start, ask.end), row=theme.code)

    def groups_and_forms(self) -> None:
        kinds: tuple[tuple[ProposedField, type[Any], Any, Any], ...] = (
            (ProposedField.GROUP, AffectedGroup, self.statement.groups, self.drafted.groups),
            (ProposedField.FORM, ExploitationForm, self.statement.forms, self.drafted.forms),
        )
        for what, model, chosen, proposed in kinds:
            by_code = {one.value: one for one in proposed}
            for term in model.objects.filter(code__in=by_code, retired=False):
                chosen.add(term)
                self.notes.propose(what, by_code[term.code], row=term.code)

    def asks(self, voices: list[Voice]) -> None:
        """Write all calls and promises in as many queries as one takes."""
        found = sorted(
            (*self.drafted.recommendations, *self.drafted.commitments), key=lambda one: one.start
        )
        placed = [(ask, place) for ask in found if (place := self.notes.place(ask.start, ask.end))]
        anchored = workflow.anchor_all(self.statement, [place for _ask, place in placed])
        leading = self._lead_ins(ask for ask, _place in placed)
        made = Recommendation.objects.bulk_create(
            self._recommendation(ask, passage, leading.get(ask.lead_in))
            for (ask, _place), passage in zip(placed, anchored, strict=True)
        )
        rows = [(one, ask) for one, (ask, _place) in zip(made, placed, strict=True)]
        self._link(rows, voices)
        for one, ask in rows:
            span = (ask.start, ask.end)
            self.notes.note(ProposedField.RECOMMENDATION, ask.why, span=span, row=one.ref)

    def _recommendation(
        self, ask: Ask, passage: Passage, lead_in: Passage | None
    ) -> Recommendation:
        return Recommendation(
            statement=self.statement,
            kind=ask.kind,
            passage=passage,
            lead_in=lead_in,
            addressed_as=self._addressed_as(ask)[: Proposal.LONGEST],
            verb=ask.verb[:80],
            strength=ask.strength,
            pillar=ask.pillar or "",
            short_form=ask.short_form,
        )

    def _addressed_as(self, ask: Ask) -> str:
        """Return the words of the call that address, or those before it that mean nobody known."""
        words = self.drafted.text[slice(*ask.lead_in)] if ask.lead_in else ""
        written = as_written(f"{words} {ask.exact}", ask.addressee)
        return written or ("" if self._addressees(ask) else ask.addressee)

    def _addressees(self, ask: Ask) -> list[Actor]:
        return self.actors.named(ask.addressee, self.notes.text)

    def _lead_ins(self, asks: Iterable[Ask]) -> dict[tuple[int, int] | None, Passage]:
        """Return the passages of lead-ins by their place; the calls of a list share one."""
        spans = dict.fromkeys(ask.lead_in for ask in asks if ask.lead_in)
        placed = [(span, place) for span in spans if (place := self.notes.place(*span))]
        anchored = workflow.anchor_all(self.statement, [place for _span, place in placed])
        return {span: passage for (span, _place), passage in zip(placed, anchored, strict=True)}

    def _link(self, rows: Sequence[tuple[Recommendation, Ask]], voices: list[Voice]) -> None:
        themes = {one.code: one for one in Theme.objects.filter(retired=False)}
        groups = {one.code: one for one in AffectedGroup.objects.filter(retired=False)}
        delivering = [one for one in voices if one.capacity != Capacity.QUOTED][:1] or voices[:1]
        links: dict[str, list[tuple[Recommendation, Any]]] = defaultdict(list)
        for one, ask in rows:
            speaker = self.speakers.get(ask.asker) if ask.asker else None
            linked: dict[str, list[Any]] = {
                "askers": [speaker] if speaker else delivering,
                "addressees": self._addressees(ask),
                "themes": [themes[code] for code in ask.themes if code in themes],
                "groups": [groups[code] for code in ask.groups if code in groups],
            }
            for name, others in linked.items():
                links[name] += [(one, other) for other in others]
        for name, pairs in links.items():
            self._write(name, pairs)

    def _write(self, name: str, pairs: Iterable[tuple[Recommendation, Any]]) -> None:
        """Link new recommendations, which have no links yet, in one query."""
        relation: Any = Recommendation._meta.get_field(name)
        own, to = relation.m2m_field_name(), relation.m2m_reverse_field_name()
        through = relation.remote_field.through
        through.objects.bulk_create(through(**{own: one, to: other}) for one, other in pairs)

    def citations(self) -> None:
        slugs = {one.value.known_as for one in self.drafted.instruments}
        known = {one.slug: one for one in Instrument.objects.filter(slug__in=slugs - {""})}
        cited: list[tuple[Found[Any], Instrument | None, str]] = []
        for found in self.drafted.instruments:
            instrument = known.get(found.value.known_as)
            cited.append((found, instrument, "" if instrument else found.value.words))
        self._cite(cited)
        self._cite_symbols()

    def _cite_symbols(self) -> None:
        """Cite the instruments on the desk whose document the text names by its symbol alone."""
        symbols = {one.value for one in self.drafted.symbols}
        cited = set(self.statement.citations.values_list("instrument", flat=True))
        known = Instrument.objects.filter(symbol__in=symbols - {""}).exclude(pk__in=cited - {None})
        by_symbol = {one.symbol: one for one in known}
        self._cite(
            (found, instrument, "")
            for found in self.drafted.symbols
            if (instrument := by_symbol.pop(found.value, None))
        )

    def _cite(self, cited: Iterable[tuple[Found[Any], Instrument | None, str]]) -> None:
        placed = [
            (place, *one)
            for one in cited
            if one[0].start is not None
            and one[0].end is not None
            and (place := self.notes.place(one[0].start, one[0].end))
        ]
        anchored = workflow.anchor_all(self.statement, [place for place, *_one in placed])
        made = Citation.objects.bulk_create(
            Citation(statement=self.statement, passage=passage, instrument=instrument)
            for passage, (_place, _found, instrument, _taught) in zip(anchored, placed, strict=True)
        )
        for one, (_place, found, _instrument, taught) in zip(made, placed, strict=True):
            self.notes.propose(ProposedField.CITATION, found, row=str(one.pk), value=taught)
