"""What of a record is searched: one pure function, a line for each kind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from statements.catalogue import records
from statements.catalogue.records import AnyRecord, Voice
from statements.choices import HOUSE_LANGUAGE


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of text and the language it is in; what follows it is no part of its phrases."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Fields:
    """The searched words of a record: title, names with their roles, and all else.

    `languages` are those that words must be of to find it: none where it has names in many.
    """

    title: tuple[Words, ...]
    names: tuple[Words, ...]
    body: tuple[Words, ...]
    languages: tuple[str, ...] = ()


def fields(record: AnyRecord) -> Fields:
    """Return what `record` is searched by."""
    match record:
        case records.Statement():
            return _fields(
                record.language,
                title=[record.title],
                names=_spoken_by(record.voices),
                body=_around(record.text, record.withheld),
            )
        case records.Recommendation():
            lead_in = record.lead_in.exact if record.lead_in else ""
            own = _fields(
                record.language,
                title=[],
                names=_spoken_by(record.askers),
                body=[lead_in, record.passage.exact, record.addressed_as],
            )
            # Editors write these in several languages, whatever that of the source.
            title = _by_language({HOUSE_LANGUAGE: record.short_form, **record.short_forms})
            languages = dict.fromkeys((record.language, *(one.language for one in title)))
            return replace(own, title=title, languages=tuple(languages))
        case records.Event():
            return _of_the_house([record.title], [record.summary, record.place, record.symbol])
        case records.Series():
            # It has no page: its events are found.
            return Fields((), (), ())
        case records.Campaign():
            return _of_the_house([record.title], [record.aim, record.how_to_help])
        case records.Actor():
            named = _of_the_house([record.name, record.short_name], record.also)
            return Fields(named.title + _by_language(record.names), (), named.body)
        case records.Instrument():
            names = _by_language(record.names)
            return Fields(names, (), _of_the_house([], [record.symbol, *record.also]).body)
        case records.Term():
            note = _of_the_house([], [record.note, record.code, *record.also])
            return Fields(_by_language(record.labels), (), note.body)


def _around(text: str, withheld: Iterable[records.Place]) -> list[str]:
    """Return a text without the places that say that words are withheld."""
    pieces, done = [], 0
    for place in withheld:
        pieces.append(text[done : place.start])
        done = place.end
    return [*pieces, text[done:]]


def _fields(
    language: str, *, title: Iterable[str], names: Iterable[str], body: Iterable[str]
) -> Fields:
    return Fields(_in(language, title), _in(language, names), _in(language, body), (language,))


def _of_the_house(title: Iterable[str], body: Iterable[str]) -> Fields:
    return Fields(_in(HOUSE_LANGUAGE, title), (), _in(HOUSE_LANGUAGE, body))


def _in(language: str, texts: Iterable[str]) -> tuple[Words, ...]:
    return tuple(Words(text, language) for text in texts if text)


def _by_language(names: Mapping[str, str]) -> tuple[Words, ...]:
    return tuple(Words(text, language) for language, text in sorted(names.items()) if text)


def _spoken_by(voices: Iterable[Voice]) -> list[str]:
    return [words for voice in voices for words in (voice.name, voice.role)]
