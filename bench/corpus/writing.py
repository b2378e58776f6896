"""From a sheet to a statement as it is published: its text, its passages, its record."""

import datetime as dt
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.text import slugify

from bench.corpus import sheets, words
from bench.corpus.sheets import Ask, Sheet
from statements.catalogue import records
from statements.text import passages

FIRST_PUBLISHED = dt.date(2026, 1, 1)
FIRST_NAMES = "Amina Jorge Lena Tomas Farah Ivan Mei Kwame Sara Diego Noor Paul Ines Ravi".split()
LAST_NAMES = "Rahman Silva Keller Novak Haddad Petrov Chen Mensah Ortiz Aziz Dubois Iyer".split()
A_PARAGRAPH = 6


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a statement, and from where to where each recommendation stands in them."""

    text: str
    places: tuple[tuple[int, int], ...]


def statement_ref(n: int) -> str:
    return f"s{n:09}"


def recommendation_ref(n: int, number: int) -> str:
    return f"r{n:07}{number:02}"


def voice_ref(n: int) -> str:
    return f"v{n:09}"


def event_ref(n: int) -> str:
    return f"e{n:09}"


def organisation_ref(n: int) -> str:
    return f"g{n:09}"


def organisation_slug(n: int) -> str:
    return f"organisation-{n}"


def tag_slug(n: int) -> str:
    return f"working-list-{n}"


def title(sheet: Sheet, register: sheets.Register) -> str:
    theme = register.theme_names[sheet.themes[0]].lower()
    return f"Remarks on {theme} in {register.countries[sheet.countries[0]]}, {sheet.n}"


def slug(sheet: Sheet, register: sheets.Register) -> str:
    return f"{slugify(title(sheet, register).rsplit(',', 1)[0])[:60].strip('-')}-{sheet.n}"


class Writer:
    """Writes the statements of a corpus; `states` are the references of States by country."""

    def __init__(self, corpus: sheets.Sheets, states: Mapping[str, str]) -> None:
        self.corpus, self.states = corpus, states
        self.register = corpus.register
        self.vocabulary = words.vocabulary(corpus.seed)

    def text(self, sheet: Sheet) -> Text:
        """Return about 600 words in which each recommendation is one sentence."""
        if given := self.corpus.given_text(sheet.n):
            opening, *paragraphs = given.body
            return joined(opening, [*paragraphs, *given.asked], given.asked, each=1)
        chance = sheets.chance_of(self.corpus.seed, f"text:{sheet.n}")
        length = min(1400, max(200, int(chance.gauss(600, 150))))
        sentences = _sentences(self._body(chance, sheet, length), chance)
        asked = [self._asked(chance, ask) for ask in sheet.asks]
        at = sorted(chance.choices(range(len(sentences) + 1), k=len(asked)))
        for place, words_asked in reversed([*zip(at, asked, strict=True)]):
            sentences.insert(place, words_asked)
        named = ", ".join(self.register.countries[code] for code in sheet.countries)
        return joined(f"Remarks with regard to {named}.", sentences, asked)

    def _body(self, chance: random.Random, sheet: Sheet, length: int) -> list[str]:
        body = self.vocabulary.draw(chance, length)
        for word in sheet.words:
            for _ in range(chance.randint(1, 3)):
                body.insert(chance.randrange(len(body)), word)
        return body

    def _asked(self, chance: random.Random, ask: Ask) -> str:
        whom = f"The Government of {self.register.countries[ask.named]}" if ask.named else "All"
        drawn = self.vocabulary.draw(chance, min(120, max(15, int(chance.gauss(45, 12)))))
        return f"{whom} should {' '.join(drawn)}."

    def record(self, sheet: Sheet) -> records.Statement:
        """Return the record of a statement as the desk would compile it."""
        text = self.text(sheet)
        voice = self._voice(sheet)
        asked = tuple(
            self._recommendation(sheet, number, ask, text, voice)
            for number, ask in enumerate(sheet.asks, start=1)
        )
        asks = [one for one in asked if one.kind == "ask"]
        return records.Statement(
            ref=statement_ref(sheet.n),
            slug=slug(sheet, self.register),
            version=1,
            kind=sheet.kind,
            title=title(sheet, self.register),
            title_is_ours=False,
            language="en",
            delivered=_date(sheet),
            published=None,
            event=None if sheet.event is None else event_ref(sheet.event),
            voices=(voice,),
            countries=tuple(sorted(sheet.countries)),
            themes=sheet.themes,
            text=text.text,
            text_version="as_delivered",
            source_url=f"https://example.org/documents/{sheet.n}",
            source_note="",
            first_published_on=FIRST_PUBLISHED,
            recommendations=asked,
            asks=len(asks),
            commitments=len(asked) - len(asks),
            quote=_quote(asks),
        )

    def live(self, sheet: Sheet) -> records.Live:
        """Return the tags of a statement's recommendations."""
        parts = {
            recommendation_ref(sheet.n, number): records.Live(tags=_tags(ask.tags))
            for number, ask in enumerate(sheet.asks, start=1)
        }
        every = (tag for ask in sheet.asks for tag in ask.tags)
        return records.Live(tags=_tags(every), recommendations=parts)

    def speaker(self, sheet: Sheet) -> str:
        """Return the reference of the actor that speaks."""
        return self.states[sheet.state] if sheet.state else organisation_ref(sheet.organisation)

    def asked_of(self, ask: Ask) -> tuple[records.Addressee, ...]:
        asked = []
        if ask.to:
            asked.append(records.Addressee(actor=self.states[ask.to], state=ask.to))
        if ask.organisation is not None:
            asked.append(records.Addressee(actor=organisation_ref(ask.organisation), state=None))
        return tuple(asked)

    def _voice(self, sheet: Sheet) -> records.Voice:
        return records.Voice(
            ref=voice_ref(sheet.n),
            capacity="delivers",
            name=person(sheet.speaker),
            role="Permanent Representative",
            actor=self.speaker(sheet),
            state=sheet.state,
        )

    def _recommendation(
        self, sheet: Sheet, number: int, ask: Ask, text: Text, voice: records.Voice
    ) -> records.Recommendation:
        place = passages.anchor(text.text, *text.places[number - 1])
        return records.Recommendation(
            ref=recommendation_ref(sheet.n, number),
            version=1,
            statement=statement_ref(sheet.n),
            number=number,
            kind=ask.kind,
            passage=records.Passage(
                exact=place.exact,
                prefix=place.prefix,
                suffix=place.suffix,
                start=place.start,
                end=place.end,
            ),
            lead_in=None,
            short_form=f"{person(sheet.speaker)} asks for {ask.themes[0].replace('-', ' ')}"[:90],
            askers=(voice,),
            addressees=self.asked_of(ask),
            addressed_as="",
            verb="should",
            strength=ask.strength,
            pillar=ask.pillar,
            themes=ask.themes,
            countries=(ask.named,) if ask.named else (),
            date=_date(sheet),
            event=None if sheet.event is None else event_ref(sheet.event),
            language="en",
        )


