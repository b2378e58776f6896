"""The fields that can be typed before a colon, in the six languages of the United Nations.

A field that names a parameter of the lists becomes that parameter; the others stay in the query.
"""

from collections.abc import Mapping
from typing import Final

# A field's own name, which addresses use, and the words that mean it.
WORDS: Final[Mapping[str, str]] = {
    "country": "country countries state pays país pais страна دولة الدولة بلد البلد 国家 國家",
    "by": "by from par por de от من 来自",
    "to": "to asked à a para к إلى الى 致",
    "theme": "theme themes topic subject thème tema тема موضوع الموضوع 主题 主題",
    "group": "group groups groupe grupo группа فئة الفئة 群体 群體",
    "form": "form forms forme forma форма شكل الشكل 形式",
    "instrument": "instrument treaty traité traite tratado договор صك الصك معاهدة 文书 條約 条约",
    "body": "body organ organe órgano organo орган هيئة الهيئة 机构 機構",
    "actor": "actor actors acteur актор جهة الجهة 行为者",
    "event": "event meeting événement evenement evento reunión reunion событие حدث الحدث 活动",
    "campaign": "campaign campagne campaña campana кампания حملة الحملة 运动",
    "tag": "tag tags étiquette etiquette etiqueta метка وسم الوسم 标签",
    "kind": "kind type genre tipo вид тип نوع النوع 类型",
    "pillar": "pillar pilier pilar столп ركيزة الركيزة 支柱",
    "language": "language lang langue idioma язык لغة اللغة 语言",
    "year": "year année annee año ano год سنة السنة عام 年 年份",
    "date": "date dated fecha дата تاريخ التاريخ 日期",
    "since": "since after depuis après apres desde с после منذ 自",
    "until": "until before jusque avant hasta до حتى 至",
    "title": "title titre título titulo название عنوان العنوان 标题",
    "speaker": "speaker orateur oratrice orador oradora оратор متحدث المتحدث 发言人",
    "symbol": "symbol cote signatura символ رمز الرمز 文号",
}
OF_WORD: Final[Mapping[str, str]] = {
    word: name for name, words in WORDS.items() for word in words.split()
}

# They stand in the query; every other field is a parameter, or two.
KEPT: Final = frozenset({"title", "speaker", "symbol"})
DATES: Final = frozenset({"date", "since", "until", "year"})


def of(word: str) -> str:
    """Return the name of the field that a word means, or ""."""
    return OF_WORD.get(word.casefold(), "")
