"""How Spanish calls on somebody, and says what must be."""

from typing import Final

from statements.choices import Strength
from statements.ingest.drafting.asks.cues import cue

_WANTED = (
    "(?:necesari[oa]s?|imprescindibles?|indispensables?|fundamental(?:es)?"
    "|esencial(?:es)?|importante|imperativ[oa]|crucial(?:es)?|vital(?:es)?|urgente"
    "|preciso|menester|clave|prioritari[oa]|imperios[oa]|hora|tiempo|momento|deber"
    "|responsabilidad|obligación|impostergable|oportuno|conveniente|primordial)"
)

_STRESS = (
    r"(?P<verb>insist\w+(?: en)?|subray\w+|destac\w+|resalt\w+|enfati\w+|recalc\w+"
    r"|reiter\w+|reafirm\w+|pon\w* de relieve|señal\w+|remarc\w+|afirm\w+)"
)

_TO = (
    r" (?=(?:[\w-]+mente |hoy |también |nuevamente |ayer |además |así |encarecidamente "
    r"|una vez más )*(?:a|al|que|el|la|los|las|una?|tod[oa]s|su|sus|nuestr\w+|para|por"
    r"|[\w-]+[aei]r)\b)"
)

CUES: Final = (
    cue(
        "insta",
        "call",
        1.0,
        Strength.URGES,
        "inst|exhort|urg|conmin|invit|alent|anim|apel|llam|convoc",
        (
            r"\b(?P<verb>inst(?:o|a|an|amos|ó|aron|ando)|exhort(?:o|a|an|amos|ó|aron|ando)"
            r"|urg(?:imos|en|ió|ieron)(?= (?:\w+ )?(?:a|al)\b)|conmin(?:o|a|an|amos|ó|aron)"
            "|invit(?:o|a|an|amos|ó|aron)|alent(?:amos|ó|aron|ando)|alient(?:o|a|an)|apel(?:o|a"
            r"|an|amos|ó)|convoc(?:o|amos)|llam(?:o|amos|a|an|ó|aron|ando)(?= (?:a|al)\b))"
        )
        + _TO,
    ),
    cue(
        "queremos instar",
        "deontic",
        1.0,
        Strength.URGES,
        "instar|exhortar|llamar|invitar|alentar|pedir|solicitar|hacer un|proponer|convocar|urgir",
        (
            r"\b(?:quisiera|quisiéramos|queremos|quiero|quiere|deseo|deseamos|desea|permítanme"
            "|permítame|me permito|nos permitimos|aprovecho|aprovechamos"
            r"|oportunidad para) (?:[\w-]+ ){0,4}?(?P<verb>instar|exhortar|llamar|invitar(?:los"
            "|les)?|alentar|pedir(?:les)?|solicitar|proponer(?:les)?|convocar|urgir"
            r"|hacer un (?:[\w-]+ )?llama(?:do|miento)) "
        ),
    ),
    cue(
        "se insta a",
        "deontic",
        1.0,
        Strength.URGES,
        "se insta|se exhorta|se invita|se alienta|se pide|se urge",
        r"\b(?P<verb>se (?:insta|exhorta|invita|alienta|pide|urge)) (?:a|al|que)\b",
    ),
    cue(
        "lo que necesitamos",
        "deontic",
        1.0,
        Strength.URGES,
        "lo que ",
        (
            r"\A(?:[\w,-]+ ){0,2}?(?P<verb>lo que (?:necesitamos|se necesita|hace falta"
            r"|debemos hacer) es)\b"
        ),
    ),
    cue(
        "hace un llamado",
        "call",
        1.0,
        Strength.URGES,
        "llamado|llamamiento",
        (
            r"\b(?P<verb>(?:hac|hag|hiz|hic|reiter|renov|renuev|form|lanz|realiz|dirij|dirig"
            r"|sum)\w*) (?:[\w-]+ ){0,5}?(?:llamados?|llamamientos?) (?:[\w,-]+ ){0,3}?(?:a|al"
            r"|para|por|de)\b"
        ),
    ),
    cue(
        "pide",
        "call",
        0.95,
        Strength.URGES,
        "ped|pid|solicit|exig|demand|reclam",
        (
            r"\b(?P<verb>pedimos|pid(?:o|e|en|ió|ieron)|solicit(?:o|a|an|amos|ó|aron)|exig(?:imos"
            "|e|en|ió)|demand(?:amos|a|an|ó)|reclam(?:amos|a|an|ó))"
        )
        + _TO,
    ),
    cue(
        "propone",
        "call",
        0.9,
        Strength.RECOMMENDS,
        "propon|propus|recom|abog|sugier|suger|quisi",
        (
            r"\b(?P<verb>propon(?:go|e|en|emos)|propuso|recom(?:iendo|ienda|iendan|endamos|endó)"
            "|abog(?:o|a|an|amos|ó)|sugerimos|sugier[eo]|quisiéramos que|esperamos que se) "
        ),
    ),
    cue(
        "debe",
        "modal",
        1.0,
        Strength.URGES,
        "deb|ha de|han de|hemos de|tiene que|tienen que|tenemos que",
        (
            r"\b(?P<verb>debe|deben|debemos|debería|deberían|deberíamos|deberá|deberán|deberemos"
            r"|(?:ha|han|hemos) de|(?:tiene|tienen|tenemos) que) (?=(?:[\w-]+mente,? |no "
            r"|también |seguir |nunca |por tanto |de )?(?:\w*[aeiáéí]r(?:se|nos|lo|la|los|las|les"
            r"|le)?)\b)"
        ),
    ),
    cue("hay que", "modal", 1.0, Strength.URGES, "hay que|había que", r"\b(?P<verb>hay que) "),
    cue(
        "es necesario",
        "deontic",
        1.0,
        Strength.RECOMMENDS,
        "es |resulta|ser|son |hace|considera|vuelve|torna",
        (
            r"\b(?:es|resulta|sería|será|sigue siendo|consideramos|considera|creemos|se (?:hace"
            r"|torna|vuelve)) (?:(?!no\b|una?\b|el\b|la\b)[\w,-]+ ){0,4}?(?:de (?:suma|vital"
            "|gran) )?(?P<verb>"
        )
        + _WANTED
        + (
            r"|importancia)(?: de)? (?=(?:que|\w+[aei]r(?:nos|se|lo|los|la|las)?)\b|(?:la|el|los"
            r"|las) |(?:para|a|en) [^;.,]{1,60}? (?:que|\w+[aei]r)\b)"
        ),
    ),
    cue(
        "es necesaria",
        "need",
        0.9,
        Strength.RECOMMENDS,
        "hac|require|requier|necesit|imprescindible|indispensable|necesari",
        (
            r"\b(?:se hacen?|es|son|resultan?) (?:(?!una?\b|el\b|la\b"
            r"|no\b)[\w-]+ ){0,2}?(?P<verb>necesari[oa]s?|imprescindibles?|indispensables?)\b"
        ),
    ),
    cue(
        "necesitamos",
        "need",
        0.9,
        Strength.URGES,
        "necesita|requier|requer|precisa|urge",
        r"\b(?P<verb>necesitamos|se necesitan?|se requieren?|requerimos|urge) ",
    ),
    cue("requiere", "need", 0.8, Strength.RECOMMENDS, "requier", r"\b(?P<verb>requieren?),? "),
    cue(
        "es hora de",
        "deontic",
        1.0,
        Strength.URGES,
        "hora|momento|tiempo|corresponde|compete",
        (
            r"\b(?P<verb>(?:es|ya es) (?:la )?hora|ha llegado (?:el momento|la hora|el tiempo)"
            "|llegó (?:el momento|la hora)|(?:nos )?corresponde a?|(?:nos )?compete) (?=(?:de"
            r"|que|la|los|el|\w+[aei]r)\b)"
        ),
    ),
    cue(
        "subraya la necesidad",
        "stress",
        1.0,
        Strength.URGES,
        "necesidad|urgencia|importancia|imperativo",
        _STRESS
        + (
            " (?:[^;.]{0,100}? )?(?:necesidad|urgencia|importancia"
            r"|imperativo) (?:[\w-]+ ){0,3}?(?:de|del|que|por|para)\b"
        ),
    ),
    cue(
        "existe una necesidad",
        "need",
        1.0,
        Strength.URGES,
        "necesidad",
        (
            r"\b(?P<verb>(?:existe|hay) (?:la"
            r"|una)? ?(?:[\w-]+ ){0,2}?necesidad) (?:[\w-]+ ){0,2}?(?:de|que)\b"
        ),
    ),
    cue(
        "tiene la responsabilidad",
        "deontic",
        0.9,
        Strength.URGES,
        "responsabilidad|deber|obligación",
        (
            r"\b(?P<verb>(?:tiene|tienen|tenemos) (?:la|el|una"
            r"|un) (?:[\w-]+ ){0,2}?(?:responsabilidad|deber|obligación)) (?:[\w-]+ )?de\b"
        ),
    ),
    cue(
        "trabajemos",
        "modal",
        0.85,
        Strength.URGES,
        "mos",
        (
            r"(?:\A|[,;:] |\by |\bque )(?:no |ahora )?(?P<verb>(?:hag|actu|un|trabaj|sig|constru"
            "|pong|permit|busc|avanc|luch|asegur|garantic|dej|renov|fortalezc|asum|aprovech|logr"
            r"|defend|proteg|cuid|d|se)[aeé]mos(?:nos|lo|la)?)\b"
        ),
    ),
)
