"""What kind of document a text is."""

import re

from django.utils.translation import gettext_lazy as _

from statements.choices import StatementKind
from statements.ingest.drafting.draft import Proposal, Why
from statements.ingest.drafting.heading.head import PRESIDING, Head, speaker_at

_FAR = 6000

_LAW = re.compile(
    r"(?m)^(?:§|Sec(?:tion)?\.? \d|SEC\. \d|TITLE [IVXLC]+\b|Title \d+ ?-|CHAPTER \d|SUBCHAPTER"
    r"|PART [IVX]+\b|Article \d{1,3}\b|ARTICLE [IVXLC\d]+\b)"
    r"|\bBe it enacted\b|\bPublic Law \d|\b\d+ U\.S\.C\.|\bit is hereby ordered\b"
    r"|\bis hereby ordered as follows\b"
    r"|\bhave agreed as follows\b|\bHave agreed as follows\b|\bThe States Parties to (?:this"
    r"|the present)\b"
    r"|\bof this (?:section|title|subsection|chapter|Act|Protocol|Convention)\b"
    r"|\b(?:sub)?paragraph \([A-Za-z0-9]\)"
)
_SHALL = re.compile(r"\bshall\b(?! (?:now|put|give|begin|be brief|not rest|speak|try|confine))")
_RESOLUTION = re.compile(
    r"(?m)^(?:\d{1,3}\. )?(?:Recalling|Reaffirming|Noting|Welcoming|Recognizing|Expressing"
    r"|Bearing in mind|Guided by|Decides|Urges|Requests|Calls upon|Reaffirms|Encourages|Stresses"
    r"|Invites|Takes note)\b"
)
_VOTE = re.compile(
    r"(?m)^(?:In favou?r|Against|Abstain(?:ing|ed|s)|Abstentions?|Yeas|Nays|Not voting|Y|N)\b ?:"
    r"|\bA vote was taken by (?:show|recorded)|\bvotes? in favou?r, \w+ against"
    r"|\bput (?:to the vote|the (?:draft|proposed))"
)
_NOMINATION = re.compile(
    r"(?i:nominations?(?: and withdrawals?)? sent to the senate|withdrawals? sent to the senate"
    r"|announced? (?:his|her|my|the)? ?intent(?:ion)? to (?:nominate|appoint)"
    r"|announces (?:\w+ ){0,4}(?:nominees?|nominations?|appointments?|appointees?"
    r"|presidential delegation)|names (?:\w+ ){0,4}(?:nominees?)|nominates )"
    r"|, of [A-Z]\w+(?: [A-Z]\w+)?, to be\b"
)
_PRODUCT = re.compile(
    r"(?i:\badd to (?:cart|basket|bag)\b|\bISBN\b|\b(?:hard|soft|paper)back\b|\bin stock\b"
    r"|\bout of stock\b|\bbuy now\b|\bfree (?:shipping|delivery)\b|\bSKU\b|\bcustomer reviews?\b"
    r"|\bwish ?list\b|\bproduct (?:details|description|information)\b|\bships? (?:in|from|within)\b"
    r"|\bfree returns\b|\bcheckout\b|\bpreorder\b|\bKindle\b|\bsold by\b|\bList price\b)"
    r"|[$€£] ?\d{1,4}\.\d\d\b"
)
_PROCLAMATION = re.compile(
    r"\bdo hereby proclaim\b|\bNOW, THEREFORE, I\b|\bhereby proclaim\b|\bIN WITNESS WHEREOF\b"
)
_CAPITALS = re.compile(
    r"(?m)^(?P<who>(?!FACT|READOUT|MEDIA|PRESS|JOINT|STATEMENT|REMARKS|BACKGROUND|ICYMI|WHAT|NEWS"
    r"|NOMINATIONS|SUBJECT|WASHINGTON|NOTE)[A-Z][A-Z.'-]{0,30}(?: [A-Z][A-Z.'-]{0,30}){0,5}(?: "
    r"\([^()\n]{1,40}\))?|Q"
    r"|QUESTION): ?(?=\S)|^(?P<question>Q)  ?(?=[A-Z])"
)
_TITLED = re.compile(
    r"(?:THE )?(?:VICE |DEPUTY )?(?:SECRETARY|PRESIDENT|MS|MR|MRS|AMBASSADOR|MINISTER|DIRECTOR"
    r"|FIRST LADY|SPOKESPERSON|GENERAL|UNDER SECRETARY|PRIME MINISTER)\b"
)
_JOINT = re.compile(
    r"(?i)\bjoint\b[^\n]{0,60}\b(?:statement|communiqu[eé]|declaration|press (?:statement|release)"
    r"|message|appeal|call|readout|vision)\b"
    r"|\b(?:ministers|leaders|envoys|ambassadors|heads)(?:'|s')?s? (?:\w+ )?(?:statement"
    r"|declaration|communiqu[eé]|summit declaration)\b"
    r"|\b(?:statement|declaration|communiqu[eé]) (?:by|of|from) (?:the )?(?:[\w-]+ ){0,5}"
    r"(?:ministers|leaders|heads of|experts|rapporteurs|principals|mandate holders)\b"
    r"|\bdéclaration (?:conjointe|commune)\b|\bdeclaración conjunta\b|\bcommuniqué conjoint\b"
    r"|\bcomunicado conjunto\b|\bP5 statement\b"
)
_WE_THE = re.compile(
    r"\b(?:We|we), the (?:undersigned|(?:[A-Z]\w+ )*(?:[Mm]inisters|[Ll]eaders|[Hh]eads|[Mm]embers"
    r"|[Rr]epresentatives|Governments))\b"
)
_RELEASE = re.compile(
    r"(?i)\bpress release\b|\bnews release\b|\bmedia (?:release|note|advisory)\b"
    r"|\bfor immediate release\b|\bfact sheet\b|\breadout\b|\bcommuniqué de presse\b"
    r"|\bcomunicado de prensa\b|\bnota de prensa\b"
    r"|\bbills? signed\b|\bsigns? (?:into law|h\.r\.|s\.)|'s? (?:call|meeting|travel|visit|trip"
    r"|video call) (?:with|to)\b|\bnews and press release\b"
    r"|\bin progress at unhq\b|\bmeetings coverage\b|\bmedia inquiries\b"
    r"|\bapproves .* declaration\b"
)
_FOR_PRESS = re.compile(
    r"(?i)\bfor (?:more|further) information,? (?:please )?contact\b|\bpress contacts?\b"
    r"|\bmedia contacts?\b|\bnotes? to editors?\b|\bspeakers said today\b"
)
_COVERAGE = re.compile(
    r"(?m)^(?:Meeting Summaries|Meetings Coverage|(?:SC|GA|HR|WOM|SOC|ECOSOC|CS|AG"
    r"|SG)/(?:[A-Z]+/)?\d+|.{4,30} Meetings? \((?:AM|PM"
    r"|AM & PM|Night)\))"
)
_SAID = re.compile(
    r"(?:[\"»] ?,? ?|[,\"] )(?:said|says|added|adds|stated|noted|stressed|explained|warned|declared"
    r"|emphasized|a (?:déclaré|souligné)|(?:dijo|señaló|afirmó))\b|\b(?:he|she|they|\w+) (?:said"
    r"|added|stated|noted|explained)(?: that)?,? ?\""
)
_REPORTS = re.compile(
    r"\b(?:calls?|urges?|launch(?:es)?|organi[sz]es?|hosts?|holds?|stressed|adopts?|welcomes?"
    r"|condemns?|announces?|marks?|warns?|joins?|supports?|trains?|opens?|concludes?|reaffirms?"
    r"|begins?|signs?|receives?) "
)
_SPEECH = re.compile(
    r"\b(?:[Rr]emarks|[Aa]ddress|[Ss]peech|Keynote|Explanation of (?:[Pp]osition|[Vv]ote)"
    r"|Intervention|INTERVENTION|Intervención|Discurso|Discours|Allocution|[Ll]ecture"
    r"|[Tt]estimony)\b"
)
_AT_EVENT = re.compile(
    r"\b(?:at|to|before|during) (?:the |an? )?(?:[\w'-]+ ){0,8}(?:[Dd]ebate|[Mm]eeting"
    r"|[Cc]onference|[Cc]ommittee|[Ss]ession|[Ss]ummit|[Ee]vent|[Ff]orum|[Dd]ialogue|Council"
    r"|Assembly|[Ll]aunch|[Ww]orkshop)\b"
)
_SALUTES = re.compile(
    r"(?:^|[\n.] ?)(?:(?:Mr|Madam|Mrs|Ms|Mme)\.? (?:Vice-|Deputy )?(?:President|Chair\w*"
    r"|Secretary[- ]General|Moderator|Speaker)\b|(?:Your )?Excellenc(?:y|ies)\b|(?:Distinguished"
    r"|Honou?rable) \w+|[Ll]adies and [Gg]entlemen|Dear (?:colleagues|friends)"
    r"|Monsieur le Président|Madame la Présidente|Señora? President[ea]|Mesdames|Señoras y señores"
    r"|Excelencias|Excellences)"
)
_SPOKEN = re.compile(
    r"\b(?:[Tt]hank you(?: very much)?[.,!]|I thank you|I have the honou?r|I(?: would"
    r"|'d) like to (?:thank|begin|start)|[Aa]llow me to|Merci\b|Gracias\b|Good (?:morning|afternoon"
    r"|evening)\b|[Ii]t is (?:an? |my |such a )*(?:great )?(?:honou?r|pleasure|joy|privilege)"
    r"|[Ll]et me (?:begin|start|thank|also"
    r"|conclude)|[Aa]t the outset|Je vous remercie|Muchas gracias|[Mm]y delegation|this (?:Assembly"
    r"|Hall|Council|Chamber|podium))\b"
)
_FIRST = re.compile(r"\b(?:I|my|we|our|We|Our|My)\b")


