"""How French calls on somebody, and says what must be."""

from typing import Final

from statements.choices import Strength
from statements.ingest.drafting.asks.cues import cue

_WANTED = (
    "(?:essentiel|important|impératif|crucial|nécessaire|indispensable|urgent|primordial"
    "|capital|fondamental|vital|impérieux|souhaitable|grand temps|temps|de (?:notre|leur"
    "|votre) devoir|de notre responsabilité|du devoir|de la responsabilité|prioritaire"
    "|opportun|déterminant)"
)

_SPEAKER = (
    r"(?:\b(?:nous|j'|je|on|il|elle|ils|elles|qui|et|pays|délégation|gouvernement"
    "|ministres|conseil|groupe|union|organisation|européenne|africaine|unies"
    r"|(?-i:[A-ZÀ-Þ])[\w'-]+) ?(?:y |en |les |l'|vous |leur |lui )?(?:[\w-]+ment )?)"
)

_ADVERBS = (
    "(?: (?:donc|également|aussi|ainsi|à nouveau|ici|solennellement|instamment|vivement"
    r"|fermement|\w+ment)){0,2}"
)

_STRESS = (
    r"(?P<verb>insist\w+(?: sur)?|soulign\w+|rappel(?:le|ons|lent)|réitèr\w+|réaffirm\w+"
    r"|réitér\w+|mett\w+ l'accent sur|attir\w+ l'attention sur)"
)

