"""Whole patterns for Arabic and Chinese, where no capital tells a name from other words."""

from collections.abc import Mapping

_HAN = r"[\u4e00-\u9fff·]"
_ARABIC = r"[\u0621-\u064a]"
_SPACE = r"[ \t]{1,4}"
# "A boy", "and the girl", "for her daughter": particles are written together with the word.
_CHILD_AR = (
    r"(?<!\w)[وفبلك]{0,2}(?:ال)?(?:فتاة|فتى|طفلة|طفل|ابنة|ابنتي|ابنتها|ابنته|ابني|ابنها|صبية|صبي"
    r"|قاصرة|قاصر|مراهقة|مراهق|رضيعة|رضيع|تلميذة|تلميذ|شقيقتها|شقيقها|أختي|أختها|أخي|أخوها)(?!\w)"
)
_NUMBER = r"[0-9٠-٩]{1,2}"
_YEARS_AR = r"(?:عاما|عامًا|عاماً|عام|سنة|سنوات|سنين)(?!\w)"
_AGED_AR = (
    rf"(?:(?:البالغة?|يبلغ|تبلغ|بالغة?){_SPACE}(?:من{_SPACE}العمر{_SPACE})?|عمر(?:ها|ه){_SPACE})"
    rf"{_NUMBER}"
)
_CHILD_ZH = (
    r"(?:女孩|男孩|女童|男童|儿童|少女|少年|女儿|儿子|未成年人|女学生|男学生|学生|孩子|妹妹|弟弟)"
)
_SHELTER_ZH = r"(?:庇护所|收容所|安全屋|避难所|救助站)"

PATTERNS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "ar": {
        "age": (
            rf"(?<!\w){_ARABIC}{{2,15}}(?:{_SPACE}{_ARABIC}{{2,15}}){{0,2}}[ \t]?[،,(][ \t]?"
            rf"{_NUMBER}{_SPACE}{_YEARS_AR}",
        ),
        "minor": (
            rf"{_CHILD_AR}[،,]?{_SPACE}(?:{_AGED_AR}|{_NUMBER}{_SPACE}{_YEARS_AR})",
            rf"{_CHILD_AR}[،,]?{_SPACE}(?:في|بعمر){_SPACE}(?:ال\w{{3,8}}{_SPACE}من{_SPACE}"
            rf"(?:عمرها|عمره|العمر)|{_NUMBER}(?:{_SPACE}{_YEARS_AR})?)",
        ),
    },
    "zh": {
        "age": (rf"(?<!{_HAN}){_HAN}{{2,6}}[ ]?[，,（(][ ]?\d{{1,2}}[ ]?岁(?!以[下上])",),
        "minor": (
            rf"\d{{1,2}}[ ]?岁(?!以[下上])的?{_HAN}{{0,4}}?{_CHILD_ZH}",
            rf"{_CHILD_ZH}[，,（(]?[ ]?(?:年仅|今年|才)?\d{{1,2}}[ ]?岁(?!以[下上])",
        ),
        "shelter": (
            rf"{_SHELTER_ZH}[^\n。；]{{0,10}}?(?:位于|坐落在|地址[是为：:]?)[^\n。；，]{{2,20}}",
            rf"(?:位于|坐落在){_HAN}[^\n。；，]{{1,20}}的{_SHELTER_ZH}",
        ),
        "case": (
            r"[（(]\d{4}[）)]\w{1,4}?\d{0,4}[民刑行执]\w{0,3}?\d{1,6}号",
            r"(?:案件|案卷|护照|身份证|签证)(?:编号|号码|号)?[ \t：:为是]{0,4}"
            r"[A-Z]{0,3}\d[\dA-Z/-]{3,30}",
        ),
        "address": (
            rf"{_HAN}{{1,10}}(?:路|街|大道|胡同|巷)[ ]?[\d一二三四五六七八九十百]{{1,5}}[ ]?号",
        ),
        "contact": (
            r"(?:联系人|联络人|媒体联系|新闻联系|媒体垂询)[ ]?[：:][ ]?[^\n，。；,;]{2,20}",
        ),
    },
}
