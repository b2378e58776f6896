"""Cut a paragraph into sentences, as spans of its words.

The words are a page's: in one line, with straight quotation marks and single spaces.
"""

import re

# A point behind these ends no sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st no nos art arts sr sra srs sres excmo excma mme m mm e.g i.e vs para paras cf"
    " gen lt col sgt capt prof hon rev jr op cit p pp vol vols res inc ltd co corp sec sen rep gov"
    " amb jan feb mar apr jun jul aug sep sept oct nov dec núm pág págs ee uu fig ed al etc approx"
    " ext tel mons h.e s.e lic ing dra messrs mgr ch chap".split()
)
# Words that begin a sentence even behind an abbreviation such as "U.S."
_BEGINNERS = frozenset(
    "The We It This These Those That In I Our At As To For On But And However They He She There "
    "Le La Les Nous Il Elle Ce El Los Las En Es Se".split()
)
_END = re.compile(
    r"[.!?…]{1,8}[\"')\]]{0,3}(?:\d{1,2})?\s+(?=[\"'(\[¿¡]{0,3} ?[^\W_a-zà-öø-ÿ])"
    r"|(?<=[a-zà-ÿ)]{2})[.!?](?=[A-ZÀ-Þ][a-zà-ÿ]{1,20} )"
    r"|[。！？]{1,4}[\"'」』）]{0,2}\s*|[؟۔]{1,4}[\"')]{0,2}\s+"
)
_LAST_WORD = re.compile(r"[\w.'-]{1,20}\Z")
_INITIAL = re.compile(r"(?:\w\.)*[A-ZÀ-Þ]\Z")
_NUMBER = re.compile(r"\d{1,3}\Z")
_MARKER = re.compile(r"[\s\"']{0,3}(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)/]\s+|\(\w{1,4}\)\s+)")
_EDGE = " \t\"'"
# What a quotation leaves of the sentence around it: ", he said, calling on ..."
_LEFT_OVER = ",;:.-"


def sentences(words: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the spans of the sentences of `words[start:end]`, without quotation marks around."""
    end = len(words) if end is None else end
    spans = []
    marker = _MARKER.match(words, start, end)
    begin = marker.end() if marker else start
    position = begin
    while found := _END.search(words, position, end):
        position = found.end()
        if _ends(words, begin, found):
            spans.append((begin, found.end()))
            begin = position
    spans.append((begin, end))
    return [span for span in (_trimmed(words, *span) for span in spans) if span[0] < span[1]]


def _ends(words: str, begin: int, found: re.Match[str]) -> bool:
    """Say whether the point that was `found` ends a sentence, and no abbreviation or number."""
    if found[0][0] != ".":
        return True
    before = _LAST_WORD.search(words, max(begin, found.start() - 20), found.start())
    if not before:
        return True
    word = before[0]
    if word.lower().lstrip(".") in _ABBREVIATIONS:
        return False
    if _NUMBER.fullmatch(word) and before.start() == begin:
        return False
    if _INITIAL.fullmatch(word):
        following = words[found.end() : found.end() + 20].split(" ")[0]
        return "." in word and following in _BEGINNERS
    return True


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    while start < end and words[start] in _EDGE + _LEFT_OVER:
        start += 1
    while start < end and words[end - 1] in _EDGE + ",":
        end -= 1
    return start, end
