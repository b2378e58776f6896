"""Which of the four Ps a call is about, by its words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from statements.choices import Pillar

# Beginnings of words in English, French and Spanish: those that name a pillar, then those that
# only lean to it.
_NAMING: Mapping[Pillar, str] = {
    Pillar.PREVENTION: (
        "prevent préven preven driver awareness sensibilis sensibiliz concienci poverty pauvreté"
        " pobreza inequal inégal desigual recruit recrut contratación early-warning deterr pathway"
        " disarm désarm desarme eradicat éradiqu erradic extremis extrémis counter-terroris refrain"
        " nuclear nucléair escalat"
    ),
    Pillar.PROTECTION: (
        "protect protég protèg protec proteg victim víctima survivor survivant sobreviviente"
        " shelter albergue refug réfug rehabilit réhabilit reintegrat réinser réintégr reintegra"
        " reinser assist asistencia identif referral humanitari asylum asile asilo dignit dignid"
        " health santé salud remed compensat indemnis indemniz reparac restor resettl"
        " aid attaques attacks"
    ),
    Pillar.PROSECUTION: (
        "prosecut poursui enjuici procesar investigat enquêt investig accountab impunit impunid"
        " justice justicia legislat législat legislac law laws loi lois ley leyes criminalize"
        " criminalise tipific penal pénal punish punir castig sanción sanction court courts"
        " tribunal perpetrat auteurs perpetrador trafficker trafiquant tratante convict judicia"
        " police policía extradit dismantl disrupt démantel desmantel comptable rendición"
        " law-enforcement jurisdict"
    ),
    Pillar.PARTNERSHIP: (
        "cooperat co-operat coopér coopera coordinat co-ordinat coordonn coordina partner"
        " partenari alianza collaborat collabor colabora together ensemble juntos conjunt joint"
        " funds funded funding financ resource ressource recursos contribut contribu donor donante"
        " donateur data données datos sharing share partage compart intercambi participat particip"
        " inclusi inclusion representation représentation dialog multilateral multilatéral"
        " technical capacity-building synerg solidar mediator médiat mediador associer stakeholder"
        " unity unité unidad"
    ),
}
_LEANING: Mapping[Pillar, str] = {
    Pillar.PREVENTION: (
        "terroris technolog online internet climat risk risque riesgo conflict conflit conflicto"
        " halt educat éducat educac arms armas weapon causes peace paix paz tackle stop threat"
        " amenaza menace develop demand demande vulnerabilities security sécurité"
    ),
    Pillar.PROTECTION: (
        "vulnerab vulnérab children child enfant niñ women femme mujer girls filles migrant"
        " civilian civils civiles rights droits derechos access support safe care return"
        " minors displaced soutien services apoyo violence"
    ),
    Pillar.PROSECUTION: (
        "crime criminal border frontera frontière statute ratif obligation traduire responsable"
        " delito convention protocol atrocit genocide illicit"
    ),
    Pillar.PARTNERSHIP: (
        "collective colectiv leader actors acteurs actores implement exchange expertise expert"
        " commitment engagement compromiso mechanism process organization organisation"
        " organizac"
    ),
}
_PHRASES: Mapping[Pillar, re.Pattern[str]] = {
    Pillar.PREVENTION: re.compile(
        r"root causes?|causes profondes|causas (?:profundas|fundamentales|estructurales)"
        r"|demand (?:side|for|that)|suppl\w+ chains?|decent work\w*|working conditions"
        r"|regular migration|migración regular|must stop|not be tolerated|counter-terrorism"
    ),
    Pillar.PROTECTION: re.compile(r"women and girls|return to their|human rights of|access to"),
    Pillar.PROSECUTION: re.compile(
        r"\bheld (?:\w+ ){0,2}account|hold \S+(?: \S+){0,8} accountable|to account\b|rendre compte"
        r"|law[- ]\s?enforcement|traduire en justice|ante la justicia|rule of law"
        r"|criminal (?:justice|groups?)"
    ),
    Pillar.PARTNERSHIP: re.compile(
        r"civil society|société civile|sociedad civil|private sector|secteur privé|sector privado"
        r"|capacity[- ]building|renforcement des capacités|work(?:ing)? together"
        r"|information[- ]sharing"
    ),
}
_NAMED, _LEANED, _PHRASED = 2.0, 0.75, 2.5
# Words behind the call say what is asked for; those before it, in which matter.
_ASKED = 2.0
_AROUND = 0.5
_ENOUGH = 1.5
_WORD = re.compile(r"[^\W\d_][\w-]*")


def pillar(words: str, asked: int = 0, around: str = "") -> Pillar | None:
    """Return the pillar whose words weigh most; `asked` is where in `words` the asking begins.

    `around` is the paragraph: it decides where the words themselves tell little.
    """
    weights: dict[Pillar, float] = defaultdict(float)
    parts = ((words[:asked], 1.0), (words[asked:], _ASKED), (around, _AROUND))
    for part, factor in parts:
        for of, weight in _weights_in(part.lower()):
            weights[of] += factor * weight
    best = max(Pillar, key=lambda of: weights[of])
    return best if weights[best] >= _ENOUGH else None


def _weights_in(words: str) -> Iterator[tuple[Pillar, float]]:
    for word in _WORD.findall(words):
        yield from _weights(word)
    for of, phrases in _PHRASES.items():
        if found := phrases.findall(words):
            yield of, _PHRASED * len(found)


@lru_cache(maxsize=16_384)
def _weights(word: str) -> tuple[tuple[Pillar, float], ...]:
    """Return the pillars that a word names or leans to."""
    return tuple(
        (of, weight)
        for of in Pillar
        for weight, beginnings in ((_NAMED, _NAMING[of]), (_LEANED, _LEANING[of]))
        if word.startswith(tuple(beginnings.split()))
    )