def person(n: int) -> str:
    first = FIRST_NAMES[n % len(FIRST_NAMES)]
    return f"{first} {LAST_NAMES[n // len(FIRST_NAMES) % len(LAST_NAMES)]} {n}"


def _tags(ones: object) -> tuple[str, ...]:
    return tuple(sorted({tag_slug(one) for one in ones}))  # type: ignore[attr-defined]


def _date(sheet: Sheet) -> records.Date:
    return records.Date(on=sheet.day, precision=sheet.precision, source="")


def _quote(asks: list[records.Recommendation]) -> records.Quote | None:
    if not asks:
        return None
    best = max(asks, key=lambda one: (one.strength or 0, -one.number))
    return records.Quote(
        ref=best.ref,
        exact=best.passage.exact,
        lead_in="",
        pillar=best.pillar,
        addressees=best.addressees,
        addressed_as="",
    )


def _sentences(body: list[str], chance: random.Random) -> list[str]:
    found, at = [], 0
    while at < len(body):
        n = chance.randint(9, 29)
        sentence = " ".join(body[at : at + n])
        found.append(f"{sentence[0].upper()}{sentence[1:]}.")
        at += n
    return found


def joined(
    opening: str, sentences: Sequence[str], asked: Sequence[str], each: int = A_PARAGRAPH
) -> Text:
    """Set the sentences in paragraphs of so many, and note where those that ask came to stand."""
    text, wanted, places = opening, list(asked), []
    for n, sentence in enumerate(sentences):
        text += " " if n % each else "\n\n"
        if wanted and sentence is wanted[0]:
            places.append((len(text), len(text) + len(sentence)))
            wanted.pop(0)
        text += sentence
    return Text(text, tuple(places))
