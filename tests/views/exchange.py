"""Statements in which three States ask one another, and all States, for things."""

from statements.catalogue import records, store
from statements.catalogue.records import Recommendation, Statement
from tests.catalogue import build
from tests.views import corpus

THEMES = ("shelter", "remedies", "visas")
YEARS = (2014, 2016, 2019)
ACTORS = {"pk": "pakistan", "iq": "iraq", "fj": "fiji"}


def several() -> list[Statement]:
    """Return a dozen statements of three States, in turns."""
    made = []
    for at in range(12):
        speaker = [*ACTORS][at % 3]
        ref = f"made-{at:02}"
        voice = build.voice(ACTORS[speaker], speaker)
        asks = [_ask(ref, number, speaker, at) for number in range(1, 2 + at % 4)]
        made.append(
            corpus.speech(
                ref,
                voices=(voice,),
                delivered=build.date(f"{YEARS[at % len(YEARS)]}-03-01"),
                event="meeting" if at % 2 else "earlier",
                countries=(),
                themes=(),
                instruments=("protocol",) if at % 3 else (),
                recommendations=tuple(asks),
                asks=len(asks),
                commitments=0,
                quote=None,
            )
        )
    return made


def _ask(ref: str, number: int, speaker: str, at: int) -> Recommendation:
    to = [None, "iq", "pk", "all"][(at + number) % 4]
    addressees: tuple[records.Addressee, ...] = ()
    if to == "all":
        addressees = (build.addressee("all"),)
    elif to:
        addressees = (build.addressee(ACTORS[to], to),)
    return build.recommendation(
        f"{ref}-{number}",
        statement=ref,
        number=number,
        kind="commitment" if (at + number) % 5 == 0 else "ask",
        passage=corpus.passage(corpus.CALL),
        short_form=f"Short {ref} {number}",
        askers=(build.voice(ACTORS[speaker], speaker),),
        addressees=addressees,
        strength=1 + (at * number) % 5,
        pillar=["prevention", "protection"][number % 2],
        themes=(THEMES[(at + number) % 3],),
        date=build.date(f"{YEARS[at % len(YEARS)]}-03-01"),
        event="meeting" if at % 2 else "earlier",
        instruments=("protocol",) if at % 3 else (),
    )


def publish() -> list[Recommendation]:
    """Publish them beside the small corpus; return all recommendations that are public then."""
    store.put(build.term("theme", "visas", "protection", label="Visas"))
    store.put(build.actor("fiji", kind="state", name="Fiji", country="fj"))
    store.put(build.actor("all", kind="collective", name="All States", slug="all-states"))
    store.put(build.instrument("protocol", name="The Protocol"))
    store.put(build.series("meetings", "The meetings"))
    for ref, day in (("earlier", "2016-09-27"), ("meeting", "2017-09-27")):
        event = build.event(
            ref,
            title=f"The {ref}",
            date=build.date(day),
            series="meetings",
            participants=(build.addressee("pakistan", "pk"),),
        )
        store.put(event)
    statements = several()
    for one in statements:
        corpus.publish(one)
    first = corpus.speech().recommendations
    return [*first, *[part for one in statements for part in one.recommendations]]
