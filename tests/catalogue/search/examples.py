"""Examples of what people type, with how each is understood."""

from statements.catalogue.search.query import (
    All,
    Any,
    Clause,
    Field,
    Near,
    Not,
    Phrase,
    Prefix,
    Term,
)
from statements.catalogue.search.typed.parts import Found
from statements.catalogue.search.typed.values import Values

NAMES = {
    "country": {
        "iraq": "iq",
        "iq": "iq",
        "العراق": "iq",
        "伊拉克": "iq",
        "irak": "iq",
        "libya": "ly",
        "sri lanka": "lk",
        "united arab emirates": "ae",
    },
    "theme": {"shelter": "shelter-and-accommodation", "labour": "forced-labour"},
    "body": {"unodc": "unodc", "security council": "security-council"},
}


class Cast:
    """A list that knows a few names, as a real one would."""

    dates = Values(frozenset({"since", "until", "year"}), {})

    def takes(self, field: str) -> bool:
        return field not in {"campaign", "event"}

    def find(self, field: str, value: str, *, loosely: bool) -> Found:
        if field in {"date", "year", "since", "until"}:
            return self.dates.find(field, value, loosely=loosely)
        names = NAMES["country"] | NAMES["body"] if field in {"by", "to"} else NAMES.get(field, {})
        found = names.get(value.casefold())
        parameter = {"body": "actor"}.get(field, field)
        return ((parameter, found),) if found else ()


def t(*words: str) -> tuple[Clause, ...]:
    return tuple(Term(word) for word in words)


S = Term("shelter")
V = Term("victims")
SV = (S, V)
PHRASE = Phrase(("shelter", "victims"))
IRAQ, LIBYA = ("country", "iq"), ("country", "ly")

