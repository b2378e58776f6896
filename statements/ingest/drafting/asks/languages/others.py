"""Arabic, Chinese and Russian: the words that call whatever stands around them, and no others."""

import re
from typing import Final

from statements.choices import Strength
from statements.ingest.drafting.asks.cues import Grammar, cue, doubt

_STEM = re.compile(r"[:：]\Z")

ARABIC: Final = Grammar(
    (
        cue(
            "ندعو",
            "call",
            1.0,
            Strength.URGES,
            "دعو|حث|ناشد|طالب|وصي|هيب",
            r"(?<!\w)[وف]?(?P<verb>[نأيت]دعو|[نأيت]حث|[نأيت]ناشد|[نأيت]طالب|نوصي|نهيب)\b",
        ),
        cue(
            "يجب",
            "modal",
            1.0,
            Strength.URGES,
            "يجب|ينبغي|يتعين|لا بد|الضروري|الواجب|حان الوقت|علينا أن",
            (
                r"(?<!\w)[وف]?(?P<verb>يجب|ينبغي|يتعين|لا بد|من الضروري|من الواجب|حان الوقت"
                r"|علينا أن)\b"
            ),
        ),
    ),
    (doubt("a prayer", "behind", 1.0, " الله", "call"),),
    re.compile(r"(?<!\w)و?(?P<verb>سنواصل|سنعمل|سوف نواصل|سنستمر|نلتزم|نجدد التزامنا)\b"),
    _STEM,
)
CHINESE: Final = Grammar(
    (
        cue(
            "呼吁",
            "call",
            1.0,
            Strength.URGES,
            "呼吁|敦促|促请|吁请|鼓励",
            "(?P<verb>呼吁|敦促|促请|吁请|(?<=我们)鼓励|(?<=中方)鼓励)",
        ),
        cue(
            "必须",
            "modal",
            1.0,
            Strength.URGES,
            "必须|应当|应该|应|需要|有必要",
            (
                "(?P<verb>必须|应当|应该|有必要|(?<![不所])需要|(?<![响反适相供对效回])应(?![对用急邀变付届援当该]))"
            ),
        ),
    ),
    (doubt("a question within", "before", 1.0, "(?:如何|怎样|为何|是否)[^,;，；。]{0,30}"),),
    re.compile("(?P<verb>(?:我们|中方|中国|我国)(?:将|愿|承诺|准备))"),
    _STEM,
)
RUSSIAN: Final = Grammar(
    (
        cue(
            "призываем",
            "call",
            1.0,
            Strength.URGES,
            "призыва|рекоменд|настаива|просим|требуем",
            (
                r"\b(?P<verb>призыва(?:ем|ю|ет|ют)|рекоменду(?:ем|ет)|настаива(?:ем|ет)|просим"
                r"|требуем)\b"
            ),
        ),
        cue(
            "должны",
            "modal",
            1.0,
            Strength.URGES,
            "долж|следует|необходимо|нужно|надо|важно|пора",
            (
                r"\b(?P<verb>долж(?:ен|на|но|ны)(?! был)|следует|необходимо|нужно|надо"
                r"|важно,? чтобы|пора)\b"
            ),
        ),
    ),
    (
        doubt(
            "a way of speaking",
            "behind",
            1.0,
            r" (?:отметить|напомнить|сказать|признать|вспомнить|добавить|учитывать)\b",
        ),
        doubt("as it should be", "before", 1.0, r"\bкак "),
        doubt("which of them", "before", 0.4, r"\bкотор\w+ "),
        doubt("a question within", "before", 1.0, r"\b(?:почему|зачем|если)\b[^,;:.]{0,60}"),
    ),
    re.compile(
        (
            r"\b(?:мы|Россия|наша страна) (?:\w+ )?(?P<verb>будем|будет|готов\w*|намерен\w*"
            r"|продолжим)\b"
        ),
        re.IGNORECASE,
    ),
    _STEM,
)
