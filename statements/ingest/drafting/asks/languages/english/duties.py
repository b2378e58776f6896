"""How English says what must be, what is needed, and whose duty it is."""

from typing import Final

from statements.choices import Strength
from statements.ingest.drafting.asks.cues import cue

_WANTED = (
    "(?:essential|vital|crucial|critical|imperative|important|necessary|key|urgent"
    "|paramount|indispensable|fundamental|mandatory|desirable|incumbent|pivotal"
    r"|advisable|a must|(?:our|a|the) (?:[\w-]+ ){0,3}(?:duty|responsibility|obligation"
    r"|imperative|necessity)|(?:a|the) (?:matter|question) of (?:[\w-]+ ){0,2}urgency)"
)

_STRESS = (
    "(?P<verb>stress(?:es|ed|ing)?|underlin(?:es?|ed|ing)|underscor(?:es?|ed|ing)"
    "|emphasi[sz](?:es?|ed|ing)|insist(?:s|ed|ing)?(?: upon| on)?|reiterat(?:es?|ed|ing)"
    "|highlight(?:s|ed|ing)?|reinforces?|illustrates?|demonstrates?|confirms?|reveals?"
    "|speaks? to|reaffirm(?:s|ed|ing)?|affirm(?:s|ed)?|point(?:s|ed)? to"
    "|draws? attention to)"
)

MODALS: Final = (
    cue("must", "modal", 1.0, Strength.URGES, "must", r"\b(?P<verb>must)\b(?!-)"),
    cue(
        "should",
        "modal",
        0.95,
        Strength.RECOMMENDS,
        "should|ought",
        r"(?!\A)\b(?P<verb>should|ought to)\b",
    ),
    cue("need to", "modal", 1.0, Strength.RECOMMENDS, "need", r"\b(?P<verb>needs? to)\b"),
    cue("has to", "modal", 0.95, Strength.URGES, "have to|has to", r"\b(?P<verb>ha(?:s|ve) to)\b"),
    cue(
        "if you are, do",
        "modal",
        0.9,
        Strength.ENCOURAGES,
        "if you",
        (
            r"\AIf you(?:'re| are| see| know| have)\b[^;.]{3,120}, (?:please )?(?P<verb>take|make"
            "|buy|report|call|ask|help|stop|speak|tell|contact|join|act|support|use|demand"
            r"|choose)\b"
        ),
    ),
    cue(
        "do it",
        "modal",
        0.8,
        Strength.URGES,
        (
            "stop|end|join|support|protect|release|ratify|report|help|learn|listen|invest|ensure"
            "|take"
        ),
        (
            r"\A(?:Please )?(?P<verb>(?:do not |don't )?(?:stop|end|join|support|protect|release"
            "|ratify|report|help|listen to|invest in|ensure|take)) (?:the|all|every|each|your"
            "|our|those|these|their|this|us|them|action) (?=[^:]{8,})"
        ),
    ),
    cue(
        "let us",
        "modal",
        0.9,
        Strength.URGES,
        "let us|let's",
        r"\b(?P<verb>let us|let's)(?: (?!say\b)|, )",
    ),
)

NEEDS: Final = (
    cue(
        "stress the need",
        "stress",
        1.0,
        Strength.URGES,
        "need|necessity|urgency|imperative",
        _STRESS
        + (
            " (?:[^;.]{0,120}? )?(?:need|necessity|urgency|imperative|duty"
            r"|obligation) (?:[\w,-]+ ){0,4}?(?:of|to|for|that)\b"
        ),
    ),
    cue(
        "stress the importance",
        "stress",
        0.85,
        Strength.RECOMMENDS,
        "importance",
        _STRESS + (r" (?:[^;.]{0,120}? )?importance (?:to|for|that|of (?:[\w,-]+ ){0,3}?\w+ing)\b"),
    ),
    cue(
        "stress the importance of",
        "stress",
        0.85,
        Strength.RECOMMENDS,
        "importance",
        (
            r"\b(?P<verb>(?:stress|underlin|underscor|emphasi[sz]|highlight)(?:es|e|s|ed"
            r"|ing)?) (?:the|also the) (?:[\w-]+ ){0,2}?importance of\b"
        ),
    ),
    cue(
        "there is a need",
        "need",
        1.0,
        Strength.RECOMMENDS,
        "need|necessity",
        (
            r"\b(?P<verb>(?:there (?:is|remains|exists|was)|is) (?:a|an|the|also"
            r"|therefore)? ?(?:(?!no |little )[\w,-]+ ){0,3}?(?:need"
            r"|necessity) (?:[\w-]+ ){0,3}?(?:to|for|of))\b"
        ),
    ),
    cue(
        "we need",
        "need",
        0.9,
        Strength.URGES,
        "we need|what is needed",
        (
            r"(?:\A|[,;:] |\b(?:and|but|that|so|now|therefore|today|also|thus|why"
            r"|because) )(?P<verb>we (?:[\w-]+ ){0,2}?need|what is needed(?: [\w-]+)? is) (?!to\b"
            r"|only\b|not\b|look\b)"
        ),
    ),
    cue(
        "is needed",
        "need",
        0.85,
        Strength.RECOMMENDS,
        "needed|required|necessary|imperative|indispensable|warranted",
        (
            r"\b(?:is|are|remains?) (?:(?!an?\b|the\b)[\w,-]+ ){0,2}?(?P<verb>needed|required"
            r"|necessary|imperative|indispensable|warranted|urgently needed)\b"
        ),
    ),
    cue(
        "doing is crucial",
        "need",
        0.9,
        Strength.RECOMMENDS,
        "crucial|essential|vital|key|critical|imperative|important|fundamental|paramount",
        (
            r"\A(?:[\w,-]+ ){0,3}?(?:\w{3,}ing|to \w+) [^;.]{3,250}?\b(?:is|are"
            r"|remains?) (?:(?!an?\b|the\b)[\w,-]+ ){0,2}?(?P<verb>crucial|essential|vital|key"
            r"|critical|imperative|important|fundamental|paramount)\b(?= ?[,.;]| (?:to|for|in|if"
            r"|as|and|on)\b|\Z)"
        ),
    ),
    cue(
        "requires",
        "need",
        0.8,
        Strength.RECOMMENDS,
        "requir|necessitate",
        r"\b(?P<verb>requires?|will require|necessitates?) (?!by\b|in\b|under\b|for\b)",
    ),
)

