"""A site full of what must not be seen: one secret word in all that is not public.

Each function puts something in place and returns its statement; its public twin, where it
has one, says nothing of the secret.
"""

from datetime import timedelta

from django.utils import timezone

from statements import workflow
from statements.choices import BatchState
from statements.models import (
    Actor,
    AffectedGroup,
    Campaign,
    Citation,
    Event,
    ExploitationForm,
    Instrument,
    Person,
    Recommendation,
    Series,
    Statement,
    Tag,
    Theme,
    User,
    Voice,
)
from statements.text import passages
from statements.workflow import batches, gatherings, references, remarks
from statements.workflow.batches import Wanted
from statements.workflow.coming import previewing
from statements.workflow.tags import tagging
from statements.workflow.texts import repairing
from tests.cast import DATA, SHELTER, recommend

SECRET = "Xanadu"
SLUG = SECRET.lower()
# A public term that only drafts carry: no list may find or count anything by it.
UNSPOKEN = "unspoken"
PUBLIC_TAG = "shelter for all"


def never_public(contributor: User, publisher: User) -> Statement:
    """A draft about to be published, with an actor, a person, an event and a tag of its own."""
    host = Actor(slug=f"{SLUG}-actor", kind="civil_society", name=f"{SECRET} House")
    references.save_actor(host, by=publisher)
    event = Event(slug=f"{SLUG}-event", title=f"{SECRET} meeting", kind="launch", host=host)
    event.series = series(f"{SLUG}-series", publisher)
    gatherings.save(event, by=publisher)
    text = f"{SECRET} speaks. The {SECRET} house should be kept secret."
    draft = Statement(title=f"{SECRET} draft", slug=f"{SLUG}-draft", text=text, event=event)
    draft.delivered_on, draft.delivered_precision = "2026-01-02", "day"
    workflow.create(draft, by=contributor)
    classify(draft)
    who = Person.objects.create(name=f"{SECRET} Person")
    Voice.objects.create(statement=draft, actor=host, person=who, name=f"{SECRET} Person")
    one = recommend(draft, f"The {SECRET} house should be kept secret.", addressees=[host])
    classify(one)
    cite(draft, f"{SECRET} speaks.", f"{SLUG}-treaty", publisher)
    workflow.tag([one], by=contributor, add=[f"{SECRET} tag"])
    campaign = Campaign(slug=f"{SLUG}-campaign", title=f"{SECRET} campaign", aim=SECRET)
    campaign.tag = Tag.objects.get(name=f"{SECRET} tag")
    gatherings.save(campaign, by=publisher)
    return draft


def series(slug: str, keeper: User) -> Series:
    """A series that is a draft."""
    held = Series(slug=slug, title=f"{SECRET} meetings", summary=f"{SECRET} every year.")
    gatherings.save(held, by=keeper)
    return held


def cite(statement: Statement, words: str, slug: str, keeper: User) -> None:
    """Let a working copy cite an instrument that nothing published cites, and a mention of none."""
    treaty = Instrument(slug=slug, name=f"{SECRET} treaty", kind="treaty", symbol=f"{slug}/1")
    references.save_instrument(treaty, by=keeper)
    for instrument in (treaty, None):
        passage = workflow.anchor(statement, passages.find(statement.text, words)[0])
        Citation.objects.create(statement=statement, passage=passage, instrument=instrument)


def classify(noun: Statement | Recommendation) -> None:
    """Give a working copy a group and a form of exploitation that nothing published has."""
    noun.groups.set(AffectedGroup.objects.filter(code=UNSPOKEN))
    noun.forms.set(ExploitationForm.objects.filter(code=UNSPOKEN))


def vocabularies(keeper: User) -> None:
    """Put in place the terms that only drafts carry."""
    for term in (AffectedGroup(), ExploitationForm()):
        term.code, term.label = UNSPOKEN, "Unspoken"
        references.save_term(term, by=keeper)


def public_instrument(keeper: User) -> None:
    """An instrument that an editor shows, though nothing cites it."""
    protocol = Instrument(slug="the-protocol", name="The protocol", kind="treaty", show=True)
    references.save_instrument(protocol, by=keeper)


