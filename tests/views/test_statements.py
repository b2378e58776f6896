"""The page of a statement: its words, their marks, the notes beside them."""

import re
from dataclasses import replace

import pytest

from statements.catalogue import records, store
from statements.views import colophon, reading
from statements.views.names import Names
from tests.catalogue import build
from tests.views import corpus

pytestmark = pytest.mark.usefixtures("on_record")


def read(client, slug: str = "slug-speech") -> str:
    response = client.get(f"/statements/{slug}/")

    assert response.status_code == 200
    # The head says it all once more, to machines.
    body = response.content.decode().partition("<body>")[2]
    return re.sub(r"\s+", " ", body)


class FactsTests:
    def test_say_who_spoke_for_whom_where_and_when(self, client):
        page = read(client)

        assert re.search(r"Delivered by ?</dt> <dd> ?Ms. Aa <span[^>]*>Minister", page)
        assert '<dt>For</dt> <dd><a href="/countries/pk/">Pakistan</a></dd>' in page
        assert '<a href="/events/slug-meeting/">The meeting</a>' in page
        assert '<time datetime="2017-09-27">27 September 2017</time>' in page

    def test_say_who_issued_what_nobody_spoke(self, client):
        page = read(client, "slug-release")

        assert re.search(r'Issued by ?</dt> <dd> ?<a href="/actors/slug-unodc/">UNODC</a>', page)
        assert "Delivered" not in page

    def test_say_who_is_only_heard(self, client):
        quoted = build.voice("unodc", capacity="quoted", name="Mr. Bb", role="Director")
        statement = corpus.speech()
        store.put(replace(statement, voices=(*statement.voices, quoted)))

        page = read(client)

        assert re.search(r"<dt>Quoted</dt> <dd> <ul> <li> ?Mr. Bb <span[^>]*>Director", page)

    def test_name_those_who_sign_together_in_one_row(self, client):
        signing = [build.voice(one, capacity="co_signs") for one in ("iraq", "unodc")]
        statement = corpus.speech()
        store.put(replace(statement, voices=(*statement.voices, *signing)))

        page = read(client)

        assert page.count("<dt>Co-signed by</dt>") == 1
        assert re.search(r"<dd><a [^>]+>Iraq</a> and <a [^>]+>UNODC</a></dd>", page)

    def test_name_each_person_who_signs(self, client):
        signing = [build.voice("iraq", capacity="co_signs", name=name) for name in ("A. A", "B. B")]
        statement = corpus.speech()
        store.put(replace(statement, voices=(*statement.voices, *signing)))

        assert read(client).count("<dt>Co-signed by</dt>") == 2

    def test_do_not_make_one_of_several_who_are_not_named(self, client):
        signing = [build.voice(one, capacity="co_signs") for one in ("iraq", None, None)]
        statement = corpus.speech()
        store.put(replace(statement, voices=(*statement.voices, *signing)))

        page = read(client)

        assert page.count("<dt>Co-signed by</dt>") == 3
        assert page.count("a person not named") == 2

    def test_say_where_editors_know_a_date_from(self, client):
        day = records.Date(on=build.date("2017-09-27").on, precision="day", source="A/72/PV.25")
        store.put(replace(corpus.speech(), delivered=day))

        page = read(client)

        assert "[27 September 2017]" in page
        assert "date known from A/72/PV.25" in page

    def test_say_that_a_title_is_ours(self, client):
        assert "The title is ours." not in read(client)

        store.put(replace(corpus.speech(), title_is_ours=True))

        assert "The title is ours." in read(client)

    def test_do_not_name_a_withheld_voice(self, client):
        voice = build.voice(None, name="", role="A survivor")
        store.put(replace(corpus.release(), voices=(voice,)))

        assert "a person not named" in read(client, "slug-release")

    def test_count_many_countries_and_list_them_at_the_foot(self, client):
        for code in ("at", "be", "cz"):
            store.put(build.term("country", code))
        store.put(replace(corpus.speech(), countries=("pk", "iq", "cz", "be", "at")))

        page = read(client)

        assert '<a href="#countries">names 5 countries</a>' in page
        foot = page.split('id="countries"')[1]
        assert re.findall(r'href="/countries/(\w+)/"', foot)[:5] == ["at", "be", "cz", "iq", "pk"]