CUES: Final = (
    cue(
        "appelle",
        "call",
        1.0,
        Strength.URGES,
        "appel",
        (r"(?<!s')\b(?P<verb>appel(?:le|ons|lent)|appelant|(?:a|ont) appelé)")
        + _ADVERBS
        + (
            r" (?=(?:à|au|aux|donc|l'|les|la|le|tou\w+|chac\w+|chaque|de (?:nos|ses|mes) vœux"
            r"|instamment|toutes|ce)\b|(?-i:[A-ZÀ-Þ]))"
        ),
    ),
    cue(
        "exhorte",
        "call",
        1.0,
        Strength.URGES,
        "exhort|invit|encourag|engage|pri|enjoin|conjur",
        _SPEAKER
        + (
            "(?P<verb>exhort(?:e|ons|ent)|invit(?:e|ons|ent)|encourag(?:e|eons|ent)|conjur(?:e"
            "|ons)|engage(?:ons)?|enjoi(?:nt|gnons)|prie|prions|(?:a|ont) (?:exhorté|invité"
            "|encouragé))"
        )
        + _ADVERBS
        + r" (?=[^;.]{3})",
    ),
    cue(
        "demande",
        "call",
        0.95,
        Strength.URGES,
        "demand|exig|réclam",
        _SPEAKER
        + ("(?P<verb>demand(?:e|ons|ent)|exig(?:e|eons|ent)|réclam(?:e|ons|ent)|(?:a|ont) demandé)")
        + _ADVERBS
        + r" (?=(?:à|au|aux|que|qu'|l'|la|le|les|une?|de|des)\b)",
    ),
    cue(
        "propose",
        "call",
        0.9,
        Strength.RECOMMENDS,
        "propos|recommand|préconis|suggèr|suggér|plaid|souhait|voudr",
        _SPEAKER
        + (
            "(?P<verb>propos(?:e|ons|ent)|recommand(?:e|ons|ent)|préconis(?:e|ons)|suggèr(?:e"
            "|ent)|suggérons|plaid(?:e|ons|ent)|souhait(?:e|ons|ent) (?:que|voir)|voudrions que"
            "|voudrais que)"
        )
        + _ADVERBS
        + r" ",
    ),
    cue(
        "est appelé à",
        "deontic",
        1.0,
        Strength.URGES,
        "invité|appelé|prié|exhorté|encouragé",
        (
            r"\b(?:est|sont|soient) (?:[\w-]+ )?(?P<verb>(?:invité|appelé|prié|exhorté"
            "|encouragé)e?s? (?:à|de|d'))"
        ),
    ),
    cue(
        "voudrais appeler",
        "deontic",
        1.0,
        Strength.URGES,
        "appel|exhort|invit|encourag|demand|plaid",
        (
            r"\b(?:voudrais|voudrions|voudrait|souhaite|souhaitons|souhaiterais|tiens à|tenons à"
            "|tient à|permettez-moi d[e'] ?|aimerais|veux|veut|voulons"
            r"|occasion pour) ?(?:[\w-]+ ){0,2}?(?:d')?(?P<verb>appeler|exhorter|inviter"
            "|encourager|demander|plaider|lancer un appel) "
        ),
    ),
    cue(
        "attendons de",
        "call",
        0.85,
        Strength.RECOMMENDS,
        "attend",
        r"\b(?P<verb>(?:nous attendons|j'attends) (?:donc )?(?:de|du|des|d'))",
    ),
    cue(
        "requiert",
        "need",
        0.8,
        Strength.RECOMMENDS,
        "requi|nécessite|exige|commande",
        (
            r"\b(?P<verb>requiert|requièrent|nécessite(?:nt)?|exige(?:nt)?"
            r"|commande(?:nt)?) (?:donc |aussi |également )?(?:une?|des|la|le|l'|que|qu'|de)\b"
        ),
    ),
    cue(
        "ce qu'il faut",
        "deontic",
        1.0,
        Strength.URGES,
        "ce qu'il|ce dont",
        (
            r"\A(?P<verb>ce (?:qu'il (?:nous )?faut|dont (?:nous avons"
            "|le monde a) besoin)),? c'est"
        ),
    ),
    cue(
        "lance un appel",
        "call",
        1.0,
        Strength.URGES,
        "appel",
        (
            r"\b(?P<verb>(?:lan[cç]|réitèr|renouvell?|réitér|renouvel|fai|adress|port"
            r"|joign)\w*) (?:[\w'-]+ ){0,4}?(?:\w')?appels? (?:[\w-]+ ){0,2}?(?:à|au|aux|pour"
            r"|en faveur|de|d'|afin)\b"
        ),
    ),
    cue(
        "doit",
        "modal",
        1.0,
        Strength.URGES,
        "doi|dev",
        (
            r"\b(?P<verb>doit|doivent|devons|devrait|devraient|devrions|devra|devront"
            r"|devrons) (?!à\b|une?\b|des\b|son\b|leur\b|beaucoup\b|tout\b|cela\b)"
        ),
    ),
    cue(
        "il faut",
        "modal",
        1.0,
        Strength.URGES,
        "faut|faudra|faudrait|faille",
        r"\b(?P<verb>il (?:nous |vous |leur |lui |ne |n'en )?fau(?:t|dra|drait))\b",
    ),
    cue(
        "il convient",
        "deontic",
        1.0,
        Strength.RECOMMENDS,
        "il importe|convien|incombe|appartient|revient|lieu d",
        (
            r"\b(?P<verb>il (?:nous |leur |vous |lui )?(?:importe|convien(?:t|dra|drait)|incombe"
            r"|appartient|revient|y a lieu)) (?=[^;.]{0,120}?\b(?:de|d'|que|qu'))"
        ),
    ),
    cue(
        "il est essentiel",
        "deontic",
        1.0,
        Strength.RECOMMENDS,
        "il est|il reste|il demeure|il serait|il devient|c'est|jugeons|estim",
        (
            r"\b(?:il (?:est|reste|demeure|serait|devient|sera|nous (?:est|paraît|semble))"
            r"|(?:jugeons|estimons|juge|estime)) (?:(?!pas\b)[\w,'-]+ ){0,5}?(?P<verb>"
        )
        + _WANTED
        + (r")e? (?=(?:de|d'|que|qu'|pour)|[^;.]{1,60}?\b(?:de|d'|que|qu'))"),
    ),
    cue(
        "il y a urgence",
        "deontic",
        1.0,
        Strength.URGES,
        "urgence|le moment|l'heure|besoin",
        (
            r"\b(?P<verb>il y a (?:[\w'-]+ )?urgence|le moment est venu|l'heure est venue"
            "|le temps est venu|c'est le moment) (?:à|de|d'|pour|que)"
        ),
    ),
    cue(
        "est nécessaire",
        "need",
        0.85,
        Strength.RECOMMENDS,
        "nécessaire|indispensable|impérati|requis|primordial",
        (
            r"\b(?:est|sont|demeurent?|restent?|paraît|semble) (?:(?!une?\b|pas\b|le\b|la\b"
            r"|les\b)[\w'-]+ ){0,2}?(?P<verb>(?:nécessaire|indispensable|requis|requise"
            r"|impérative|impératif|primordiale?)s?)\b"
        ),
    ),
    cue(
        "est une priorité",
        "need",
        0.8,
        Strength.RECOMMENDS,
        "priorité",
        (
            r"\b(?:est|sont|reste|demeure) (?:donc )?(?P<verb>une priorité (?:absolue|urgente"
            r"|impérative)|impératif)\b"
        ),
    ),
    cue(
        "souligne la nécessité",
        "stress",
        1.0,
        Strength.URGES,
        "nécessité|besoin|urgence|importance|combien",
        _STRESS
        + (
            " (?:[^;.]{0,100}? )?(?:la |le |l'|sur la |sur l')?(?:nécessité|besoin|urgence"
            r"|importance) (?:[\w,'-]+ ){0,3}?(?:de|d'|du|que|qu'|des|pour|à)"
        ),
    ),
    cue(
        "nous avons besoin",
        "need",
        0.9,
        Strength.RECOMMENDS,
        "besoin",
        r"\b(?P<verb>(?:nous avons|le monde a) (?:[\w'-]+ ){0,2}?besoin) (?:de|d'|du|des|que)",
    ),
    cue(
        "a le devoir",
        "deontic",
        0.9,
        Strength.URGES,
        "devoir|responsabilité|obligation",
        (
            r"\b(?P<verb>(?:a|avons|ont) (?:\w+ )?(?:le|la|l'|une?"
            r"|pour) ?(?:[\w'-]+ ){0,2}?(?:devoir|responsabilité|obligation)) (?:[\w-]+ )?(?:de"
            "|d')"
        ),
    ),
    cue(
        "agissons",
        "modal",
        0.85,
        Strength.URGES,
        "ons",
        (
            r"(?:\A|, |[.:] )(?:alors |ensemble,? |ne )?(?P<verb>(?:agiss|sais(?:iss)|travaill"
            "|uniss|fais|mett|renforç|poursuiv|œuvr|engage|refus|construis|donn|préserv|luttons"
            "|lutt|mobilis|cess|veill|avanç|osons|os|soutien|protége)ons|soyons)(?=[ .,!-])"
        ),
    ),
)
