"""Works that are hard to cite, by name; `golden/<name>.txt` says how each style cites them."""

from typing import Any

from statements.citing.works import Day, Speaker, Work

PAGE = "https://on-record.example/statements/one/"
IOM = "International Organization for Migration"


def work(**given: Any) -> Work:
    usual: dict[str, Any] = {
        "ref": "abcdefghjk",
        "kind": "speech",
        "title": "Trafficking of persons in conflict",
        "title_is_ours": False,
        "language": "en",
        "speakers": (Speaker("Mr. Ashraf El Nour", "Director", IOM),),
        "day": Day(2017, 11, 21),
        "event": "8111th Security Council meeting",
        "place": "New York",
        "symbol": "S/PV.8111",
        "address": PAGE,
        "site": "On Record",
    }
    return Work(**(usual | given))


NOWHERE = {"event": "", "place": "", "symbol": ""}
STATES = ("Austria", "Belgium", "Chile", "Denmark")
CASES = {
    "speech": work(),
    "institution": work(
        kind="press_release", title="Who pays?", speakers=(Speaker(body="UNODC"),), **NOWHERE
    ),
    "person": work(speakers=(Speaker("Ms. Ana Li", "survivor and advocate"),)),
    "withheld_voice": work(speakers=(Speaker("", "A survivor"),)),
    "no_speaker": work(kind="other", speakers=(), **NOWHERE),
    "two_voices": work(speakers=(Speaker(body="Austria"), Speaker("Ms. Bo", "Minister", "Chile"))),
    "three_voices": work(speakers=tuple(Speaker(body=one) for one in STATES[:3])),
    "many_voices": work(
        kind="joint_statement", speakers=tuple(Speaker(body=f"State {n}") for n in range(1, 26))
    ),
    "month": work(day=Day(2017, 9)),
    "year": work(day=Day(2017)),
    "bracketed_day": work(day=Day(2017, 9, 27, is_ours=True)),
    "undated": work(day=None),
    "our_title": work(title="Remarks on shelter", title_is_ours=True),
    "quoted_title": work(title='“Safe” and "sound"'),
    "arabic": work(title="حماية الضحايا وفق S/2017/198", language="ar", place="عمّان"),
    "chinese": work(title="打击人口贩运", language="zh"),
    "markup": work(title="<b>A & B</b>", speakers=(Speaker(body="A <i>& B"),)),
    "words": work(quotation="Every State should give “shelter” to each victim."),
    "paragraph": work(quotation="Every State should give shelter.", paragraphs=(12, 12)),
    "two_paragraphs": work(quotation="Who gives shelter?", paragraphs=(12, 13)),
    "paragraphs": work(quotation="Give shelter.", paragraphs=(12, 14), **NOWHERE),
    "arabic_words": work(title="بيان", language="ar", quotation="نحث الدول على الحماية."),
}