def find(head: Head, title: str) -> Proposal[StatementKind]:
    """Propose a kind: what is no statement first, then what its own words call it."""
    page = head.page
    for test in (_no_statement, _several, _called, _spoken):
        if found := test(head, title, page.words):
            return Proposal(*found)
    return Proposal(
        StatementKind.STATEMENT, Why("kind-default", _("nothing says that it is another kind"))
    )


Found = tuple[StatementKind, Why] | None


def _no_statement(head: Head, title: str, words: str) -> Found:
    near = words[:_FAR]
    if _PROCLAMATION.search(words):
        return StatementKind.PROCLAMATION, Why("kind-proclaims", _("“hereby proclaim”"))
    firsts = len(_FIRST.findall(near))
    laws = len(_LAW.findall(near)) + len(_SHALL.findall(near))
    if len(_VOTE.findall(near)) >= 3 and firsts < 12 and not _states(head):
        return StatementKind.OTHER, Why("kind-vote", _("it is the record of a vote"))
    if laws >= 4 and laws > 2 * firsts:
        return StatementKind.OTHER, Why("kind-law", _("it is worded as a law or treaty"))
    if len(_RESOLUTION.findall(near)) >= 5 and firsts < 5:
        return StatementKind.OTHER, Why("kind-resolution", _("it is worded as a resolution"))
    if _NOMINATION.search(title) or len(_NOMINATION.findall(near)) >= 2:
        return StatementKind.OTHER, Why("kind-nomination", _("it nominates somebody"))
    if re.match(
        r"(?i)(?:an )?executive order\b|memorandum (?:on|for)\b|presidential determination\b"
        r"|notice (?:on|to|of)\b",
        title,
    ):
        return StatementKind.OTHER, Why("kind-order", _("it is an order to officials"))
    if len(set(map(str.lower, _PRODUCT.findall(near)))) >= 3:
        return StatementKind.OTHER, Why("kind-product", _("it offers something for sale"))
    return None


