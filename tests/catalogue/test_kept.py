"""What the index of a process keeps of the answers that it gave, as long as its revision stands."""

from dataclasses import replace

import pytest

from statements.catalogue import filters, revision, search, select, store
from statements.catalogue.postings import index
from statements.catalogue.selection import Selection, Value
from tests.catalogue import build

pytestmark = pytest.mark.django_db

ALL = Selection(kind="statement")


class KeptTests:
    """What words found, which may be of a later revision until it is proven."""

    def test_gives_answers_that_another_thread_drives_out(self):
        store.put(build.statement("a"))
        present = index.present()

        class Question:
            """Lets another thread prove what there is and drive it out whenever it is looked up."""

            def __hash__(self) -> int:
                present._unproven, present._kept = {}, {}
                return 1

        assert present.kept(Question(), lambda: "answer") == "answer"

    def test_keeps_answers_once_they_are_proven(self, django_assert_num_queries):
        store.put(build.statement("a"))
        present = index.present()
        given = present.kept("asked", lambda: "answer")

        # Which revision is present; nothing where nothing was found since.
        with django_assert_num_queries(1):
            present.prove()
        with django_assert_num_queries(0):
            present.prove()
        assert (given, present.kept("asked", lambda: "another")) == ("answer", "answer")

    def test_tells_each_who_took_an_answer_that_it_may_be_of_later(self):
        store.put(build.statement("a"))
        present = index.present()
        present.kept("asked", lambda: "answer")
        store.put(build.statement("later"))

        for _thread in range(2):
            assert present.kept("asked", lambda: "another") == "answer"
            with pytest.raises(index.Outrun):
                present.prove()

    def test_gives_what_another_thread_found_first(self):
        """That is being proven, and what is found now may be of later."""
        store.put(build.statement("a"))
        present = index.present()

        def find() -> str:
            present.kept("asked", lambda: "first")
            return "second"

        assert present.kept("asked", find) == "first"

    def test_leaves_unproven_what_was_found_again(self, monkeypatch):
        """Another thread proves the same, and a third finds it again, of a later revision."""
        store.put(build.statement("a"))
        present = index.present()
        first, later = object(), object()
        present.kept("asked", lambda: first)
        seen = revision.seen

        def meanwhile():
            present._unproven = {"asked": later}
            return seen()

        with monkeypatch.context() as patched:
            patched.setattr(revision, "seen", meanwhile)
            present.prove()
        store.put(build.statement("later"))

        assert present.kept("asked", object) is later
        with pytest.raises(index.Outrun):
            present.prove()

    def test_starts_over_before_it_says_that_there_is_no_such_page(self):
        store.put_all([build.statement(one, text="A shelter.") for one in "ab"])
        second = replace(filters.read("statement", {"q": ["shelter"]}), page=2)

        with revision.pinned():
            select.select(ALL)
            store.put(build.statement("a", text="A shelter, anew."))

            assert select.select(second, size=1).pages == 2

    def test_reads_of_words_no_more_than_it_must(self, django_assert_num_queries):
        text = "A shelter for survivors near the border."
        store.put_all([build.statement(one, text=text) for one in "abc"])
        search.digest()

        def found(word: str) -> int:
            return select.select(filters.read("statement", {"q": [word]})).total

        with revision.pinned():
            found("survivor")
            # Where the word stands, which ranks it, too; the cards; the revision again.
            with django_assert_num_queries(3):
                assert found("shelter") == 3
            # The first page again has nothing to find.
            with django_assert_num_queries(1):
                assert found("shelter") == 3


class CountedTests:
    """What goes with one parameter alone is counted once, as long as nothing is published."""

    @pytest.fixture
    def asked(self, monkeypatch):
        """What is counted of the speeches, one name after the other."""
        counted, names = index.Index.counted, []

        def counting(present, asked, count):
            def told():
                names.append(asked[1])
                return count()

            return counted(present, asked, told)

        monkeypatch.setattr(index.Index, "counted", counting)
        return names

    @pytest.fixture
    def speeches(self):
        day = build.date("2017-05-05")
        store.put_all([build.statement(ref, delivered=day) for ref in "abc"])
        return replace(ALL, values={"kind": (Value("speech", "speech", "Speech"),)})

    def test_is_counted_once(self, asked, speeches):
        first = select.select(speeches, size=1)
        before = [*asked]
        second = select.select(replace(speeches, page=2), size=1)

        assert "year" in before
        assert asked == before
        assert second.counts == first.counts

    def test_serves_a_list_that_another_parameter_narrows_further(self, asked, speeches):
        year = {"year": (Value("2017", "2017", "2017"),)}
        select.select(speeches)
        before = [*asked]
        select.select(replace(speeches, values={**speeches.values, **year}))

        # The kinds of that year are new, the years of that kind are not.
        assert asked[len(before) :] == ["kind"]

    def test_is_counted_anew_after_a_publication(self, speeches):
        before = select.select(speeches).counts["year"]
        store.put(build.statement("d", delivered=build.date("2017-06-06")))

        assert before == {"2017": 3}
        assert select.select(speeches).counts["year"] == {"2017": 4}
