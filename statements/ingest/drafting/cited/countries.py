"""Countries that a text names, by name, adjective or demonym, with every place."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from statements.ingest.drafting.draft import Country, Why
from statements.ingest.drafting.page import Page
from statements.ingest.drafting.vocabulary import EVERY, NO_COUNTRY, Vocabulary
from statements.text.naming import Names

Span = tuple[int, int]

WHY = Why("country-named", _("the text names it, by its name, an adjective or its people"))
# Areas of M49 that are no State: a text that names them speaks of another one, or of none.
AREAS = frozenset(
    "ai aq as aw ax bl bm bq bv cc ck cw cx eh fk fo gf gg gi gl gp gs gu hk hm im io je ky mf mo"
    " mp mq ms nc nf nu pf pm pn pr re sh sj sx tc tf tk um vg vi wf yt".split()
)
_TONGUES = "English|French|Spanish|Russian|Chinese|Portuguese|German|Italian|Dutch|Polish|Turkish"
_TONGUE = re.compile(rf"(?:{_TONGUES})\Z")
_IN_A_TONGUE = re.compile(
    r"(?:\b(?:in|into|from|speaks?|translated|original)|original:|texts?:|and|,) \Z", re.IGNORECASE
)
_AFTER_TONGUE = re.compile(
    r" ?[).;:]| (?:only|language|languages|version|text|texts|translation|original"
    r"|interpretation)\b"
    r"|-(?:speaking|language)"
)
_ORGANIZATION = re.compile(
    r"\b(?:United Nations|UN|African Union|AU|European Union|EU|OSCE|NATO)(?: [A-Z][\w-]+| and| for"
    r"| of| in the| the| of the){0,8}? (?:Mission|Force|Office|Operation|Team|Presence|Group)"
    r"(?: of Experts)?(?: (?:in|for|to|on|of)(?: the)?(?: former)?(?: [A-Z][\w'-]+){1,4}"
    r"(?: and(?: the)? [A-Z][\w'-]+)?)?"
    r"|\b(?:Special |International |Extraordinary )?(?:Criminal )?(?:Court|Tribunal|Chambers)"
    r"(?: in the Courts)? (?:for|of|in)(?: the)?(?: former)?(?: [A-Z][\w'-]+){1,3}"
    r"|\b(?:Islamic State|Al-Qaida|Al-Qaeda|al-Qaida) (?:in|of)(?: the)?(?: [A-Z][\w'-]+){1,3}"
    r"(?: and (?:the )?[A-Z]\w+)?"
    r"|\b(?:University|Bank|Church|College|Institute) of(?: [A-Z][\w'-]+){1,2}"
    r"|\b(?:UNODC|IOM|UNICEF|UNHCR|UNDP|WFP|UNFPA|OHCHR|MINUSMA|EUCAP|EUTM|EUFOR) "
    r"(?!\()[A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
)
# Names that people bear as well.
_BORNE = frozenset({"Jordan", "Chad", "Georgia", "Israel", "Ireland", "Holland", "Kenya", "Malta"})
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Miss|Sir|Madam|Sra|Sr|Mme)\.? \Z")
_GIVEN = re.compile(r"(?:^|[^.!?:\n] )(?P<name>[A-Z][a-zé'-]+) \Z")
_SURNAME = re.compile(r" (?P<name>[A-Z][a-zé'-]+)")
_NO_GIVEN = frozenset(
    "The In Of And For From With By To Both While When As At On South North East West Republic"
    " Kingdom State Minister President Ambassador King Queen Hashemite Like Since Between".split()
)
_NO_SURNAME = frozenset(
    "Government Ministry Mission Embassy Parliament Delegation Representative Police Army".split()
)
_STATES_OF_US = re.compile(
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho"
    "|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan"
    "|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico"
    "|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island"
    "|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Wisconsin|Wyoming|Atlanta"
)
_NOMINEE = re.compile(r",? (?:to be|who|vice|for the term)\b")
_REGION = re.compile(r" (?:region|subregion|States|states|countries)\b")


def find(
    page: Page, language: str, vocabulary: Vocabulary, within: Iterable[Span] = ()
) -> tuple[Country, ...]:
    """Return the countries of a page, those first that it names first.

    What stands in `within`, spans of the page's words that hold names of instruments, counts not.
    """
    places: dict[str, list[Span]] = defaultdict(list)
    for iso2, start, end in named(page.words, language, vocabulary, within):
        places[iso2].append(page.place(start, end))
    return tuple(Country(iso2, WHY, tuple(spans)) for iso2, spans in places.items())


def named(
    words: str, language: str, vocabulary: Vocabulary, within: Iterable[Span] = ()
) -> Iterator[tuple[str, int, int]]:
    """Yield each mention of a country in folded `words`: its code, where it begins and ends."""
    inside = [*within, *(found.span() for found in _ORGANIZATION.finditer(words))]
    covered = sorted(inside)
    number = 0
    reach = -1
    for keys, start, end in _names(vocabulary, language).places(words):
        while number < len(covered) and covered[number][0] <= start:
            reach = max(reach, covered[number][1])
            number += 1
        if NO_COUNTRY in keys or len(keys) != 1 or end <= reach:
            continue
        (iso2,) = keys
        if iso2 not in AREAS and not _means_another(words, start, end):
            yield iso2, start, end


@lru_cache(maxsize=16)
def _names(vocabulary: Vocabulary, language: str) -> Names:
    chosen = {"en", language, EVERY}
    return Names(
        {
            iso2: [name for spoken in chosen for name in names.get(spoken, ())]
            for iso2, names in vocabulary.countries.items()
        }
    )


def _means_another(words: str, start: int, end: int) -> bool:
    name = words[start:end]
    before, after = words[max(0, start - 40) : start], words[end : end + 40]
    if _TONGUE.match(name) and _IN_A_TONGUE.search(before) and _AFTER_TONGUE.match(after):
        return True
    if " " not in name and _TITLE.search(before):
        return True
    if name == "Central African":
        return bool(_REGION.match(after))
    if name == "Georgia" and (
        _NOMINEE.match(after) or _STATES_OF_US.search(words[max(0, start - 60) : end + 60])
    ):
        return True
    return name in _BORNE and _is_of_a_person(before, after)


def _is_of_a_person(before: str, after: str) -> bool:
    given, surname = _GIVEN.search(before), _SURNAME.match(after)
    return bool(
        (given and given["name"] not in _NO_GIVEN)
        or (surname and surname["name"] not in _NO_SURNAME)
    )