class ReadingTests:
    def test_marks_the_passage_where_its_link_leads(self, client):
        page = read(client)

        mark = '<mark class="passage protection ask" id="rspeech-ask" data-refs="speech-ask">'
        assert f"{mark}{corpus.CALL}</mark>" in page

    def test_puts_the_note_after_its_paragraph(self, client):
        page = read(client)

        assert page.index(corpus.CALL) < page.index('id="nspeech-ask"')
        assert page.index('id="nspeech-ask"') < page.index(corpus.PROMISE)

    def test_note_says_who_is_asked_for_what(self, client):
        page = read(client)

        assert 'Asked of <a href="/countries/iq/">Iraq</a>:' in page
        assert "Give every victim a bed" in page
        to_words = '<a href="#rspeech-ask" data-link-to-words>'
        assert f"{to_words}Link to these words" in page
        assert '<a href="/recommendations/speech-ask/#cite">Cite' in page
        assert '<a href="/recommendations/speech-ask/">Recommendation' in page
        assert 'Campaign: <a href="/campaigns/slug-shelter-for-all/">shelter-for-all</a>' in page

    def test_note_without_a_short_form_says_only_who_is_asked(self, client):
        statement = corpus.speech()
        bare = tuple(replace(one, short_form="") for one in statement.recommendations)
        corpus.publish(replace(statement, recommendations=bare))

        page = read(client)

        assert 'Asked of <a href="/countries/iq/">Iraq</a></strong>' in page
        assert 'Promised by <a href="/countries/pk/">Pakistan</a></strong>' in page
        assert page.count(corpus.CALL) == 1

    def test_note_without_a_short_form_says_that_nobody_is_asked(self, client):
        text = "Shelter must be given."
        ask = build.recommendation("bare", passage=corpus.passage(text, text))
        store.put(build.statement("bare", text=text, recommendations=(ask,)))

        assert "Asked of nobody by name</strong>" in read(client, "slug-bare")

    def test_note_tells_a_promise_apart(self, client):
        page = read(client)

        assert 'Promised by <a href="/countries/pk/">Pakistan</a>:' in page
        assert re.search(r'<div class="note +commitment" id="nspeech-promise" role="note"', page)
        assert 'aria-label="Commitment 2: promised by Pakistan"' in page

    def test_numbers_are_links_that_say_where_they_lead(self, client):
        name = "Recommendation 1: Protection, asked of Iraq"
        assert f'" href="#nspeech-ask" aria-label="{name}">1</a>' in read(client)

    def test_the_text_has_a_heading_of_its_own(self, client):
        page = read(client)

        assert page.index("</h1>") < page.index("The text</h2>") < page.index(corpus.LEAD_IN)

    def test_keeps_the_language_of_the_words(self, client):
        store.put(build.statement("arabic", language="ar", title="بيان", text="السيد الرئيس"))

        page = read(client, "slug-arabic")

        assert '<p class="words" id="p1" lang="ar" dir="rtl">السيد الرئيس</p>' in page

    def test_gives_each_paragraph_an_address(self, client):
        page = read(client)

        assert f'id="p2" lang="en" dir="ltr">{corpus.LEAD_IN}</p>' in page
        assert re.search(f'id="p3" lang="en" dir="ltr"><mark[^>]*>{corpus.CALL}</mark>', page)

    def test_escapes_the_words(self, client):
        store.put(build.statement("odd", text="<script>alert(1)</script> & more"))

        page = read(client, "slug-odd")

        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page


class RowsTests:
    def rows(self, text: str, *words: str) -> list[reading.Row]:
        asks = tuple(
            build.recommendation(f"r{number}", number=number, passage=corpus.passage(one, text))
            for number, one in enumerate(words, 1)
        )
        statement = build.statement("x", text=text, recommendations=asks)
        return reading.rows(statement, records.Live(), Names([]))

    def test_are_a_row_for_a_paragraph_and_one_for_a_list(self):
        rows = self.rows("First.\n\n• one\n• two\n\nLast.")

        assert [len(row.bullets) for row in rows] == [0, 2, 0]

    def test_number_the_paragraphs_through_the_lists(self):
        rows = self.rows("First.\n\n• one\n• two\n\nLast.", "one")

        assert [block.number for row in rows for block in row.blocks] == [*"1234"]

    def test_let_notes_reach_beside_paragraphs_without(self):
        rows = self.rows("Do it.\n\nSecond.\n\nThird.\n\nDo that.", "Do it.", "Do that.")

        assert [row.reach for row in rows] == [3, 2, 1, 1]

    def test_let_no_note_reach_beside_a_list(self):
        rows = self.rows("Do it.\n\n• one\n• two\n\nLast.", "Do it.")

        assert rows[0].reach == 1

    def test_put_the_notes_of_a_bullet_beside_it(self):
        (row,) = self.rows("• Do it.\n• Do that.", "Do that.")

        assert [len(block.notes) for block in row.blocks] == [0, 1]


class ReceivedTests:
    def repaired(self, *words: tuple[str, str]) -> records.Statement:
        text, found = "See S/2017/198. We will co-operate now.", []
        for before, after in words:
            start = text.index(after)
            place = {"start": start, "end": start + len(after)}
            found.append(records.Repair(kind="words", before=before, after=after, **place))
        return build.statement("repaired", text=text, repairs=tuple(found))

    def test_is_the_text_before_what_was_put_right(self):
        statement = self.repaired(("S/2017/l98", "S/2017/198"), ("co-\noperate", "co-operate"))

        assert colophon.received(statement) == "See S/2017/l98. We will co-\noperate now."

    def test_is_nothing_where_nothing_was_put_right(self):
        assert colophon.received(self.repaired()) == ""

    def test_stands_on_the_page_where_the_tools_lead(self, client):
        store.put(self.repaired(("S/2017/l98", "S/2017/198")))

        page = read(client, "slug-repaired")

        assert '<a href="#original">Original text</a>' in page
        assert 'id="original" lang="en" dir="ltr">See S/2017/l98. We' in page

    def test_is_not_offered_where_it_is_the_same(self, client):
        assert "Original text" not in read(client)


class CitingWordsTests:
    def test_lead_to_the_instrument_they_name(self, client):
        text = "As A/RES/64/293 says, act."
        cited = records.Citation(instrument="plan", passage=corpus.passage("A/RES/64/293", text))
        store.put(build.instrument("plan"))
        store.put(build.statement("citing", text=text, citations=(cited,), instruments=("plan",)))

        page = read(client, "slug-citing")

        link = '<a class="cites" href="/instruments/slug-plan/">A/RES/64/293</a>'
        assert f">As {link} says, act.</p>" in page

    def test_are_words_alone_where_nothing_is_public_of_it(self, client):
        text = "As A/RES/64/293 says, act."
        cited = records.Citation(instrument="plan", passage=corpus.passage("A/RES/64/293", text))
        store.put(build.statement("citing", text=text, citations=(cited,)))

        assert ">As A/RES/64/293 says, act.</p>" in read(client, "slug-citing")
