"""Whom a call names, in the text's own words."""

import re
from functools import lru_cache

from statements.ingest.drafting.asks.cues import Call
from statements.ingest.drafting.vocabulary import Vocabulary

_MOST_WORDS = 40
# So many letters of an adverb may stand between whoever must and "must".
_SHORT = 12
_ACTOR = (
    "(?:states?|governments?|countries|nations|council|community|parties|authorities"
    "|organi[sz]ations?|compan(?:y|ies)|corporations?|business(?:es)?|sector|society"
    "|societies|members?|membership|partners|stakeholders?|actors?|donors|everyone"
    "|everybody|leaders|assembly|secretary-general|secretariat|union|sides|delegations"
    "|parliaments?|parliamentarians|legislators|individuals?|institutions|agencies|media"
    "|citizens|commission|office|employers|banks?|police|judges|prosecutors|platforms"
    "|economies|powers|united nations|system|ministers?|ministr(?:y|ies)|departments?"
    "|agency|courts?|mission|president|bodies|entities|ngos?|families|all of us|us all"
    "|world|congress|régime|états?|etats?|gouvernements?|pays|conseil|communauté"
    "|partenaires|autorités|organisations?|entreprises|société|acteurs?|membres?"
    "|nations unies|secrétaire général|assemblée|union|dirigeants|bailleurs|parlements?"
    "|onu|tous|monde|commission|estados?|gobiernos?|países|consejo|comunidad|autoridades"
    "|organizaciones|empresas|sociedad|miembros?|actores|naciones unidas"
    "|secretari[oa] general|asamblea|unión|líderes|donantes|parlamentos?|todos|mundo"
    "|socios|organización|partes)"
)
_NOUN = re.compile(rf"\b{_ACTOR}\b", re.IGNORECASE)
# The words up to what is asked: "to take", "à mettre", "a reforzar", "that they".
_ASKED = re.compile(
    (
        " (?:not to|to|that|for|in order|pour|afin|que|de|d'|à|a|para|en favor)(?= |:"
        r"|(?<=')\w)|[;:.]|, (?:to|in|as) "
    ),
    re.IGNORECASE,
)
_LEADING = re.compile(
    (
        r"(?:[ ,]|\b(?:up)?on\b|\bto\b|\bfor\b|\bà\b|\baux?\b|\ba\b|\bal\b|\btherefore\b"
        r"|\bnot only\b|\bhoy\b|\btoday\b|\bdonc\b|\bthat\b|\bque\b|\balso\b|\bagain\b"
        r"|\bthe\b|\bles?\b|\bla\b|\bl'|\blos\b|\blas\b|\bel\b)+"
    ),
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    (
        r"[,;:(] |\b(?:that|and|but|because|while|therefore|so|believe|agree|que|et|mais|y"
        "|pero|donc) "
    ),
    re.IGNORECASE,
)
_RUN = re.compile(
    rf"(?:[\w'-]+ ){{0,3}}?{_ACTOR}\b"
    rf"(?:,? (?:and |et |y |or )?(?:[\w'-]+ ){{0,2}}?{_ACTOR}\b){{0,6}}"
    r"(?: (?:internationale?s?|internacional(?:es)?|concern\w+|locales?))?"
    r"(?: of origins?,?(?: transit,?)?(?: and (?:transit|destination))?)?"
    r"(?: (?:of|de|du|des|d') ?(?:the )?(?-i:[A-Z])[\w-]+)?",
    re.IGNORECASE,
)
_ARTICLE = r"[Tt]he\b|[Ll]es?\b|[Ll]a\b|[Ll]['’]|[Ll]os\b|[Ll]as\b|[Ee]l\b"
_PRONOUNS = ("them", "you", "it", "him", "her")
# Cues behind which stands what is asked, not who is.
_OF_MATTERS = frozenset({"ask that", "demand", "would like to see"})
_BY = re.compile(
    r"\b(?:by|from|for|on the part of|par|de la part de|por(?: parte de)?) "
    rf"(?:the |all |les |la |el |los )?(?P<who>(?:[\w-]+ ){{0,3}}?{_ACTOR})\b(?!'s)",
    re.IGNORECASE,
)
_THAT = re.compile(
    (
        " ?(?:(?:that|for|on|upon|que|qu'|pour|aux?|para) )?(?:the |les |la |le |los |el "
        r"|l')?(?!to\b|de\b|d')"
    ),
    re.IGNORECASE,
)


