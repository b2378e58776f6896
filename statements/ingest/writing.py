"""Write a draft into the tables of the desk, and why each of its values stands there."""

import json
from dataclasses import replace

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.choices import Capacity, ProposedField, StatementKind, TextVersion
from statements.ingest import matching, occasions
from statements.ingest.drafting.draft import Draft, When, Why
from statements.ingest.drafting.draft import Proposal as Found
from statements.ingest.noting import Notes
from statements.ingest.rows import Rows
from statements.models import Event, SourceDocument, Statement, User
from statements.workflow import proposing

_RECORD = Why("source-record", gettext_lazy("it is a part of the verbatim record of the event"))
_SEVERAL_DAYS = Why("source-days", gettext_lazy("the meeting lasted longer than a day"))
REASON = "Read from a document."
# A title that nothing proposes is the beginning of the text.
TITLE_LENGTH = 120


class Writing:
    """A draft on its way into the tables of the desk."""

    def __init__(
        self, drafted: Draft, document: SourceDocument, by: User, actors: matching.Actors
    ) -> None:
        self.drafted, self.document, self.by = drafted, document, by
        self.actors = actors
        self.notes = Notes(drafted)

    def statement(self) -> Statement:
        drafted = self.drafted
        statement = Statement(
            text=self.notes.text,
            source_document=self.document,
            language=drafted.language.value,
            kind=drafted.kind.value,
            title_is_ours=drafted.title is None,
            text_version=_version(drafted),
        )
        self.notes.propose(ProposedField.KIND, drafted.kind)
        self.notes.propose(ProposedField.LANGUAGE, drafted.language)
        self._date(statement, ProposedField.PUBLISHED, drafted.date_published)
        self._event(statement)
        self._delivered(statement)
        self._sources(statement)
        statement.title = self._title(statement.event)
        self.notes.propose(ProposedField.TITLE, drafted.title or _made_up(statement.title))
        workflow.create(statement, by=self.by, reason=REASON)
        rows = Rows(statement, self.notes, self.actors)
        voices = rows.voices()
        rows.countries()
        rows.themes()
        rows.groups_and_forms()
        rows.asks(voices)
        rows.citations()
        proposing.propose(statement, self.notes.proposals)
        return statement

    def _title(self, event: Event | None) -> str:
        longest = Statement._meta.get_field("title").max_length or 0
        if self.drafted.title:
            return " ".join(self.drafted.title.value.split())[:longest]
        return self._own_title(event)[:longest]

    def _own_title(self, held: Event | None) -> str:
        """Return a title of ours: who speaks and where; or else the first words."""
        voices = [one.value for one in self.drafted.voices if one.value.capacity != Capacity.QUOTED]
        who = next((one.actor for one in voices if one.actor), "") or next(
            (one.name for one in voices), ""
        )
        if who and held:
            told = _("Statement by %(who)s at the %(event)s")
            return told % {"who": " ".join(who.split()), "event": held.title}
        event = self.drafted.event
        where = " ".join(one.value for one in (event.body, event.name) if one)
        if who and where:
            return " ".join(f"{who}, {where}".split())
        return Truncator(" ".join(self.notes.text.split())).chars(TITLE_LENGTH)

    def _date(
        self,
        statement: Statement,
        what: ProposedField,
        found: Found[When] | None,
    ) -> None:
        if found is None:
            return
        setattr(statement, f"{what}_on", found.value.on)
        setattr(statement, f"{what}_precision", found.value.precision)
        self.notes.propose(what, found)

    def _delivered(self, statement: Statement) -> None:
        """Take the day from the text, or from an event of one day; of several it is one of them."""
        found = self.drafted.date_delivered
        if found and (last := occasions.of_several_days(self.drafted)):
            if within := occasions.within(found.value.on, last):
                self._date(statement, ProposedField.DELIVERED, replace(found, value=within))
            statement.source_note = occasions.note(found.value.on, last)
        elif found is None and statement.event:
            if told := occasions.day(statement.event, statement):
                self._date(statement, ProposedField.DELIVERED, Found(*told))
                statement.delivered_source = statement.event.symbol
        else:
            self._date(statement, ProposedField.DELIVERED, found)

    def _source(self, statement: Statement) -> None:
        """Say where the words are from: the record of the meeting, or a release for the press."""
        event = statement.event
        symbol = self.drafted.record or (event.symbol if event else "")
        if symbol and occasions.is_record(self.drafted):
            statement.source_note = _("Verbatim record %(symbol)s") % {"symbol": symbol}
            if event and event.symbol == symbol and event.source_url:
                statement.source_url = event.source_url
                self.notes.note(ProposedField.ADDRESS, _RECORD)
            self.notes.note(ProposedField.SOURCE, _RECORD)
        elif statement.source_note:
            self.notes.note(ProposedField.SOURCE, _SEVERAL_DAYS)
        elif said := occasions.release_note(self.drafted):
            statement.source_note = said
            self.notes.note(ProposedField.SOURCE, self.drafted.kind.why)

    def _sources(self, statement: Statement) -> None:
        """Take the first address with a webcast's offset, else the first of a document."""
        self._source(statement)
        longest = Statement._meta.get_field("source_url").max_length or 0
        for found in self.drafted.links:
            link = found.value
            if link.offset is not None and statement.webcast_offset is None:
                statement.webcast_offset = link.offset
                self.notes.propose(ProposedField.OFFSET, found)
                if link.url and len(link.url) <= longest:
                    statement.webcast_url = link.url
                    self.notes.propose(ProposedField.WEBCAST, found)

    def _event(self, statement: Statement) -> None:
        event = self.drafted.event
        first = event.name or event.body
        if by_symbol := matching.event_of_symbols(self.drafted):
            statement.event, symbol = by_symbol
            why = Why("event-symbol", _("its page names %(symbol)s too") % {"symbol": symbol})
            self.notes.note(ProposedField.EVENT, why)
            return
        if first is None:
            return
        told = matching.described(event, self.drafted)
        held = matching.event(event, told)
        statement.event = held
        self.notes.propose(ProposedField.EVENT, first, value="" if held else json.dumps(told))


def _made_up(title: str) -> Found[str]:
    return Found(title, Why("title-ours", gettext_lazy("the text has no title: this one is ours")))


def _version(drafted: Draft) -> TextVersion:
    """Return how the words came down: what was handed out was not always said like that."""
    taken_down = occasions.is_record(drafted) or drafted.kind.value == StatementKind.TRANSCRIPT
    return TextVersion.AS_DELIVERED if taken_down else TextVersion.WRITTEN
