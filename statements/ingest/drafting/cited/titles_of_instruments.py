"""What names of instruments look like: a head ("Convention") with capitals before and behind it."""

import re
from collections.abc import Iterator

from statements.choices import InstrumentKind

Span = tuple[int, int]

_PLAN = (
    r"(?:Plans? of Action|Programmes? of Action|Program of Action|Action Plans?"
    r"|Platform for Action|Agenda for Action)"
)
# Heads that name an instrument with whatever stands around them.
_HEADS = (
    rf"(?:{_PLAN}|(?:Framework )?Conventions?|Covenants?|Protocols?|Treaty|Treaties|Charter|Statute"
    r"|Compacts?|Agreements?|Accords?|Declarations?|Strategic Framework|Pact|Directive|Amendments?)"
)
# Heads that need a name before them.
_AFTER_NAME = (
    r"(?:Acts?|Law|Code|Bill|Plan|Strategy|Agenda|Framework|Principles|Guidelines|Communiqué"
    r"|Roadmap|Pathway|Memorandum|Rules|Consensus|Ordinance|Decree)"
)
_HEAD = rf"(?:{_HEADS}|{_AFTER_NAME})"
_CAP = r"(?:[A-Z](?:[\w']|\.(?=\w)){0,40}(?:-[\w']{1,40}){0,3}|(?:19|20)\d\d)"
_LEAD = (
    rf"(?P<lead>(?:(?!{_HEAD}\b){_CAP} ){{1,6}}(?:(?:and|in|of|Against|against|for|to"
    rf"|the) (?:{_CAP} ){{1,4}}){{0,2}})"
)
_JOIN = (
    r"(?:of|on|for|against|to|concerning|regarding|relating to|relative to|in|with|from|by|the"
    r"|all|its|their|a|an|or|especially|between|among)"
)
_SERIES = (
    rf"(?:, {_CAP}(?= (?:and|or) {_CAP}| {_CAP} and {_CAP}|, {_CAP})"
    rf"|, (?:[Ee]specially)(?= {_CAP}))"
)
# "and" goes on with a name, unless it begins another instrument's.
_AND = (
    rf"(?: {_JOIN})? and(?: {_JOIN}){{0,2}} (?!(?:(?:{_CAP}|of|on|the|in) ){{0,5}}{_HEAD}\b){_CAP}"
)
_TAIL = (
    rf"(?: \([A-Z][A-Za-z-]{{1,9}}\))?"
    rf"(?: (?:of|on|for|against|to|concerning|regarding|relating to|relative to|in)(?: the| all"
    rf"| a)?"
    rf"(?: (?!{_HEADS}\b|States?\b)(?:{_CAP}))(?:(?:{_SERIES})"
    rf"|(?: {_JOIN}){{0,3}} (?!{_HEADS}\b)(?<!and )(?<!and the ){_CAP}|{_AND}){{0,24}})?"
)
_NUMBER = (
    r"(?: No\. ?\d{1,4}(?: of (?:19|20)\d\d)?|(?:, | of )(?:19|20)\d\d"
    r"| \((?:No\. ?\d{1,4} of )?(?:19|20)\d\d(?:-(?:19|20)?\d\d)?\)| (?:19|20)\d\d(?:-\d{2,4})?"
    r"| \d{2,3}\b)?"
)
_TITLE = re.compile(
    rf"(?<![\w'-])(?:{_LEAD})?(?P<head>{_HEAD})(?![\w-])(?P<tail>{_TAIL})(?P<number>{_NUMBER})"
)
# A purpose in small letters, which only its years or the words of this field close.
_PURPOSE = re.compile(
    r" to (?:combat|prevent|counter|fight|end|eliminate)(?: [a-z-]+){1,8} \((?:19|20)\d\d-(?:19"
    r"|20)?\d\d\)"
    r"| (?:against|on|to combat|to prevent|for combating|to end) (?:the )?(?:human trafficking"
    r"|trafficking in (?:persons|human beings)|(?:migrant )?smuggling(?: of migrants)?"
    r"|modern slavery|slavery|forced labou?r|child labou?r|transnational organized crime)\b"
)
_LAW_ON = re.compile(
    r"\b[Ll]aw on (?:[A-Z][\w-]+(?: (?:of|in|and|the|on) )?(?: ?[A-Z][\w-]+){0,5})(?: "
    r"\(No\. ?\d{1,4} of (?:19|20)\d\d\))?|\b[Ll]aw [Nn]o\. ?\d{1,5}(?: of (?:19|20)\d\d"
    r"|/\d{2,4})?(?: on(?: [A-Z][\w-]+| in| of| and){1,6})?"
)
_OTHERS = re.compile(
    r"\b(?:2030 Agenda(?: for Sustainable Development)?|Agenda 20(?:30|63)|Agenda 21"
    r"|Executive Order(?: \d{5})?(?! on\b)|(?:Global )?Trafficking in Persons Report|TIP Report"
    r"|(?:20\d\d )?World Summit [Oo]utcome(?: [Dd]ocument)?"
    r"|[Cc]ode of [Cc]onduct (?:on|for|regarding|against) [A-Za-z-]+(?: [a-z-]+)?"
    r"|(?:ILO )?Conventions? (?:No\. ?)?\d{2,3}(?! States)|ILO C\d{2,3}|USMCA|NAFTA|TVPA|TVPRA"
    r"|UNTOC|ICCPR|ICESCR"
    r"|CEDAW(?! Committee)|UNCLOS|UNDRIP)\b"
)
_RESOLUTION = re.compile(
    r"\b(?:(?:Security Council|General Assembly|Human Rights Council|Council|Assembly) )?"
    r"(?:[Rr]esolutions?|[Rr]ésolutions?|[Rr]esolución|[Rr]esoluciones|резолюци[яийю]|القرار|第)"
    r" ?(?P<first>\d{1,4}(?:/\d{1,4})?(?: ?\((?:19|20)\d\d\))?)"
)
_BARE_RESOLUTION = re.compile(r"(?<![\w/])\d{3,4} ?\((?:19|20)\d\d\)")
# What begins a sentence or points at a thing is no part of its name.
_STRIPPED = re.compile(
    r"(?:(?:The|This|That|These|Those|Our|Its|Their|His|Her|My|In|On|Under|With|By|For|As|At|From"
    r"|To|Of"
    r"|While|When|Both|Since|Through|And|But|Also|However|Moreover|Furthermore|Finally|First|If|All"
    r"|Member|States?|Parties|We|It|Such|Each|Every|Any|Another|Like|President|Congress|Parliament"
    r"|Mr|Mrs|Ms|Madam|Together|Despite|Following|Implementing|Recalling|Welcoming|Adopt|Adopting"
    r"|and|of|the|in|for|to|against|[A-Z][\w.-]+'s|[A-Z][\w.-]+s')(?: |\Z))+"
)
_NOT_BEFORE = re.compile(
    r"(?:International|Humanitarian|Common|Criminal|Civil|Federal|Islamic|Sharia|Customary|Martial"
    r"|Family|Labour|Labor|Public|Private|Constitutional|Refugee|Rights|Maritime|Environmental"
    r"|Tax) \Z"
)
_NO_LAW = {
    "Law",
    "Code",
    "Rules",
    "Bill",
    "Agenda",
    "Plan",
    "Principles",
}
_NO_ROLE = re.compile(
    r"\b(?:Coordinator|Adviser|Advisor|Envoy|Secretariat|Committee|Director|Office) (?:for|of|on"
    r"|to) (?:the )?\Z"
)
_NO_BODY = re.compile(
    r" (?:Committee|Organization|Organisation|Secretariat|Council|Group|Office|Court|Enforcement"
    r"|School|Firm|Coordinator|Review Conference|Conference|Process|States Parties)\b"
)
_NO_NAME = frozenset(
    "provisional agenda|common agenda|unity agenda|security agenda|north atlantic treaty".split("|")
)
_UN = re.compile(r"(?:the |united nations |un |security council )+")
_KINDS = (
    (re.compile(r"[Rr][eé]soluci?"), InstrumentKind.RESOLUTION),
    (
        re.compile(
            "Convention|Covenant|Protocol|Treat|Charter|Statute|Pact|Agreement|Accord|Convención"
            "|Pacte|Traité|Estatuto|Tratado"
        ),
        InstrumentKind.TREATY,
    ),
    (
        re.compile("Declaration|Déclaration|Declaración|Compact|Communiqué|Consensus"),
        InstrumentKind.DECLARATION,
    ),
    (
        re.compile(r"Plan|Strateg|Agenda|Framework|Programme|Program|Platform|Roadmap|Pathway"),
        InstrumentKind.PLAN,
    ),
    (re.compile("Principles|Guidelines|Rules|[Cc]ode of"), InstrumentKind.PRINCIPLES),
    (re.compile("Directive|Regulation"), InstrumentKind.REGIONAL_LAW),
    (
        re.compile(r"\bActs?\b|[Ll]aw|Code|Bill|Order|Decree|Ordinance|Loi|Ley"),
        InstrumentKind.NATIONAL_LAW,
    ),
    (re.compile("Report"), InstrumentKind.REPORT),
)
_SMALL_WORDS = "de la|des|du|de|d'|de l'|del|de los|de las"
_ROMANCE_HEAD = (
    r"(?:Convention|Protocole|Pacte|Traité|Statut|Charte|Déclaration|Plan d'action"
    r"|Programme d'action"
    r"|Loi|Stratégie|Pacto|Convención|Convenio|Protocolo|Tratado|Estatuto|Carta|Declaración"
    r"|Plan de [Aa]cción"
    r"|Programa de [Aa]cción|Estrategia|Ley|Agenda|Programme de développement"
    r"|Objectifs de développement)"
)
_ROMANCE = re.compile(
    rf"(?<!\w){_ROMANCE_HEAD} (?:20\d\d|(?:(?:additionnel|facultatif|adicional|facultativo|mondial"
    rf"|mundial"
    r"|universelle|universal|internationale?|internacional|politique|política|nationale?|nacional"
    r"|global)"
    r"(?: |(?=[,.;)])))?"
    r"(?:(?:de|du|des|del|contre|contra|sur|sobre|relatif|relative|pour|para|visant à) ?)?"
    r"(?:(?!(?:qui|que|est|sont|en|dans|ainsi|y su|et son|et sa|et ses|et leurs?|constitue|es|son"
    r"|ha|han|a|ont)\b)"
    rf"(?!(?:y|et) (?:(?:la|le|les|el|los|las|su|sus|son|sa|ses) )?{_ROMANCE_HEAD})"
    r"[\w'’-]+ ?){1,18})"
)
_IN_YEAR = re.compile(r" in (?:19|20)\d\d\Z")
_LATE = re.compile(
    r"(?: (?:de|du|des|del|la|le|les|el|los|las|y|et|à|para|pour|contra|contre|d'))+ ?\Z"
)


