"""Who and what the statements refer to, made on the desk by people with the rights to."""

from collections.abc import Callable

from django.contrib.auth.models import Group

from bench.corpus import sheets, words, writing
from statements.catalogue import store
from statements.choices import ActorKind, EventKind
from statements.ingest.importers import vocabularies
from statements.ingest.importers.report import Report
from statements.models import Actor, Country, Event, Tag, Theme, User
from statements.workflow import gatherings, references
from statements.workflow.tags import tagging

AT_ONCE = 200
Progress = Callable[[str], None]


def author() -> User:
    return _person("bench-author", "contributor")


def keeper() -> User:
    """Return somebody who may make terms, actors and events, and publish."""
    return _person("bench-keeper", "editor", "administrator", "campaigner", "publisher")


def _person(username: str, *groups: str) -> User:
    user, is_new = User.objects.get_or_create(username=username, defaults={"is_staff": True})
    if is_new:
        user.set_unusable_password()
        user.save()
        user.groups.set(Group.objects.filter(name__in=groups))
    return User.objects.get(pk=user.pk)


def make(corpus: sheets.Sheets, statements: int, say: Progress) -> None:
    """Make vocabularies, actors, tags and events for so many statements; what stands is kept."""
    by = keeper()
    with store.change():
        _make_all_but_events(corpus, by, say)
    _make_events(corpus, sheets.events_of(statements), by, say)


def _make_all_but_events(corpus: sheets.Sheets, by: User, say: Progress) -> None:
    if not Actor.objects.filter(kind=ActorKind.STATE).exists():
        say("vocabularies")
        vocabularies.load(sheets.SEEDS, by=by, machines=frozenset({by.pk}), report=Report())
    _make_themes(corpus.register, by)
    make_organisations(corpus.seed, by)
    _make_tags(by)


def states() -> dict[str, str]:
    """Return the references of the States by their countries' codes."""
    rows = Actor.objects.filter(kind=ActorKind.STATE).values_list("country__iso2", "ref")
    return {str(iso2): ref for iso2, ref in rows}


def _make_themes(register: sheets.Register, by: User) -> None:
    """Make the themes that only a corpus of somebody else's has."""
    held = set(Theme.objects.values_list("code", flat=True))
    labels = set(Theme.objects.values_list("label", flat=True))
    for code, label in register.theme_names.items():
        if code in register.themes and code not in held:
            label = f"{label} ({code})" if label in labels else label
            references.save_term(Theme(code=code, label=label), by=by)


def make_organisations(seed: int, by: User) -> None:
    held = set(Actor.objects.filter(ref__startswith="g0").values_list("ref", flat=True))
    names = words.invented(sheets.chance_of(seed, "organisations"), sheets.ORGANISATIONS)
    for n, name in enumerate(names):
        if (ref := writing.organisation_ref(n)) not in held:
            actor = Actor(ref=ref, slug=writing.organisation_slug(n), kind=ActorKind.CIVIL_SOCIETY)
            actor.name = f"{name.capitalize()} Network"
            references.save_actor(actor, by=by)


def _make_tags(by: User) -> None:
    held = set(Tag.objects.values_list("slug", flat=True))
    for n in range(sheets.TAGS):
        if (slug := writing.tag_slug(n)) not in held:
            tagging.save_tag(Tag(name=f"working list {n}", slug=slug), by=by)


def _make_events(corpus: sheets.Sheets, wanted: int, by: User, say: Progress) -> None:
    made = Event.objects.filter(ref__startswith="e0").count()
    countries = {one.iso2: one for one in Country.objects.all()}
    themes = {one.code: one for one in Theme.objects.all()}
    for first in range(made, wanted, AT_ONCE):
        with store.change():
            for n in range(first, min(first + AT_ONCE, wanted)):
                _make_event(corpus, n, countries, themes, by)
        say(f"events: {min(first + AT_ONCE, wanted)} of {wanted}")


def _make_event(
    corpus: sheets.Sheets, n: int, countries: dict[str, Country], themes: dict[str, Theme], by: User
) -> None:
    chance, register = sheets.chance_of(corpus.seed, f"event:{n}"), corpus.register
    theme = chance.choice(list(register.themes))
    country = chance.choice(list(register.countries))
    event = Event(
        ref=writing.event_ref(n),
        slug=f"session-{n}",
        title=f"Session {n} on {register.theme_names[theme].lower()}",
        kind=chance.choice(EventKind.values),
        starts_on=sheets.day(chance),
        starts_precision="day",
        place=register.countries[country],
        country=countries[country],
    )
    gatherings.save(event, by=by)
    event.themes.set([themes[theme]])
    gatherings.publish(event, by=by)