WORDS: list[tuple[str, tuple[Clause, ...]]] = [
    ("", ()),
    ("   ", ()),
    ("shelter", (S,)),
    ("shelter victims", SV),
    ("  shelter \t victims\n", SV),
    ("shelter, victims!", SV),
    ("shelter;victims", SV),
    ("shelter shelter victims", SV),
    ("shelter AND victims", SV),
    ("shelter ET victims", SV),
    ("+shelter +victims", SV),
    ("shelter & victims", SV),
    ("#shelter @victims", SV),
    ("shelter - victims", SV),
    ("shelter – victims", SV),
    ("shelter — victims", SV),
    ("(shelter) [victims]", SV),
    ("anti-trafficking", t("anti-trafficking")),
    ("don't l’esclavage", t("don't", "l’esclavage")),
    ("S/2017/l98", t("S/2017/l98")),
    ("S/RES/2331(2016)", t("S/RES/2331(2016)")),
    ("(A/RES/64/293)", t("A/RES/64/293")),
    ("S/PV.7898.", t("S/PV.7898")),
    ("1,500 victims", (*t("1,500"), V)),
    ("U.A.E.", t("U.A.E")),
    ("shelter^2 victims~", SV),
    ('"shelter victims"', (PHRASE,)),
    ("“shelter victims”", (PHRASE,)),
    ("„shelter victims“", (PHRASE,)),
    ("„shelter victims‟", (PHRASE,)),
    ("«shelter victims»", (PHRASE,)),
    ("« shelter victims »", (PHRASE,)),
    ("‘shelter victims’", (PHRASE,)),
    ("'shelter victims'", (PHRASE,)),
    ("「保护 受害者」", (Phrase(("保护", "受害者")),)),
    ("＂shelter　victims＂", (PHRASE,)),
    ('"shelter, victims."', (PHRASE,)),
    ('"" shelter', (S,)),
    ("« “shelter victims” »", (PHRASE,)),
    ('"shelter"', (Phrase(("shelter",)),)),
    ("victims' shelter", (V, S)),
    ("-shelter", (Not(S),)),
    ("victims -shelter", (V, Not(S))),
    ("victims −shelter", (V, Not(S))),
    ("victims －shelter", (V, Not(S))),
    ("--shelter", (Not(S),)),
    ("NOT shelter", (Not(S),)),
    ("SAUF shelter", (Not(S),)),
    ("КРОМЕ shelter", (Not(S),)),
    ("not shelter", (*t("not"), S)),
    ('-"shelter victims"', (Not(PHRASE),)),
    ("-(shelter victims)", (Not(All(SV)),)),
    ("-(-shelter)", (S,)),
    ("shelter OR victims", (Any(SV),)),
    ("shelter | victims", (Any(SV),)),
    ("shelter|victims", (Any(SV),)),
    ("shelter || victims", (Any(SV),)),
    ("shelter OU victims", (Any(SV),)),
    ("shelter O victims", (Any(SV),)),
    ("shelter ИЛИ victims", (Any(SV),)),
    ("مأوى أو ضحايا", (Any(t("مأوى", "ضحايا")),)),
    ("庇护 或 受害者", (Any(t("庇护", "受害者")),)),
    ("shelter or victims", (S, *t("or"), V)),
    ("a1 OR b1 c1", (Any(t("a1", "b1")), *t("c1"))),
    ("(a1 b1) OR c1", (Any((All(t("a1", "b1")), *t("c1"))),)),
    ("a1 OR (b1 c1)", (Any((*t("a1"), All(t("b1", "c1")))),)),
    ("a1 OR (b1 OR c1)", (Any(t("a1", "b1", "c1")),)),
    ("(a1 (b1 c1)) d1", t("a1", "b1", "c1", "d1")),
    ("((((((((a1))))))))", t("a1")),
    ("(a1 b1", t("a1", "b1")),
    ("a1) b1)", t("a1", "b1")),
    ("traffic*", (Prefix("traffic"),)),
    ("traffic* victims", (Prefix("traffic"), V)),
    ("保护*", (Prefix("保护"),)),
    ('"shelter victims"~5', (Near(("shelter", "victims"), 5),)),
    ('"shelter victims"~', (Near(("shelter", "victims"), 8),)),
    ('"shelter victims"~999', (Near(("shelter", "victims"), 50),)),
    ("speaker:Smith", (Field("speaker", Term("Smith")),)),
    ('orateur:"Anna Smith"', (Field("speaker", Phrase(("Anna", "Smith"))),)),
    ("symbol:S/2017/l98", (Field("symbol", Term("S/2017/l98")),)),
    ("title:(a1 OR b1)", (Field("title", Any(t("a1", "b1"))),)),
    ("-title:traffic*", (Not(Field("title", Prefix("traffic"))),)),
    ("عنوان:مأوى", (Field("title", Term("مأوى")),)),
    ("مأوى، الضحايا؟", t("مأوى", "الضحايا")),
    ("\u200fمأوى\u200e الضحايا\u202c", t("مأوى", "الضحايا")),
    ("保护，受害者。", t("保护", "受害者")),
    ("ＳＨＥＬＴＥＲ", t("SHELTER")),
    ("hébergement d'urgence", t("hébergement", "d'urgence")),
    ("he\u0301bergement", t("hébergement")),
    ("¿refugio? ¡víctimas!", t("refugio", "víctimas")),
    ("12:30", t("12", "30")),
    ("Re: shelter", (*t("Re"), S)),
    ("\x00shelter\x1f", (S,)),
]