def _several(head: Head, title: str, words: str) -> Found:
    speakers = {
        record["state"] or record["name"]
        for record in _records(words)
        if not PRESIDING.match(record["title"])
    }
    spoken = {found["who"] or "Q" for found in _CAPITALS.finditer(words)}
    if len(spoken) == 1 and not head.record and _TITLED.match(spoken.copy().pop()):
        return StatementKind.SPEECH, Why(
            "kind-speaker", _("one speaker's words, with the name before them")
        )
    if len(speakers) >= 2 or (len(spoken) >= 2 and not head.record):
        return StatementKind.TRANSCRIPT, Why("kind-speakers", _("several speakers take turns"))
    if head.record:
        if not speakers and not _states(head):
            return StatementKind.OTHER, Why("kind-procedure", _("the President leads the meeting"))
        return StatementKind.SPEECH, Why(
            "kind-record", _("it begins as a speaker does in a record")
        )
    return None


def _called(head: Head, title: str, words: str) -> Found:
    labels = "\n".join(line.words for line in head.lines)
    body = head.body[:600]
    if _JOINT.search(title) or _WE_THE.search(body):
        return StatementKind.JOINT_STATEMENT, Why("kind-joint", _("several speak as one"))
    if _RELEASE.search(labels) and not re.match(
        r"(?i)(?:statement|remarks|explanation|address)\b", title
    ):
        return StatementKind.PRESS_RELEASE, Why(
            "kind-release", _("it calls itself a press release")
        )
    spoken = any(_SPEECH.search(line.words) and len(line.words) < 160 for line in head.telling)
    if spoken or _SPEECH.search(title) or (_AT_EVENT.search(title) and _salutes(head)):
        return StatementKind.SPEECH, Why(
            "kind-speech-title", _("its title says that it was spoken")
        )
    if _COVERAGE.search(labels):
        return StatementKind.PRESS_RELEASE, Why("kind-coverage", _("it reports on a meeting"))
    if _FOR_PRESS.search(words) or len(_SAID.findall(words)) >= 2:
        return StatementKind.PRESS_RELEASE, Why("kind-quotes", _("it reports what others said"))
    return None


def _spoken(head: Head, title: str, words: str) -> Found:
    if _salutes(head):
        return StatementKind.SPEECH, Why("kind-salutes", _("it speaks to an audience"))
    if not head.lines and len(_FIRST.findall(words[:_FAR])) >= 5:
        return StatementKind.SPEECH, Why("kind-first-person", _("it has no heading and says “we”"))
    quotes = _SAID.search(words)
    if (
        title
        and _REPORTS.search(title.lower())
        and (quotes or len(_FIRST.findall(words[:_FAR])) < 3)
    ):
        return StatementKind.PRESS_RELEASE, Why(
            "kind-reports", _("its title reports what somebody does")
        )
    return None


def _salutes(head: Head) -> bool:
    body = head.body
    return bool(_SALUTES.search(body[:400])) or bool(
        _SPOKEN.search(body[:500]) and len(_FIRST.findall(body[:1500])) >= 2
    )


def _states(head: Head) -> bool:
    """Say whether a record holds what a delegation says, not the President's procedure alone."""
    return bool(head.record and not head.presides)


def _records(words: str) -> list[re.Match[str]]:
    return [
        found for line in re.finditer(r"(?m)^", words) if (found := speaker_at(words, line.start()))
    ]
