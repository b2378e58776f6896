"""Turn what the desk holds into what the public reads: desk nouns in, frozen records out."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from django.utils import timezone

from statements.catalogue import records
from statements.choices import ActorKind, Precision, Public, RecommendationKind
from statements.models import Actor, Campaign, Event, Instrument, Passage, Series, Statement
from statements.models.languages import by_language
from statements.text import passages
from statements.text.naming import Names
from statements.text.withholding import Shown
from statements.workflow.records import copies, past, repaired, terms
from statements.workflow.records.copies import Cited, Copy, Part, Speaker
from statements.workflow.records.derived import quote, selector, webcast
from statements.workflow.withheld.redacting import redacted


def statement(pk: int) -> records.Statement:
    """Compile a statement with its recommendations, in a number of queries that does not grow."""
    return copied(copies.of(Statement.objects.get(pk=pk)))


def copied(copy: Copy, *, note: str = "") -> records.Statement:
    """Compile a statement from its working copy. Its event is carried where it is live.

    `note` says what this publication changes, where it is not the first. Withheld words are in
    nothing of it.
    """
    return redacted(_whole(copy, note), copy.withheld).record


def _whole(copy: Copy, note: str) -> records.Statement:
    """Compile a statement on its public text; beside that, withheld words may stand yet."""
    noun, shown = copy.noun, copy.shown()
    told = past.of(noun, today=timezone.now().date())
    kept = sorted(copy.parts, key=lambda part: (*_place(part.noun.passage), part.noun.pk))
    voices = {voice.pk: _voice(voice) for voice in copy.voices}
    event, named = _event_of(noun), Names(copy.countries)
    cited = tuple(one for one in copy.citations if not shown.overlaps(*_place(one.passage)))
    compiled = tuple(
        _recommendation(part, number, copy, event, voices, named, shown, cited)
        for number, part in enumerate(kept, start=1)
    )
    asks = [one for one in compiled if one.kind == RecommendationKind.ASK]
    return records.Statement(
        ref=noun.ref,
        slug=noun.slug,
        version=noun.version,
        kind=noun.kind,
        title=noun.title,
        title_is_ours=noun.title_is_ours,
        language=noun.language,
        delivered=_date(noun.delivered_on, noun.delivered_precision, noun.delivered_source),
        published=_date(noun.published_on, noun.published_precision, noun.published_source),
        event=event,
        voices=tuple(voices.values()),
        countries=tuple(sorted(copy.countries)),
        themes=copy.classes.themes,
        groups=copy.classes.groups,
        forms=copy.classes.forms,
        instruments=_instruments(cited),
        citations=tuple(
            records.Citation(instrument=one.instrument, passage=_passage(one.passage, shown))
            for one in cited
        ),
        text=shown.text,
        text_version=noun.text_version,
        withheld=tuple(records.Place(start=start, end=end) for start, end in shown.tokens),
        repairs=repaired.repairs(noun, copy.repairs, shown, copy.withheld.readings()),
        sic=repaired.sic(noun.text, copy.repairs, shown),
        source_url=noun.source_url,
        source_note=noun.source_note,
        translation_of=_original_of(noun),
        webcast=webcast(noun.webcast_url, noun.webcast_offset),
        first_published_on=told.began_on,
        changes=told.with_note(note),
        recommendations=compiled,
        asks=len(asks),
        commitments=len(compiled) - len(asks),
        quote=quote(asks),
    )


def _recommendation(
    part: Part,
    number: int,
    copy: Copy,
    event: str | None,
    voices: Mapping[int, records.Voice],
    named: Names,
    shown: Shown,
    cited: Collection[Cited],
) -> records.Recommendation:
    noun, parent = part.noun, copy.noun
    delivered = _date(parent.delivered_on, parent.delivered_precision, parent.delivered_source)
    published = _date(parent.published_on, parent.published_precision, parent.published_source)
    return records.Recommendation(
        ref=noun.ref,
        version=parent.version,
        statement=parent.ref,
        number=number,
        kind=noun.kind,
        passage=_passage(noun.passage, shown),
        lead_in=_passage(noun.lead_in, shown) if noun.lead_in else None,
        short_form=noun.short_form,
        short_forms=by_language(noun, "short_form"),
        askers=tuple(voices[voice] for voice in part.askers if voice in voices),
        addressees=tuple(records.Addressee(actor=to.ref, state=to.state) for to in part.addressees),
        addressed_as=noun.addressed_as,
        verb=noun.verb,
        strength=noun.strength,
        pillar=noun.pillar,
        themes=part.classes.themes,
        groups=part.classes.groups or copy.classes.groups,
        forms=part.classes.forms or copy.classes.forms,
        instruments=_instruments(_within(part, cited)) or _instruments(cited),
        countries=tuple(sorted(named.within(noun.passage.exact))),
        date=delivered or published,
        event=event,
        language=parent.language,
    )


def _within(part: Part, citations: Iterable[Cited]) -> Iterator[Cited]:
    """Yield the citations that stand in a recommendation's words, or in its lead-in."""
    places = [_place(one) for one in (part.noun.passage, part.noun.lead_in) if one]
    for cited in citations:
        start, end = _place(cited.passage)
        if any(begin <= start and end <= until for begin, until in places):
            yield cited


