"""What words find, on whichever database the tests run: the same set of hits for both."""

import pytest

from statements.catalogue import records, search
from statements.catalogue.search.query import (
    All,
    Any,
    Clause,
    Field,
    Near,
    Not,
    Phrase,
    Prefix,
    Query,
    Term,
)
from statements.catalogue.search.words import digestion, models
from tests.catalogue import build

pytestmark = pytest.mark.django_db

TEXTS = {
    1: "The victims of trafficking need shelter and re-integration.",
    2: "A shelter for each victim; see S/2017/l98 and resolution A/RES/71/322.",
    3: "Reintegration programmes. Trafficking-related offences. " + "the " * 300 + "end of it",
    4: "They protect women and girls, and women alone, from traffickers.",
}
FRENCH = {5: "L'esclavage des victimes exploitées est un crime. Les cases de la Case."}
ARABIC = {6: "حماية الضحايا والأطفال من الاتجار بالأشخاص"}
CHINESE = {7: "打击人口贩运，保护受害者"}


def statements() -> list[tuple[str, int, records.AnyRecord]]:
    by_language = {"en": TEXTS, "fr": FRENCH, "ar": ARABIC, "zh": CHINESE}
    return [
        ("statement", number, build.statement(str(number), text=text, language=language, title="T"))
        for language, texts in by_language.items()
        for number, text in texts.items()
    ]


@pytest.fixture(params=["as published", "digested", "words common"])
def corpus(request, monkeypatch) -> None:
    """The statements, with their words in each of the places where words are looked for."""
    if request.param == "words common":
        monkeypatch.setattr(digestion, "COMMON", 2)
    search.write(statements()[:4])
    if request.param != "as published":
        search.digest()
    search.write(statements()[4:])
    if request.param == "words common":
        search.digest()


def found(*clauses: Clause, kind: str = "statement") -> list[int]:
    return list(search.Finder(kind).hits(Query(clauses)))


@pytest.mark.usefixtures("corpus")
class HitsTests:
    @pytest.mark.parametrize(
        ("clause", "expected"),
        [
            (Term("shelters"), [1, 2]),
            (Term("VICTIM'S"), [1, 2, 5]),
            (Term("reintegration"), [1, 3]),
            (Term("re-integration"), [1, 3]),
            (All((Term("re"), Term("integration"))), [1, 3]),
            (Term("S/2017/198"), [2]),
            (Term("s/2017/l98"), [2]),
            (Term("71/322"), [2]),
            (Term("trafficking-related"), [3]),
            (Term("traffickingrelated"), [3]),
            (Term("esclavage"), [5]),
            (Term("exploitees"), [5]),
            (Term("ضحية"), [6]),
            (Term("للأطفال"), [6]),
            (Term("贩运"), [7]),
            (Term("人"), [7]),
            (Term("人口贩运"), [7]),
            (Term("nothing-of-the-kind"), []),
            (Term("..."), []),
            (Phrase(("victims", "of", "trafficking")), [1]),
            (Phrase(("of", "victims")), []),
            (Phrase(("re", "integration")), [1, 3]),
            (Phrase(("end", "of")), [3]),
            (Near(("shelter", "victim"), 3), [2]),
            (Near(("shelter", "victim"), 5), [1, 2]),
            (Near(("women", "girls"), 2), [4]),
            (Prefix("traff"), [1, 3, 4]),
            (Prefix("traffickin"), [1, 3, 4]),
            (Prefix("贩"), [7]),
            (Not(Term("trafficking")), [2, 5, 6, 7]),
            (Any((Term("women"), Term("esclavage"), Term("贩运"))), [4, 5, 7]),
            (Any((Term("women"), All((Term("shelter"), Not(Term("offences")))))), [1, 2, 4]),
            (Field("symbol", Term("A/RES/71/322")), [2]),
            (Field("symbol", Term("shelter")), []),
            (Field("title", Term("shelter")), []),
            (Field("title", Term("t")), [1, 2, 3, 4, 5, 6, 7]),
        ],
    )
    def test_of_one_clause(self, clause, expected):
        assert found(clause) == expected

    def test_of_no_clause_are_all(self):
        assert found() == [0, 1, 2, 3, 4, 5, 6, 7]

    def test_of_all_clauses(self):
        assert found(Term("shelter"), Term("victims"), Not(Term("S/2017/198"))) == [1]

    def test_of_another_kind_are_apart(self):
        assert found(Term("shelter"), kind="recommendation") == []

    def test_are_gone_with_what_is_erased(self):
        search.erase([("statement", 1), ("statement", 2)])

        assert found(Phrase(("victims", "of", "trafficking"))) == []
        assert found(Near(("shelter", "victim"), 8)) == []
        assert found(Field("symbol", Term("A/RES/71/322"))) == []
        assert found(Phrase(("end", "of"))) == [3]

    def test_are_the_same_when_all_is_written_again(self):
        words = [Term(word) for word in ("shelter", "re-integration", "تجار", "贩运")]
        before = [found(word) for word in words]
        wanted = statements()

        renewal = search.Renewal()
        differences = [*renewal.renew(wanted[:3]), *renewal.renew(wanted[3:]), *renewal.end()]

        assert differences == []
        assert [
            found(Term(word)) for word in ("shelter", "re-integration", "تجار", "贩运")
        ] == before

    def test_that_were_wrong_are_told_when_all_is_written_again(self):
        search.erase([("statement", 1)])
        other = ("statement", 2, build.statement("2", text="Something else", title="T"))
        renewal = search.Renewal()

        differences = [*renewal.renew([statements()[0], other]), *renewal.end()]

        assert differences == [
            "statement 1: its words were missing",
            "statement 2: its words were others",
            *(f"statement number {n}: its words were too much" for n in (3, 4, 5, 6, 7)),
        ]
        assert found(Term("something")) == [2]


class BeginningTests:
    """Words are kept as stems: what is typed of one may be longer than what is kept."""

    @pytest.fixture(autouse=True)
    def _written(self):
        texts = ["An intern was heard.", "Of international concern.", "Trafficking of persons."]
        search.write(
            ("statement", number, build.statement(str(number), text=text, title="T"))
            for number, text in enumerate(texts)
        )

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("intern", [0, 1]),
            ("interna", [1]),
            ("internation", [1]),
            ("international", [1]),
            ("interns", [0]),
            ("trafficki", [2]),
            ("traffickin", [2]),
            ("traffickers", [2]),
            ("traffickless", []),
        ],
    )
    def test_finds_what_goes_on_so(self, typed, expected):
        assert found(Prefix(typed)) == expected


class EmptiedTests:
    def test_finds_nothing_of_what_was_there_before(self):
        search.write(statements()[:2])
        for model in (
            models.Digest,
            models.Word,
            models.WordBitmap,
            models.RareWord,
            models.WordCounts,
        ):
            model.objects.all().delete()

        search.write([("statement", 1, build.statement("1", text="Something else", title="T"))])

        assert found(Term("shelter")) == []
        assert found(Term("something")) == [1]
