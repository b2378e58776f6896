"""When English words that often call for something do not."""

from typing import Final

from statements.ingest.drafting.asks.cues import doubt

_DOCUMENT = (
    r"\b(?:resolutions?|reports?|law|act|bill|amendments?|articles?|protocol|convention"
    "|declaration|plan|compact|text|provisions?|constitution|treaty|agreement"
    "|paragraphs?|charter|statute|code|guidelines|study|document|strategy|communiqu[eé]"
    r"|decision)\b"
)

_SAYS = (
    r"\b(?:states?|stipulates?|provides?|says?|requires?|proclaims?|dictates?|specif\w+"
    "|recommends?|notes?|recalls?|recogni[sz]es?|stresses|calls?|urges?|affirms?"
    r"|establishes|demands?|stated|provided|proclaimed|recommended|emphasizes)\b"
)

_SUFFERS = (
    r"\b(?:people|persons|victims|migrants|refugees|survivors|families|they|he|she"
    r"|children|girls|boys|workers|one|many) (?:\w+ly )?"
)

_HAVE_DONE = (
    " (?:not |never |also |long )?have (?:been|done|gone|taken|given|known|seen|come"
    r"|become|begun|made|had|brought|kept|left|led|lost|put|sent|set|shown|told|\w+ed)\b"
)

_IDLE = (
    r" (?:also |now |again |first |perhaps |therefore |however |always )?(?:say(?! no\b)"
    "|admit|confess|add|note|mention|remember|recall|remind|point out|keep in mind"
    "|bear in mind|be (?:noted|recalled|remembered|mentioned|stressed|emphasi[sz]ed"
    "|pointed out|borne|clear|honest|frank|reminded|surprised|added|said|understood)"
    r"|not forget|never forget|like to|know\b|look at|turn (?:now )?to|take a look"
    "|go back|begin by|start (?:by|with|from)|conclude|thank|congratulate|commend"
    r"|welcome|express|convey|share with|tell you)\b"
)

_IDLE_TO = (
    r" (?:to|that we) (?:say(?! no\b)|note|mention|remember|recall|point out|bear in mind"
    r"|keep in mind|see|know|understand|reali[sz]e)\b"
)