def edited(draft: Statement, contributor: User, publisher: User) -> Statement:
    """A live statement and its live event, each with edits of its working copy, and new tags.

    One tag of a published recommendation is internal: the worklist of the team.
    """
    event = Event(slug="open-debate", title="Open debate", kind="launch", place="New York")
    event.starts_on, event.starts_precision = "2017-11-21", "day"
    event.series = series(f"{SLUG}-debates", publisher)
    gatherings.save(event, by=publisher)
    draft.event = event
    workflow.edit(draft, by=contributor, seen=draft.version)
    workflow.submit(draft, by=contributor)
    workflow.approve(draft, by=publisher)
    gatherings.publish(event, by=publisher)
    workflow.publish(draft, by=publisher)
    tagging.save_tag(Tag(name=f"{SECRET} worklist", internal=True), by=publisher)
    published = draft.recommendations.filter(passage__exact__in=[SHELTER, DATA])
    workflow.tag(published, by=publisher, add=[f"{SECRET} worklist", PUBLIC_TAG])

    event.refresh_from_db()
    event.title, event.slug, event.place = f"{SECRET} debate", f"{SLUG}-debate", SECRET
    event.summary, event.symbol, event.source_url = SECRET, SECRET, f"https://{SLUG}.example/"
    gatherings.save(event, by=publisher)
    draft.title, draft.slug = f"{SECRET} title", f"{SLUG}-new"
    draft.text = f"{SECRET} edit. " + draft.text
    draft.source_note = SECRET
    draft.webcast_url, draft.webcast_offset = f"https://{SLUG}.example/watch", 8220
    workflow.edit(draft, by=contributor, seen=draft.version)
    Voice.objects.create(statement=draft, name=f"{SECRET} voice")
    classify(draft)
    classify(recommend(draft, f"{SECRET} edit."))
    cite(draft, f"{SECRET} edit.", f"{SLUG}-law", publisher)
    Recommendation.objects.filter(passage__exact=SHELTER).update(short_form=SECRET)
    return draft


def campaigned(never: Statement, live: Statement, publisher: User) -> Campaign:
    """A live campaign whose working copy has other words, another address and a draft's tag.

    What it gathers is compiled once more after the edit, for another tag of the live statement.
    """
    campaign = Campaign(slug="shelter-for-all", title="Shelter for all", aim="A bed for each.")
    campaign.tag = Tag.objects.get(name=PUBLIC_TAG)
    gatherings.save(campaign, by=publisher)
    gatherings.publish(campaign, by=publisher)
    campaign.title, campaign.slug = f"{SECRET} hunt", f"{SLUG}-hunt"
    campaign.aim = campaign.how_to_help = f"{SECRET} for each."
    campaign.tag = Tag.objects.get(tagged__content_object__statement=never)
    gatherings.save(campaign, by=publisher)
    workflow.tag(live.recommendations.all(), by=publisher, add=["afterwards"])
    return campaign


def withdrawn(theme: Theme, contributor: User, publisher: User) -> Statement:
    """A statement, its actor and its event, all once public."""
    actor = Actor(slug=f"{SLUG}-gone", kind="business", name=f"{SECRET} Company")
    references.save_actor(actor, by=publisher)
    event = Event(slug=f"{SLUG}-was", title=f"{SECRET} was here", kind="launch")
    gatherings.save(event, by=publisher)
    gone = Statement(title=f"{SECRET} gone", slug=f"{SLUG}-statement", text=f"{SECRET} said so.")
    gone.delivered_on, gone.delivered_precision, gone.event = "2026-01-02", "day", event
    workflow.create(gone, by=contributor)
    Voice.objects.create(statement=gone, actor=actor)
    gone.themes.add(theme)
    one = recommend(gone, f"{SECRET} said so.")
    workflow.tag([one], by=contributor, add=[f"{SECRET} once"])
    workflow.submit(gone, by=contributor)
    workflow.approve(gone, by=publisher)
    workflow.publish(gone, by=publisher, with_event=True)
    workflow.withdraw(gone, by=publisher, reason="A person asked for it.")
    event.refresh_from_db()
    gatherings.withdraw(event, by=publisher, reason="A person asked for it.")
    return gone