FILTERS: list[tuple[str, tuple[Clause, ...], Found]] = [
    ("shelter country:iraq", (S,), (IRAQ,)),
    ("country:Iraq shelter", (S,), (IRAQ,)),
    ("COUNTRY:IRAQ", (), (IRAQ,)),
    ("country:iq", (), (IRAQ,)),
    ("country: iraq shelter", (S,), (IRAQ,)),
    ('country:"Sri Lanka" shelter', (S,), (("country", "lk"),)),
    ("country:sri lanka shelter", (S,), (("country", "lk"),)),
    ("country:united arab emirates shelter", (S,), (("country", "ae"),)),
    ("country:iraq, shelter", (S,), (IRAQ,)),
    ("country:iraq,libya shelter", (S,), (IRAQ, LIBYA)),
    ("country:iraq OR country:libya", (), (IRAQ, LIBYA)),
    ("(country:iraq OR country:libya) shelter", (S,), (IRAQ, LIBYA)),
    ("country:(iraq OR libya)", (), (IRAQ, LIBYA)),
    ("country:(sri lanka)", (), (("country", "lk"),)),
    ("country:iraq country:iraq", (), (IRAQ,)),
    ("pays:irak abri", t("abri"), (IRAQ,)),
    ("البلد:العراق مأوى", t("مأوى"), (IRAQ,)),
    ("国家：伊拉克 保护", t("保护"), (IRAQ,)),
    ("by:iraq to:libya", (), (("by", "iq"), ("to", "ly"))),
    ("by:UNODC to:libya", (), (("by", "unodc"), ("to", "ly"))),
    ('to:"Security Council"', (), (("to", "security-council"),)),
    ("theme:shelter beds", t("beds"), (("theme", "shelter-and-accommodation"),)),
    ("body:UNODC", (), (("actor", "unodc"),)),
    ('body:"Security Council"', (), (("actor", "security-council"),)),
    ("year:2017", (), (("year", "2017"),)),
    ("year:2015..2017", (), (("since", "2015"), ("until", "2017"))),
    ("date:2017", (), (("since", "2017"), ("until", "2017"))),
    ("date:2017-01..2017-03", (), (("since", "2017-01"), ("until", "2017-03"))),
    ("date:..2016 shelter", (S,), (("until", "2016"),)),
    ("date:2016..", (), (("since", "2016"),)),
    ("date:2018..2016", (), (("since", "2016"), ("until", "2018"))),
    ("date:2015–2017", (), (("since", "2015"), ("until", "2017"))),
    ("date:2015-2017", (), (("since", "2015"), ("until", "2017"))),
    ("التاريخ:٢٠١٧", (), (("since", "2017"), ("until", "2017"))),
    ("since:2016-05 until:2017", (), (("since", "2016-05"), ("until", "2017"))),
    ("since:2016, shelter", (S,), (("since", "2016"),)),
    ("shelter until:..2016;", (S,), (("until", "2016"),)),
    ("date:2016. shelter", (S,), (("since", "2016"), ("until", "2016"))),
    ("shelter year:2016'", (S,), (("year", "2016"),)),
    ("year:2016,2017", (), (("year", "2016"), ("year", "2017"))),
]

NOTES: list[tuple[str, tuple[Clause, ...], Found, tuple[tuple[str, str], ...]]] = [
    ("colour:red", t("colour", "red"), (), (("field", "colour"),)),
    ("country:atlantis", t("atlantis"), (), (("value", "country:atlantis"),)),
    (
        'country:"New Atlantis"',
        (Phrase(("New", "Atlantis")),),
        (),
        (("value", "country:New Atlantis"),),
    ),
    ("date:tomorrow", t("tomorrow"), (), (("value", "date:tomorrow"),)),
    ("date:2017-13", t("2017-13"), (), (("value", "date:2017-13"),)),
    ("year:17", t("17"), (), (("value", "year:17"),)),
    ("campaign:beds", t("beds"), (), (("elsewhere", "campaign:beds"),)),
    ("OR", t("or"), (), (("operator", "OR"),)),
    ("AND", t("and"), (), (("operator", "AND"),)),
    ("NOT", t("not"), (), (("operator", "NOT"),)),
    ("shelter OR", (S, *t("or")), (), (("operator", "OR"),)),
    ("shelter |", (S,), (), (("operator", "|"),)),
    ("country:", t("country"), (), (("operator", "country:"),)),
    ('"shelter victims', SV, (), (("quotes", '"shelter victims'),)),
    ("«shelter", (S,), (), (("quotes", "«shelter"),)),
    ("vict*ms", (Prefix("vict"),), (), (("wildcard", "vict*ms"),)),
    ("v*", t("v"), (), (("short", "v*"),)),
    ("-country:iraq", (Not(Term("iraq")),), (), (("turned", 'country:"iraq"'),)),
    ("country:iraq OR shelter", (Any((Term("iraq"), S)),), (), (("mixed", 'country:"iraq"'),)),
]  # fmt: skip
