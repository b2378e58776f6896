"""How people head their columns, in six languages; before all as our own files do."""

from collections.abc import Mapping
from typing import Final

# The likelier a heading means the field, the earlier it stands. Folded as `mapping` does it.
_SHARED: Final[Mapping[str, str]] = {
    "ref": "ref|reference|permanent reference|référence|referencia|ссылка на запись",
    "kind": "kind|type|document type|genre|nature|tipo|clase|вид|тип|类型|النوع",
    "themes": "themes|theme|topics|topic|thèmes|thème|temas|tema|темы|тема|主题|المواضيع|الموضوع",
    "groups": "groups|group|affected groups|groupes|groupes concernés|grupos|grupos afectados|"
    "группы|затронутые группы|群体|受影响群体|الفئات|الفئات المتضررة",
    "forms": "forms|forms of exploitation|formes|formes d'exploitation|formas|"
    "formas de explotación|формы|формы эксплуатации|剥削形式|أشكال الاستغلال",
}
_OF_STATEMENTS: Final[Mapping[str, str]] = {
    "key": "key|id|no|number|nr|row|clé|numéro|n°|clave|número|номер|№|编号|序号|الرقم|رقم",
    "title": "title|titre|título|titulo|название|заголовок|标题|العنوان",
    "title_is_ours": "title_is_ours|our title",
    "text": "text|full text|texte|texto|текст|文本|正文|النص|body|statement text",
    "language": "language|language of the text|lang|langue|idioma|lengua|язык|语言|اللغة",
    "text_version": "text_version|version of the text|version du texte|versión del texto|"
    "версия текста|文本版本|نسخة النص",
    "delivered": "delivered|date delivered|date of delivery|delivered on|date|prononcé le|"
    "date du discours|fecha|pronunciado|дата выступления|дата|发言日期|日期|تاريخ الإلقاء|التاريخ",
    "delivered_source": "delivered_source",
    "published": "published|date published|publication date|published on|publié le|"
    "date de publication|publicado|fecha de publicación|дата публикации|发布日期|تاريخ النشر",
    "published_source": "published_source",
    "speakers": "speakers|speaker|voices|delivered by|orateurs|orateur|oratrice|oradores|orador|"
    "oradora|ораторы|оратор|выступающий|发言人|发言者|المتحدثون|المتحدث|المتكلم",
    "voices_name": "voices_name|speaker name|name of the speaker",
    "voices_actor": "voices_actor|speaker state|state|organisation|organization|actor|état|estado|"
    "государство|国家或组织|الدولة",
    "voices_role": "voices_role|role|function|fonction|función|должность|职务|المنصب",
    "voices_capacity": "voices_capacity",
    "event": "event|meeting|événement|réunion|séance|evento|reunión|мероприятие|заседание|会议|"
    "活动|الاجتماع|الحدث",
    "source_url": "source_url|source address|source url|url|link|address|lien|adresse|enlace|"
    "dirección|адрес|ссылка|链接|网址|الرابط",
    "source_note": "source_note|source|fuente|источник|来源|المصدر",
    "webcast_url": "webcast_url|webcast|video|vidéo|vídeo|видео|视频|الفيديو",
    "webcast_offset": "webcast_offset|begins at",
    "countries": "countries|countries named|country|pays|países|país|страны|страна|国家|البلدان|"
    "البلد",
}
_OF_RECOMMENDATIONS: Final[Mapping[str, str]] = {
    "statement": "statement_ref|statement|statement reference|statement address|statement title|"
    "statement key|statement_url|déclaration|discours|declaración|discurso|заявление|выступление|"
    "声明|发言|البيان",
    "words": "words|exact words|passage|recommendation|quote|text|recommandation|citation|texte|"
    "recomendación|cita|texto|рекомендация|цитата|текст|建议|原文|التوصية|النص",
    "start": "passage_start",
    "short_form": "short_form|short form|summary|résumé|resumen|краткая форма|摘要|الصيغة المختصرة|"
    "short_form_en|short form in english|short form (english)|forme abrégée en anglais|"
    "forma breve en inglés|краткая форма на английском|英文摘要|الصيغة المختصرة بالإنجليزية",
    "short_form_ar": "short_form_ar|short form in arabic|short form (arabic)|"
    "forme abrégée en arabe|forma breve en árabe|краткая форма на арабском|阿拉伯文摘要|"
    "الصيغة المختصرة بالعربية",
    "short_form_es": "short_form_es|short form in spanish|short form (spanish)|"
    "forme abrégée en espagnol|forma breve en español|краткая форма на испанском|西班牙文摘要|"
    "الصيغة المختصرة بالإسبانية",
    "short_form_fr": "short_form_fr|short form in french|short form (french)|"
    "forme abrégée en français|forma breve en francés|краткая форма на французском|法文摘要|"
    "الصيغة المختصرة بالفرنسية",
    "short_form_ru": "short_form_ru|short form in russian|short form (russian)|"
    "forme abrégée en russe|forma breve en ruso|краткая форма на русском|俄文摘要|"
    "الصيغة المختصرة بالروسية",
    "short_form_zh": "short_form_zh|short form in chinese|short form (chinese)|"
    "forme abrégée en chinois|forma breve en chino|краткая форма на китайском|中文摘要|"
    "الصيغة المختصرة بالصينية",
    "addressees": "addressees_actor|asked_of|asked of|addressees|addressee|destinataires|"
    "destinataire|destinatarios|destinatario|адресаты|адресат|对象|المخاطبون|المخاطب",
    "addressed_as": "addressed_as|addressed as",
    "verb": "verb|verbe|verbo|глагол|动词|الفعل",
    "strength": "strength|force|fuerza|сила|强度|القوة",
    "pillar": "pillar|pilier|pilar|компонент|支柱|الركيزة",
    "tags": "tags|tag|labels|étiquettes|etiquetas|метки|теги|标签|الوسوم",
}


def _split(*of: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(said.split("|")) for one in of for name, said in one.items()}


HEADINGS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "statements": _split(_OF_STATEMENTS, _SHARED),
    "recommendations": _split(_OF_RECOMMENDATIONS, _SHARED),
}