DOUBTS: Final = (
    doubt(
        "was done",
        "before",
        0.6,
        r"\b(?:had|has|have) (?:\w+ly )?",
        "stress",
        told=True,
    ),
    doubt(
        "was done",
        "before",
        1.0,
        r"\b(?:has|have) (?:[\w-]+ ){0,2}",
        "call",
        told=True,
    ),
    doubt("a question within", "before", 1.0, r"\b(?:how|whether|(?<!is )why|whom)\b[^,;:.]{0,70}"),
    doubt(
        "what somebody was told",
        "before",
        1.0,
        r"\b(?:told|tells?|threatened|ordered)\b[^,;.]{0,20}\b(?:they|he|she|we) ",
        "modal",
    ),
    doubt(
        "what criminals ask",
        "before",
        0.6,
        r"\b(?:traffickers|smugglers|criminals|gangs|kidnappers|terrorists) (?:\w+ly )?",
        "call",
    ),
    doubt("what it is", "before", 1.0, r"\bwhat\b[^,;:.]{0,70}", "modal"),
    doubt("a condition", "before", 1.0, r"\b(?:if|unless|until)\b[^,;:]{0,70}"),
    doubt(
        "when it happens",
        "before",
        0.5,
        r"\b(?:when|where|wherever|whenever) (?:[\w-]+ ){0,4}",
        "need modal",
    ),
    doubt(
        "which of them", "before", 0.3, r", which (?:then|often|always|usually|in turn) ", "modal"
    ),
    doubt("which of them", "before", 0.15, r"\w (?:that|which) ", "modal"),
    doubt(
        "which of them",
        "before",
        0.4,
        r"\w,? (?:that|which) (?:(?:is|are) (?:(?!why )\w+ )?|\w+ly |may )?",
        "call stress need",
    ),
    doubt("those who", "before", 0.6, r"\bwho (?:are |\w+ly |also )?", "modal need call stress"),
    doubt("only I", "before", 1.0, r"\bI (?:\w+ )?", "modal"),
    doubt(
        "my own",
        "before",
        0.6,
        r"\bmy (?:own )?(?:Government|country|delegation|administration|nation) (?:\w+ly )?",
        "modal need",
    ),
    doubt("what they live through", "before", 0.4, _SUFFERS, "need"),
    doubt("a way of speaking", "behind", 1.0, _IDLE, "modal"),
    doubt("a way of speaking", "behind", 1.0, _IDLE_TO, "deontic"),
    doubt("it did not happen", "behind", 1.0, _HAVE_DONE, "modal"),
    doubt("as they should", "before", 0.6, r"\bas (?:it|they|we|he|she) ", "modal"),
    doubt(
        "what another text says",
        "before",
        1.0,
        _DOCUMENT + r"[^.;]{0,90}" + _SAYS + r"[^.;]{0,90}",
        "modal need deontic",
    ),
    doubt(
        "what another text says",
        "before",
        1.0,
        _DOCUMENT + r"(?: (?!and\b|we\b|but\b)\S+){0,5}?,? (?:which |that |also )?",
        "call stress",
    ),
    doubt(
        "a noun",
        "before",
        1.0,
        (
            r"\b(?:the|a|an|this|these|those|its|his|her|such|urgent|any|strong|recent|your"
            "|global|their|our|my|under|growing|repeated|many|increasing|numerous|previous"
            "|renewed|several|other) "
        ),
        "call",
    ),
    doubt(
        "to do so",
        "before",
        1.0,
        (
            "(?<!like)(?<!wish)(?<!wishes)(?<!want)(?<!wants)(?<!nity)(?<!moment)(?<!occasion)(?<"
            r"!continue)(?<!continues)(?<!also)(?<!me) to (?:\w+ly |also )?"
        ),
        "call stress",
    ),
    doubt(
        "a possibility",
        "before",
        0.6,
        (
            r"\b(?:can|could|may|might|will|(?<!I )(?<!we )would|did|not|cannot) (?:\w+ly |also "
            "|continue to )?"
        ),
        "call stress",
    ),
    doubt("a possibility", "before", 0.3, r"\b(?:could|may|might|would) (?:\w+ )?", "modal need"),
    doubt(
        "none is needed",
        "before",
        1.0,
        r"\b(?:not|no|never|longer|without) (?:(?:[\w-]+ ){0,4}?(?:is|are) )?(?:\w+ )?",
        "need deontic",
    ),
    doubt(
        "a noun",
        "before",
        1.0,
        r"\b(?:no|any|little|the|a|an|in|of|urgent|pressing|greater?|real) ",
        "modal",
    ),
    doubt("a noun", "before", 1.0, r"\w(?:'s|s') ", "call"),
    doubt(
        "who is bound already",
        "before",
        0.4,
        (
            r"\b(?:States?|parties|governments|companies|countries|members|operators|employers|he"
            "|she|they|who|institutions|nations|council|organi[sz]ations?|union) (?:is"
            r"|are) (?:\w+ly )?"
        ),
        "need",
    ),
    doubt(
        "by doing so",
        "before",
        0.6,
        r"(?<!others )(?<!join )\b(?:by|of|for|in|from|without|through|at) (?:\w+ly )?",
        "call",
    ),
    doubt("in the past", "in", 0.6, r"\w*ed\b", "call", told=True),
    doubt("in passing", "in", 0.3, r"(?!call|urg)\w+ing\b", "call"),
    doubt("in passing", "in", 0.3, r"(?:call|urg)ing\b", "call", told=True),
    doubt(
        "another time",
        "before",
        0.25,
        r"\b(?:in|since) (?:\w+ )?(?:19|20)\d\d\b[^;]{0,150}",
        "call",
    ),
    doubt(
        "what we have to hand",
        "before",
        0.4,
        (
            r"\b(?!(?:believ\w*|think|agree\w*|convinced|consider\w*|feel|sa(?:y|id|ys)|clear"
            r"|hope|know\w*|recogni\w*|note|insist\w*|means?|fact|conviction|view|opinion|sure|so"
            r"|now|acknowledge\w*|reiterat\w*|emphasi\w*|underlin\w*|underscor\w*|stress\w*"
            r"|shows?|demonstrat\w*|confident|aware|belief|message|remind\w*|repeat|add"
            r"|given)\b)[a-z]+ that (?:we|they|it) "
        ),
        "modal",
    ),
    doubt(
        "a habit",
        "before",
        1.0,
        r"\b(?:often|usually|frequently|sometimes|typically|regularly) ",
        "call modal",
    ),
    doubt(
        "what we have to hand",
        "before",
        0.4,
        (
            r"\b(?!(?:that|and|but|so|because|therefore|thus|hence|now|then|today|also|while"
            "|since|as|where|here|together|believe|think|feel|know|agree|ensure|or|which|however"
            r"|importantly|said|world|table|why|first|second|finally)\b|\w+ly\b)[a-z]+ we "
        ),
        "modal",
    ),
    doubt(
        "in the past",
        "in",
        0.5,
        (
            "(?:stress|underlin|underscor|emphasi|reiterat|insist|highlight|reaffirm|affirm"
            r"|point)\w*ed\b"
        ),
        "stress",
        told=True,
    ),
    doubt("was done", "before", 1.0, r"\b(?:had|was|were|having) (?:[\w-]+ ){0,2}", "call"),
    doubt("a law requires", "behind", 0.6, r" (?:by|under|pursuant|in accordance)\b", "need"),
    doubt(
        "it was",
        "before",
        0.5,
        r"\b(?:it|there) was (?:[\w-]+ ){0,3}",
        "deontic need",
        told=True,
    ),
)