def plain(words: str) -> str:
    """Return what tells two names apart: without capitals and whose they are."""
    low = words.lower()
    return low[found.end() :] if (found := _UN.match(low)) and found.end() < len(low) else low


def resolutions(words: str) -> Iterator[Span]:
    """Yield resolutions by their numbers, each of several after "resolutions" for itself."""
    for found in _RESOLUTION.finditer(words):
        yield found.span()
    taken = {found.end() for found in _RESOLUTION.finditer(words)}
    for found in _BARE_RESOLUTION.finditer(words):
        if found.end() not in taken:
            yield found.span()


def titles(words: str, language: str) -> Iterator[Span]:
    """Yield what is written like the name of an instrument; the longer of two that overlap."""
    spans = [found.span() for found in _OTHERS.finditer(words)]
    if language in ("fr", "es"):
        spans += _romance(words)
    else:
        spans += [*_titled(words), *(found.span() for found in _LAW_ON.finditer(words))]
    reach = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reach:
            yield start, end
            reach = end


def kind(words: str) -> InstrumentKind | None:
    return next((kind for sign, kind in _KINDS if sign.search(words)), None)


def _titled(words: str) -> Iterator[Span]:
    for found in _TITLE.finditer(words):
        start, lead = found.start(), found["lead"] or ""
        if stripped := _STRIPPED.match(lead):
            start += stripped.end()
            lead = lead[stripped.end() :]
        end, tail = found.end(), found["tail"] or found["number"]
        if found["head"].startswith("Amendment"):
            end = found.end("head")
        if late := _IN_YEAR.search(words[start:end]):
            end = start + late.start()
        if not tail and (purpose := _PURPOSE.match(words, end)):
            end, tail = purpose.end(), purpose[0]
        is_name = _is_named(found["head"], lead, tail) and not _is_body(words, start, end)
        if is_name and not words[start:end].isupper():
            yield start, end


def _is_named(head: str, lead: str, tail: str) -> bool:
    if re.fullmatch(_AFTER_NAME, head) and not lead:
        return head in ("Law", "Act") and " " in tail.strip()
    if head in _NO_LAW and _NOT_BEFORE.search(lead):
        return False
    return bool(lead or tail)


def _is_body(words: str, start: int, end: int) -> bool:
    """Say whether a name is a part of another: of a committee's, an office's or a role's."""
    if _NO_BODY.match(words, end) or _NO_ROLE.search(words[max(0, start - 40) : start]):
        return True
    return words[start:end].lower() in _NO_NAME


def _romance(words: str) -> Iterator[Span]:
    for found in _ROMANCE.finditer(words):
        late = _LATE.search(found[0])
        end = found.start() + len((found[0][: late.start()] if late else found[0]).rstrip())
        yield found.start(), end
