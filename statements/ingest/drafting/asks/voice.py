"""Whether a text speaks, or tells what others said."""

import re

# So much of a text tells.
_ENOUGH = 60_000
# Whoever speaks is the subject; "our region" stands in a report as well.
_FIRST_PERSON = frozenset("i we nous je j".split())
# Spanish says "we" by the end of its verbs.
_WE_OF_VERBS = ("amos", "emos", "imos")
_ADDRESSED = re.compile(
    r"\b(?:Mr|Madam|Monsieur|Madame|Señora?)\.? (?:le |la )?(?:Pr[eé]sid|Chair)"
)
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r'"[^"\n]{0,3000}"')
# A speaker says "we" more often than once in so many words.
_WORDS_A_SPEAKER = 120
# Ministers who met say what they did in the past: "We called on all parties to talk."
_WE = re.compile(r"\bWe (?:also |further |strongly |again |\w+ly )?(?P<verb>\w+)")
_FEWEST_TOLD = 3


def tells(words: str) -> bool:
    """Say whether a whole text reports, so that what it says in the past was said in it."""
    own = _QUOTED.sub(" ", words[:_ENOUGH])
    speaks = len(_ADDRESSED.findall(own)) + sum(
        word in _FIRST_PERSON or word.endswith(_WE_OF_VERBS) for word in _WORD.findall(own.lower())
    )
    return speaks * _WORDS_A_SPEAKER < len(own.split()) or _tells_of_us(own)


def _tells_of_us(words: str) -> bool:
    verbs: list[str] = _WE.findall(words)
    told = sum(verb.endswith("ed") and verb != "need" for verb in verbs)
    return told >= _FEWEST_TOLD and 2 * told > len(verbs)