def withheld(theme: Theme, contributor: User, publisher: User) -> Statement:
    """Two statements that name somebody: withheld before it was public, and after.

    The second had the name in its title, its address and all that stands beside its text.
    """
    early = _naming("Heard before", contributor, theme)
    _with_faults(early, contributor)
    workflow.withhold(early, by=contributor, words=f"{SECRET} Doe", reason=f"{SECRET} asks for it.")
    early.refresh_from_db()
    go_public(early, contributor, publisher)
    _classified_in_a_batch(early, publisher)
    late = _naming(f"{SECRET} Doe was heard", contributor, theme)
    late.slug, late.source_note = f"{SLUG}-doe-was-heard", f"The record of {SECRET} Doe"
    late.source_url = f"https://example.org/{SLUG}-doe/"
    late.webcast_url, late.webcast_offset = f"https://example.org/{SLUG}-doe/watch", 60
    workflow.edit(late, by=contributor, seen=late.version)
    late.recommendations.update(short_form=f"Shelter {SECRET} Doe", verb=f"{SECRET} Doe asks")
    Voice.objects.create(statement=late, name="Ms. B", role=f"Who speaks for {SECRET} Doe")
    _with_faults(late, contributor)
    go_public(late, contributor, publisher)
    workflow.withhold(late, by=publisher, words=f"{SECRET} Doe", reason=f"{SECRET} is in danger.")
    late.refresh_from_db()
    return late


def translated(never: Statement, theme: Theme, contributor: User, publisher: User) -> Statement:
    """A live translation of what is a draft."""
    text = f"قال المتحدث. {SHELTER}"
    one = Statement(title="Heard in Arabic", slug="heard-in-arabic", text=text, language="ar")
    one.delivered_on, one.delivered_precision, one.translation_of = "2026-02-04", "day", never
    workflow.create(one, by=contributor)
    Voice.objects.create(statement=one, name="Ms. B")
    one.themes.add(theme)
    recommend(one, SHELTER)
    go_public(one, contributor, publisher)
    return one


def scheduled(theme: Theme, contributor: User, publisher: User) -> Statement:
    """One that was returned with a remark, then waits for its hour, and is shown by a link.

    It names somebody who is withheld since.
    """
    waiting = _naming(f"{SECRET} at noon", contributor, theme)
    workflow.submit(waiting, by=contributor, reason=f"{SECRET} is named.")
    workflow.send_back(waiting, by=publisher, reason=f"Is {SECRET} safe?")
    remarks.write(waiting, by=contributor, text=f"{SECRET} agreed.")
    workflow.submit(waiting, by=contributor)
    workflow.approve(waiting, by=publisher)
    noon = timezone.now() + timedelta(days=9)
    workflow.schedule(waiting, by=publisher, at=noon, reason=f"{SECRET} note")
    workflow.withhold(waiting, by=contributor, words=f"{SECRET} Doe", reason=f"{SECRET}.")
    waiting.refresh_from_db()
    previewing.share(waiting, by=contributor, for_whom=SECRET, now=timezone.now())
    return waiting


def _naming(title: str, contributor: User, theme: Theme) -> Statement:
    text = f"We heard {SECRET}  Doe. {SHELTER} {SECRET.upper()}\nDOE asked for no more."
    one = Statement(title=title, text=text, delivered_on="2026-02-03", delivered_precision="day")
    workflow.create(one, by=contributor)
    Voice.objects.create(statement=one, name=f"{SECRET} Doe", name_is_public=False)
    one.themes.add(theme)
    recommend(one, SHELTER)
    return one


def _with_faults(one: Statement, by: User) -> None:
    """Put the name right, and mark it as what the source has wrong."""
    keys = {each.key for each in repairing.desk(one).open}
    workflow.repair(one, by=by, seen=one.version, keys=keys)
    one.refresh_from_db()
    name = f"{SECRET} Doe"
    workflow.mark_words_sic(one, by=by, start=one.text.index(name), words=name)
    one.refresh_from_db()


def _classified_in_a_batch(live: Statement, by: User) -> None:
    """Let classes wait for a publisher that nothing published has."""
    keys = list(live.recommendations.values_list("pk", flat=True))
    wanted = Wanted(add={name: frozenset({UNSPOKEN}) for name in ("groups", "forms")})
    seen = batches.plan(keys, wanted, by=by).seen
    assert batches.make(keys, wanted, by=by, seen=seen).state == BatchState.WAITING


def go_public(one: Statement, contributor: User, publisher: User) -> None:
    """Take a draft to the public."""
    workflow.submit(one, by=contributor)
    workflow.approve(one, by=publisher)
    workflow.publish(one, by=publisher)