DEONTIC: Final = (
    cue(
        "it is essential",
        "deontic",
        1.0,
        Strength.RECOMMENDS,
        "it is|it's|it remains|it will be|it would be|it becomes|it was|it also|that is",
        (
            r"\bit (?:is|remains|becomes|will be|would be|was|has become"
            r"|also remains),? (?:[\w,-]+ ){0,5}?(?P<verb>"
        )
        + _WANTED
        + (
            r")\b(?: (?:for|on|upon|of|not)\b)?(?=[^;.?]{0,200}?\b(?:to|that)\b"
            r"| [^;.?]{0,60}?\b(?:be|is|are)\b)"
        ),
    ),
    cue(
        "deem it essential",
        "deontic",
        1.0,
        Strength.RECOMMENDS,
        "consider|believe|deem|find|think",
        (r"\b(?:considers?|believes?|deems?|finds?|thinks?) it (?:[\w-]+ ){0,3}?(?P<verb>")
        + _WANTED
        + r")\b",
    ),
    cue(
        "it is time",
        "deontic",
        1.0,
        Strength.URGES,
        "time",
        (
            r"\b(?P<verb>(?:it is|now is|it's) (?:[\w-]+ ){0,4}?time"
            r"|time has (?:\w+ )?come) (?:for|to|that|we|\w+ to)\b"
        ),
    ),
    cue(
        "it is up to",
        "deontic",
        1.0,
        Strength.URGES,
        "up to|incumbent|falls|behoves|behooves",
        (
            r"\b(?P<verb>(?:it|that|this) (?:is (?:[\w,-]+ ){0,3}?(?:up to|incumbent (?:up)?on)"
            r"|falls (?:up)?on|falls to|behoo?ves)) (?=[^;.]{0,200}\bto\b)"
        ),
    ),
    cue(
        "duty to",
        "deontic",
        0.85,
        Strength.URGES,
        "responsib|duty|obligation|obliged|obligated",
        (
            r"\b(?P<verb>(?:ha(?:s|ve|d)|bears?|shoulders?|carr(?:y|ies)|share) (?:a|an|the"
            r"|our) (?:[\w-]+ ){0,3}?(?:responsibility|duty|obligation)|(?:is"
            r"|are) (?:[\w-]+ ){0,2}?(?:responsible for ensuring|obliged|obligated)) (?:to"
            r"|\w+ing)?"
        ),
    ),
    cue(
        "of utmost importance",
        "deontic",
        0.95,
        Strength.RECOMMENDS,
        "importance|urgency|necessity",
        (
            r"\bit (?:is|remains) (?:[\w-]+ ){0,2}?(?P<verb>of (?:the )?(?:utmost|paramount"
            "|greatest|vital|critical|great|crucial|highest|extreme|fundamental) (?:importance"
            r"|urgency|necessity)) (?:that|to|for)\b"
        ),
    ),
    cue(
        "what is needed is",
        "deontic",
        1.0,
        Strength.URGES,
        "what ",
        (
            r"\A(?:[\w,-]+ ){0,3}?(?P<verb>what (?:is|remains) (?:[\w-]+ ){0,2}?(?:needed|crucial"
            "|essential|required|necessary|vital|important|key|missing|urgent) is"
            r"|what we need is"
            r"|what (?:we|our|the|this)(?: \w+){0,4}? (?:must|should)(?: \w+){1,6}? is)\b"
        ),
    ),
    cue(
        "what we need to do",
        "deontic",
        1.0,
        Strength.URGES,
        "what we|key |priority |task |step |goal ",
        (
            r"\A(?:[\w,-]+ ){0,3}?(?P<verb>what we (?:must|should"
            r"|need(?: to do)?)[^;.,]{0,60}? is|(?:the|our) (?:[\w-]+ ){0,3}?(?:key|priority|task"
            r"|step|goal) (?:[\w-]+ ){0,4}?(?:is|must be)) (?:\w+ )?to\b"
        ),
    ),
    cue(
        "may wish to consider",
        "deontic",
        0.8,
        Strength.ENCOURAGES,
        "consider",
        r"\b(?P<verb>(?:may|might) (?:also )?(?:wish|want) to|could (?:also )?(?=consider )) ?",
    ),
)
