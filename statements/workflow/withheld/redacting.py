"""Take words out of a record that is, or was, public: another record, a pure function."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from statements.catalogue import records
from statements.choices import RecommendationKind
from statements.text import passages, withholding
from statements.text.withholding import Shown, Span, Withheld
from statements.workflow.records import derived, repaired


@dataclass(frozen=True, slots=True)
class Redacted:
    """A record without the words; how often they stood in its text; what had to go with them.

    `left_out` are the refs of the recommendations that held some of the words.
    """

    record: records.Statement
    places: int
    left_out: tuple[str, ...]


def redacted(record: records.Statement, withheld: Withheld) -> Redacted:
    """Return `record` with withheld words replaced wherever they stand, in its text and beside it.

    An address that is made of such words is given up for the permanent reference.
    """
    if not withheld:
        return Redacted(record, 0, ())
    withheld = replace(withheld, language=record.language)
    tokens = [(one.start, one.end) for one in record.withheld]
    found = withheld.spans(record.text, tokens)
    shown = withholding.shown(record.text, [*found, *tokens], record.language)
    line = _Beside(withheld)
    kept = [one for one in record.recommendations if not _holds(one, found)]
    parts = tuple(
        _recommendation(one, number, shown, line) for number, one in enumerate(kept, start=1)
    )
    cited = _cited(record, found, shown)
    asks = [one for one in parts if one.kind == RecommendationKind.ASK]
    clean = replace(
        record,
        slug=record.ref if line.names(record.slug) else record.slug,
        title=line(record.title),
        delivered=line.date(record.delivered),
        published=line.date(record.published),
        voices=tuple(line.voice(voice) for voice in record.voices),
        instruments=tuple(dict.fromkeys(one.instrument for one in cited)),
        citations=cited,
        text=shown.text,
        withheld=tuple(records.Place(start=start, end=end) for start, end in shown.tokens),
        repairs=repaired.redacted(record, shown, withheld.readings()),
        sic=repaired.moved(record.sic, shown),
        source_url="" if line.names(record.source_url) else record.source_url,
        source_note=line(record.source_note),
        webcast=line.webcast(record.webcast),
        changes=tuple(replace(one, note=line(one.note)) for one in record.changes),
        recommendations=parts,
        asks=len(asks),
        commitments=len(parts) - len(asks),
        quote=derived.quote(asks),
    )
    gone = tuple(one.ref for one in record.recommendations if one not in kept)
    return Redacted(clean, len(found), gone)


@dataclass(frozen=True, slots=True)
class _Beside:
    """Takes the words out of what stands beside a text."""

    withheld: Withheld

    def __call__(self, line: str) -> str:
        return self.withheld.line(line)

    def names(self, address: str) -> bool:
        return self.withheld.names(address)

    def webcast(self, webcast: records.Webcast | None) -> records.Webcast | None:
        if webcast is None or not self.names(webcast.url):
            return webcast
        return derived.webcast("", webcast.offset)

    def date(self, date: records.Date | None) -> records.Date | None:
        return replace(date, source=self(date.source)) if date else None

    def voice(self, voice: records.Voice) -> records.Voice:
        return replace(voice, name=self(voice.name), role=self(voice.role))


def _cited(
    record: records.Statement, spans: Collection[Span], shown: Shown
) -> tuple[records.Citation, ...]:
    """Return the citations that hold none of the words, in their places of now."""
    return tuple(
        replace(one, passage=_anchored(one.passage, shown))
        for one in record.citations
        if not any(start < one.passage.end and one.passage.start < end for start, end in spans)
    )


def _holds(one: records.Recommendation, spans: Collection[Span]) -> bool:
    selectors = [one.passage, *([one.lead_in] if one.lead_in else [])]
    return any(
        start < selector.end and selector.start < end
        for selector in selectors
        for start, end in spans
    )


def _recommendation(
    one: records.Recommendation, number: int, shown: Shown, line: _Beside
) -> records.Recommendation:
    return replace(
        one,
        number=number,
        passage=_anchored(one.passage, shown),
        lead_in=_anchored(one.lead_in, shown) if one.lead_in else None,
        short_form=line(one.short_form),
        short_forms={code: line(words) for code, words in one.short_forms.items()},
        askers=tuple(line.voice(voice) for voice in one.askers),
        addressed_as=line(one.addressed_as),
        verb=line(one.verb),
        date=line.date(one.date),
    )


def _anchored(one: records.Passage, shown: Shown) -> records.Passage:
    return derived.selector(passages.anchor(shown.text, *shown.place(one.start, one.end)))
