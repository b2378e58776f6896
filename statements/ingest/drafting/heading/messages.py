"""Messages that somebody reads out for another, and who gave the money, in a report of an event."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from statements.choices import Capacity
from statements.ingest.drafting.draft import Proposal, Voice, Why
from statements.ingest.drafting.heading import actors, people
from statements.ingest.drafting.heading.head import Head
from statements.ingest.drafting.vocabulary import Vocabulary

_SENT = Why("message-sent", _("a message is read out on their behalf"))
_READ = Why("message-read", _("they read out the message of another"))
_GAVE = Why("event-funded", _("the text thanks them for the money"))

_MESSAGE = re.compile(
    r"\b(?:[Mm]essage|[Ss]tatement|[Ss]peech|[Aa]ddress|[Rr]emarks) (?:was|were) (?:also )?"
    r"(?:delivered|read(?: out)?|conveyed) on behalf of (?:the )?(?P<sender>[^\n\";:]{3,160}?)"
    rf" by (?P<reader>(?:(?:Mr|Ms|Mrs|Dr)\. )?{people.NAME}(?:, [^\n\".]{{3,120}}?)?)"
    r"(?=[.;:]|,? (?:who|said|saying|stating|noting)\b)"
)
_HONOUR = re.compile(r"\A(?:H\.? ?E\.?|(?:His|Her) Excellency|[Tt]he [Hh]onou?rable)(?: the)? ")
_MONEY = re.compile(
    r"\b(?:made possible|funded|financed)\b[^.\n]{0,40}? (?:contributions?|support|funding|funds"
    r"|assistance)\b[^.\n,]{0,20}? (?:by|of|from)(?: the)? (?P<who>[^\n]{3,600}?)"
    r"(?=\.(?:\s|\Z)|\n|\Z)"
)
_PARTED = re.compile(r"(?:\A|, |\band )(?:the )?\Z")
_BETWEEN = re.compile(r"(?:,| and)*(?: the)? \Z")


def find(head: Head) -> Iterator[Proposal[Voice]]:
    """Yield who sent a message to a gathering, each before whoever read it out."""
    for found in _MESSAGE.finditer(head.body):
        sender, reader = found["sender"], people.person(found["reader"])
        place = _place(head, *found.span("sender"))
        someone = people.person(sender)
        if someone is None or not someone.name:
            role = _HONOUR.sub("", sender)
            someone = people.Person(sender, role)
        yield Proposal(Voice(Capacity.ON_BEHALF_OF, someone.name, someone.role), _SENT, *place)
        if reader:
            place = _place(head, *found.span("reader"))
            yield Proposal(Voice(Capacity.READ_OUT_BY, reader.name, reader.role), _READ, *place)


def funders(head: Head, vocabulary: Vocabulary) -> Iterator[Proposal[Voice]]:
    """Yield the known organizations that the text thanks for what they paid."""
    body = head.body
    for money in _MONEY.finditer(body):
        begin = money.start("who")
        who = money["who"]
        # What stands within the words for another is none of its own: "X under Y", "X (Y)".
        held = [
            named
            for named in actors.names(vocabulary).places(who)
            if _PARTED.search(who[: named[1]])
        ]
        ends = [*(start for _slugs, start, _end in held), len(who)][1:]
        for (slugs, start, _stop), end in zip(held, ends, strict=True):
            if len(slugs) != 1:
                continue
            words = _BETWEEN.sub("", who[start:end])
            place = _place(head, begin + start, begin + start + len(words))
            yield Proposal(Voice(Capacity.FUNDS, "", "", words, next(iter(slugs))), _GAVE, *place)


def _place(head: Head, start: int, end: int) -> tuple[int, int]:
    return head.page.place(head.begins + start, head.begins + end)
