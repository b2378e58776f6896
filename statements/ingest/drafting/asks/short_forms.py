"""The ask of a call in one line: its verb and object, without who calls, on whom and why.

A short form is words of the editors, so this is a beginning for them. Where grammar does not tell
plainly what is asked, nothing is proposed: a wrong line costs more than an empty one.
"""

import re

from statements.ingest.drafting.asks.cues import Call

# As many characters as a recommendation may have for it.
LONGEST = 90
_FEWEST_WORDS = 2

_ASIDE = re.compile(r" ?\([^()]*\)| ?\[[^\[\]]*\]|,? - [^-]* -,?(?= )")
# Where a sentence can end and still say what it asks.
_SPARE = re.compile(
    r"(?:,? (?:including|in particular|particularly|especially|above all|notably|such as|inter alia"
    r"|in order to|so that|so as to|with a view to|in accordance with|in line with|pursuant to"
    r"|as well as|regardless of|irrespective of|based on|through|by (?=\w+ing )"
    r"|to (?:guarantee|ensure|make sure) that|within (?:a|the) (?:framework|context))\b"
    r"|, (?:which|who|whose|where|while|whereas|with|without|within|through|by|and to|and that|as"
    r"|because|since|thereby|if|when|for|both|not)\b| - |[;:] )"
)
# What depends on words before it, or speaks of the speaker.
_UNSAID = re.compile(
    r"\b(?:they|them|we|us|our|ours|I|my|me|you|your|he|she|him|this|these|those|such|said|former"
    r"|latter|it|above|thereof|therein|here|there|so)\b",
    re.IGNORECASE,
)
_VERB = re.compile(r"(?P<not>not )?(?:(?:also|therefore|thus|now|all|still|together|jointly) )*")
_NO_VERB = frozenset(
    "be been have had do does did being is are was were a an the no not more only all further"
    " every each any some".split()
)
# What says little, where there is no room for it.
_LITTLE = re.compile(r"\b(?:full and effective|effective and full|full|relevant|respective) ")
# What is asked under a condition is not asked without it.
_CONDITION = re.compile(r"(?:if|when|where|whenever|unless|until|once|should|in case)\b", re.I)
_OUR_EFFORTS = re.compile(r"\bour (?=(?:\w+ )?efforts\b)")
_TO_DO = re.compile(r"\bto (?=(?:not )?[a-z][\w-]+ )")
# What may stand between whom a call names and what it asks of them.
_BETWEEN = re.compile(
    r"(?:,? (?:again|once more|in particular|concerned|alike|,[^,]{1,60},))*,? (?P<not>not )?to ",
)
_THAT_THEY = re.compile(r",? that (?:the |all )*")
# A verb behind its subject, with no ending and no preposition.
_DOES = re.compile(
    r" (?:all |should |must )?(?=[a-z]{3,}(?<!s)(?<!ed)(?<!ing) )"
    r"(?!(?:and|who|for|with|from|within|concerned|are|have|will|can|may|not) )"
)
_EFFORTS = re.compile(r"\befforts? [^,;.]{0,20}\Z", re.IGNORECASE)
_MADE_TO = re.compile(r" (?:[\w-]+ly |therefore |also )?be (?:made|undertaken|taken) to ")
_WE = re.compile(
    r"(?:\A|[,;:] |\b(?:and|that|but) )(?:(?:today|therefore|so|first|second|third|finally|also"
    r"|moreover|indeed|however|together|collectively),? )*we (?:all |also |therefore |now )*\Z",
    re.IGNORECASE,
)


def short_form(words: str, call: Call, addressee: str) -> str:
    """Return what a call in the sentence `words` asks for in one line, or nothing."""
    if _CONDITION.match(words):
        return ""
    asked = _asked(words, call, addressee)
    return _line(asked) if asked else ""


def of_item(item: str, stem: str) -> str:
    """Return an item of a list in one line, where its stem leaves open what to do ("to:")."""
    return _line(item) if re.search(r"\bto ?:\s*\Z", stem) else ""


def _asked(words: str, call: Call, addressee: str) -> str:
    """Return what is asked, beginning with its verb."""
    before, behind = words[: call.start], words[call.end :]
    match call.cue.family:
        case "call":
            return _behind_addressee(behind, addressee)
        case "modal":
            return _of_modal(before, behind, addressee, call)
        case "deontic" | "stress" | "need":
            return _that_they_do(behind, addressee) or _to_do(behind, call)
    return ""


def _behind_addressee(behind: str, addressee: str) -> str:
    at = behind.find(addressee) if addressee else -1
    if at < 0 or at > 30:
        return ""
    rest = behind[at + len(addressee) :]
    between = _BETWEEN.match(rest)
    return (between["not"] or "") + rest[between.end() :] if between else ""


def _of_modal(before: str, behind: str, addressee: str, call: Call) -> str:
    if call.cue.name == "let us":
        return behind.strip(" ,")
    if call.cue.name not in {"must", "should", "need to", "has to"}:
        return ""
    if _EFFORTS.search(before) and (made := _MADE_TO.match(behind)):
        return behind[made.end() :]
    subject = before.rstrip()
    of_addressee = bool(addressee) and subject.endswith(addressee)
    return behind.strip() if of_addressee or _WE.search(before) else ""


def _to_do(behind: str, call: Call) -> str:
    """Return what stands behind "it is vital" and "the need", if that is "to do" something."""
    found = _TO_DO.match(behind.lstrip())
    if found is None and call.verb.endswith(" to"):
        return behind.strip()
    return behind.lstrip()[found.end() :] if found else ""


def _that_they_do(behind: str, addressee: str) -> str:
    """Return what stands behind "it is vital that States" and "that we", if that is a verb."""
    found = _THAT_THEY.match(behind)
    who = behind[found.end() :] if found else ""
    for subject in filter(None, ("we", addressee)):
        if who.startswith(f"{subject} ") and (does := _DOES.match(who, len(subject))):
            return who[does.end() :]
    return ""


def _line(asked: str) -> str:
    words = _OUR_EFFORTS.sub("", _ASIDE.sub("", asked))
    words = " ".join(words.split()).strip(" .,;:!\"'")
    verb = _VERB.match(words)
    if verb:
        words = ("do not " if verb["not"] else "") + words[verb.end() :]
    first = words.split(" ", 1)[0]
    if not first.islower() or (first in _NO_VERB and not words.startswith("do not ")):
        return ""
    words = _cut(words) or _cut(_LITTLE.sub("", words))
    if len(words.split()) < _FEWEST_WORDS or _UNSAID.search(words):
        return ""
    return words[:1].upper() + words[1:]


def _cut(words: str) -> str:
    """Return as much of the words as fits and still says what is asked, or nothing."""
    ends = [found.start() for found in _SPARE.finditer(words)]
    fitting = [end for end in [*ends, len(words)] if end <= LONGEST]
    return words[: fitting[-1]].rstrip(" ,;:") if fitting else ""
