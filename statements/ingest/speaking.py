"""Who speaks in a draft, as the desk holds it: a person with the actor they speak for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from statements.choices import Capacity
from statements.ingest.drafting.draft import Proposal, Voice

# Why an actor is proposed, where it is the speaker's own: a State, an office.
_OWN = frozenset({"behalf-record", "behalf-role", "behalf-title", "behalf-office", "behalf-own"})
_HONOUR = (
    r"(?:(?:H\.?\s?E\.?,?|His|Her|Excellency|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Ambassador|Prof|Professor|"
    r"Sheikha?|Archbishop|Senator|Judge|M|Mme|Sr|Sra)\.?,?\s+)+"
)
_HONOURS, _LEADING = re.compile(_HONOUR + r"\Z"), re.compile(r"\A" + _HONOUR)


def voices(found: Iterable[Proposal[Voice]], text: str) -> Iterator[Proposal[Voice]]:
    """Yield the voices of a draft, names as the text writes them.

    The speaker's own State or office goes with the speaker; where nobody is named, it delivers
    itself. A group that somebody speaks for besides stays a voice of its own.
    """
    held = list(found)
    speaker = next((one for one in held if one.value.capacity == Capacity.DELIVERS), None)
    own = next((one for one in held if _is_own(one)), None)
    for one in held:
        if one is own and speaker is not None and not speaker.value.actor:
            continue
        voice = one.value
        if one is own and speaker is None:
            voice = replace(voice, capacity=Capacity.DELIVERS)
        if one is speaker and own is not None and not voice.actor:
            voice = replace(voice, actor=own.value.actor, known_as=own.value.known_as)
        yield replace(one, value=replace(voice, name=_as_written(one, text)))


def bare(name: str) -> str:
    """Return a name without the honours before it."""
    return _LEADING.sub("", name)


def _is_own(one: Proposal[Voice]) -> bool:
    return one.value.capacity == Capacity.ON_BEHALF_OF and one.why.rule in _OWN


def _as_written(one: Proposal[Voice], text: str) -> str:
    """Return the name with the honours that stand before it in the text."""
    name = one.value.name
    if not name or one.start is None or one.end is None:
        return name
    words = r"\s+".join(map(re.escape, name.split()))
    written = re.compile(words, re.IGNORECASE).search(text, one.start, one.end + len(name))
    if written is None:
        return name
    before = _HONOURS.search(text, max(0, written.start() - 40), written.start())
    return " ".join(text[before.start() if before else written.start() : written.end()].split())