def _instruments(citations: Iterable[Cited]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.instrument for one in citations))


def _place(passage: Passage) -> tuple[int, int]:
    return passage.start, passage.end


def _event_of(noun: Statement) -> str | None:
    """Return the reference of a statement's event where it is live."""
    if noun.event_id is None:
        return None
    live = Event.objects.filter(pk=noun.event_id, public=Public.LIVE)
    return live.values_list("ref", flat=True).first()


def _original_of(noun: Statement) -> str | None:
    """Return the reference of what a statement is a translation of, if that ever was public."""
    if noun.translation_of_id is None:
        return None
    public = Statement.objects.ever_public().filter(pk=noun.translation_of_id)
    return public.values_list("ref", flat=True).first()


def event(noun: Event) -> records.Event:
    return records.Event(
        ref=noun.ref,
        slug=noun.slug,
        version=noun.version,
        kind=noun.kind,
        title=noun.title,
        date=_date(noun.starts_on, noun.starts_precision, ""),
        ends_on=noun.ends_on if noun.ends_on != noun.starts_on else None,
        place=noun.place,
        country=noun.country.iso2 if noun.country else None,
        host=noun.host.ref if noun.host else None,
        host_state=_state(noun.host) if noun.host else None,
        participants=tuple(_addressee(actor) for actor in noun.participants.all()),
        themes=tuple(theme.code for theme in noun.themes.all()),
        summary=noun.summary,
        symbol=noun.symbol,
        source_url=noun.source_url,
        series=noun.series.ref if noun.series and noun.series.public == Public.LIVE else None,
    )


def series(noun: Series) -> records.Series:
    return records.Series(
        ref=noun.ref,
        slug=noun.slug,
        version=noun.version,
        title=noun.title,
        summary=noun.summary,
    )


def actor(noun: Actor) -> records.Actor:
    """Compile an actor; a State is named as its country is."""
    is_state = noun.kind == ActorKind.STATE and noun.country is not None
    names = terms.names(noun.country) if is_state and noun.country else noun.names()
    return records.Actor(
        ref=noun.ref,
        slug=noun.slug,
        version=noun.version,
        kind=noun.kind,
        name=names["en"],
        names=names,
        short_name=noun.short_name,
        country=noun.country.iso2 if noun.country else None,
        parent=noun.parent.ref if noun.parent else None,
        also=terms.other_names(alias for alias in noun.aliases.all() if not alias.on_desk),
    )


def instrument(noun: Instrument) -> records.Instrument:
    return records.Instrument(
        ref=noun.ref,
        slug=noun.slug,
        version=noun.version,
        kind=noun.kind,
        name=noun.name,
        names=noun.names(),
        symbol=noun.symbol,
        adopted=_date(noun.adopted_on, noun.adopted_precision, ""),
        source_url=noun.source_url,
        also=terms.other_names(alias for alias in noun.aliases.all() if not alias.on_desk),
    )


def campaign(noun: Campaign) -> records.Campaign:
    return records.Campaign(
        ref=noun.ref,
        slug=noun.slug,
        version=noun.version,
        title=noun.title,
        aim=noun.aim,
        how_to_help=noun.how_to_help,
        tag=noun.tag.slug,
    )


def _voice(noun: Speaker) -> records.Voice:
    return records.Voice(
        ref=noun.ref,
        capacity=noun.capacity,
        name=noun.name if noun.name_is_public else "",
        role=noun.role,
        actor=noun.actor.ref if noun.actor else None,
        state=noun.actor.state if noun.actor else None,
    )


def _addressee(noun: Actor) -> records.Addressee:
    return records.Addressee(actor=noun.ref, state=_state(noun))


def _state(noun: Actor) -> str | None:
    return noun.country.iso2 if noun.kind == ActorKind.STATE and noun.country else None


def _passage(noun: Passage, shown: Shown) -> records.Passage:
    """Anchor a passage on the text that the public reads, which is all that it knows of."""
    if not shown.tokens:
        return selector(noun.selector())
    return selector(passages.anchor(shown.text, *shown.place(noun.start, noun.end)))


def _date(on: date | None, precision: str, source: str) -> records.Date | None:
    if on is None or precision == Precision.UNKNOWN:
        return None
    return records.Date(on=on, precision=precision, source=source)