def addressee(words: str, call: Call, vocabulary: Vocabulary) -> str:
    """Return whom the `call` in the sentence `words` addresses, or nothing."""
    if call.cue.name in _OF_MATTERS:
        found = _behind(words[call.end :])
    elif call.cue.family == "call":
        found = _object(words[call.end :], vocabulary)
        if found.lower() in _PRONOUNS:
            found = _named_before(words[: call.start])
    elif call.cue.family == "modal":
        found = _subject(words[: call.start], vocabulary)
    else:
        found = _behind(words[call.end :]) or _subject(words[: call.start], vocabulary)
    return found or _by(words[call.end :])


def as_written(words: str, addressee: str) -> str:
    """Return whom a call addresses, with the article that `words` have before it; or nothing."""
    named = r"\s+".join(map(re.escape, addressee.split()))
    found = re.search(rf"(?:\b(?:{_ARTICLE})\s*)?{named}", words) if named else None
    return " ".join(found[0].split()) if found else ""


def _object(behind: str, vocabulary: Vocabulary) -> str:
    leading = _LEADING.match(behind)
    rest = behind[leading.end() :] if leading else behind
    until = _ASKED.search(" " + rest, 1)
    found = rest[: until.start() - 1] if until else rest
    while until and until[0].strip() in ("de", "d'") and not _is_actor(found, vocabulary):
        until = _ASKED.search(" " + rest, until.end())
        found = rest[: until.start() - 1] if until else rest
    return found.strip(" ,.") if _is_actor(found, vocabulary) else ""


def _named_before(before: str) -> str:
    """Return the last actor named before "call on them"."""
    named = list(_NOUN.finditer(before))
    return named[-1][0] if named else ""


def _subject(before: str, vocabulary: Vocabulary) -> str:
    before = before.rstrip()
    begins = [0, *(found.end() for found in _BOUNDARY.finditer(before))]
    clauses = [_led(before[begin:]) for begin in begins]
    runs = [_RUN.match(clause) for clause in clauses]
    for clause, run in zip(clauses, runs, strict=True):
        if run and len(clause) - run.end() <= _SHORT and _leads(run[0]):
            return run[0]
    if clauses[-1] in _names(vocabulary):
        return clauses[-1]
    for run in (runs[-1], runs[0] if " who " in before else None):
        if run and _leads(run[0]):
            return run[0]
    return ""


def _leads(run: str) -> bool:
    """Say whether an actor comes first: "the role of the Council" asks the Council nothing."""
    return bool(_NOUN.search(run.split(" of ")[0]))


def _led(clause: str) -> str:
    leading = _LEADING.match(clause.strip())
    return clause.strip()[leading.end() :] if leading else clause.strip()


def _behind(behind: str) -> str:
    that = _THAT.match(behind)
    run = _RUN.match(behind, that.end()) if that else None
    return run[0] if run else ""


def _by(behind: str) -> str:
    found = _BY.search(behind)
    return found["who"] if found else ""


def _is_actor(words: str, vocabulary: Vocabulary) -> bool:
    if not words or len(words.split()) > _MOST_WORDS:
        return False
    if _NOUN.search(words) or words.strip(" ,.").lower() in (*_PRONOUNS, "all", "others"):
        return True
    names = _names(vocabulary)
    capitals = re.findall(r"\b[A-Z]{2,7}\b|[A-Z][\w-]+", words)
    return any(word.isupper() or word in names for word in (words.strip(" ,."), *capitals))


@lru_cache(maxsize=4)
def _names(vocabulary: Vocabulary) -> frozenset[str]:
    """Return every name of a State or actor: a call may name nobody but one of them."""
    known = [
        *vocabulary.country_names(),
        *(known.names for known in vocabulary.actors.values()),
    ]
    return frozenset(name for names in known for name in names)
