"""Pages of the Web: their words, and nothing of what is around them."""

import pytest

from statements.ingest.documents.extracted import Link, Notice
from statements.ingest.documents.unfit import Reason, Unfit
from statements.ingest.extractors import extract

PARAGRAPH = "We call on all States to ratify the Protocol, and to protect every child. " * 3


def text_of(body: str, head: str = "") -> str:
    page = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    return extract(page.encode()).text


class WordsTests:
    def test_are_set_in_paragraphs_and_lines(self):
        assert (
            text_of("<h1>Call</h1><p>One<br>two</p><div>three</div>")
            == "Call\n\nOne\ntwo\n\nthree\n"
        )

    def test_have_white_space_as_a_browser_shows_it(self):
        assert (
            text_of("<p>\n One  <b>two</b>\n<i> three</i>,\u00a0four </p>")
            == "One two three,\u00a0four\n"
        )

    def test_of_lists_have_bullets_and_numbers(self):
        page = "<p>We ask:</p><ul><li><p>one</p><li>two</ul><ol start='3'><li>three</li></ol>"

        assert text_of(page) == "We ask:\n\n• one\n• two\n\n3. three\n"

    def test_of_a_table_stand_in_rows(self):
        rows = "<tr><th>State<th>Vote<tr><td>Peru<td><p>For</p><tr><td></td><td>1</td>"

        assert text_of(f"<table>{rows}</table>end") == "State\tVote\nPeru\tFor\n\t1\n\nend\n"

    def test_of_a_table_that_sets_the_page_stand_below_each_other(self):
        page = f"<table><tr><td><h1>Call</h1></td><td><p>{PARAGRAPH}</p></td></tr></table>"

        assert text_of(page) == f"Call\n\n{PARAGRAPH.strip()}\n"

    def test_of_foot_notes_have_their_marks_in_brackets(self):
        page = "<p>We call<sup><a href='#n'>1</a></sup> on the 2<sup>nd</sup> day.</p>"
        notes = "<ol><li id='n'>Resolution 2388 <a href='#r'>↩</a></li></ol>"

        expected = "We call[1] on the 2nd day.\n\n1. Resolution 2388\n"
        assert text_of(page + notes) == expected

    def test_set_in_lines_keep_them(self):
        assert text_of("<pre>\nOne\n  two  \n\nthree</pre>") == "One\n  two\n\nthree\n"

    def test_are_read_in_the_encoding_that_the_page_declares(self):
        page = (
            "<html><head><meta charset='windows-1256'></head><p>السيد الرئيس، ندعو الدول</p></html>"
        )

        assert extract(page.encode("cp1256")).text == "السيد الرئيس، ندعو الدول\n"

    def test_survive_unclosed_and_crossed_tags(self):
        assert text_of("<p><b>One<p>two</b></i></div><li>three") == "One\n\ntwo\n\nthree\n"

    def test_survive_thousands_of_open_tags(self):
        assert text_of("<div><font>" * 2_000 + "One") == "One\n"


class SurroundingsTests:
    @pytest.mark.parametrize(
        "around",
        [
            "<nav><p>Around</p></nav>",
            "<footer>Around</footer>",
            "<div role='navigation'>Around</div>",
            "<div class='site-breadcrumb'>Around</div>",
            "<div id='cookie-consent'>Around</div>",
            "<header><a href='/'>Around</a></header>",
            "<ul><li><a href='/a'>Around</a><li><a href='/b'>And</a><li><a href='/c'>More</a></ul>",
            "<p hidden>Around</p>",
            "<p style='display: none'>Around</p>",
            "<noscript>Around</noscript>",
            "<button>Around</button>",
            "<svg><text>Around</text></svg>",
        ],
    )
    def test_are_left_out(self, around):
        assert text_of(f"{around}<p>{PARAGRAPH}</p>{around}") == f"{PARAGRAPH.strip()}\n"

    def test_end_where_the_page_names_its_main_part(self):
        page = f"<div>Around</div><main><p>{PARAGRAPH}</p></main><div>Around</div>"

        assert text_of(page) == f"{PARAGRAPH.strip()}\n"

    def test_do_not_take_a_headline_that_the_title_has(self):
        page = f"<div><h1>The call</h1></div><main><p>{PARAGRAPH}</p></main>"

        assert text_of(page, "<title>The call | Office</title>").startswith("The call\n\nWe call")

    def test_do_not_take_a_header_with_a_headline(self):
        page = f"<header><h2>The call</h2><p>1 May</p></header><p>{PARAGRAPH}</p>"

        assert text_of(page).startswith("The call\n\n1 May\n\nWe call")

    def test_are_never_what_holds_most_words(self):
        assert text_of(f"<div class='sidebar'><p>{PARAGRAPH}</p></div>") == f"{PARAGRAPH.strip()}\n"

    def test_are_told_of(self):
        page = f"<html><body><nav>Around</nav><p>{PARAGRAPH}</p></body></html>"

        assert Notice.NAVIGATION in [one.notice for one in extract(page.encode()).noticed]


class LinkTests:
    def test_is_kept_with_its_words_and_their_place(self):
        page = (
            "<html><p>See <a href='https://un.org/x'>the <b>record</b></a> and <a href='/y'>y</a>."
        )

        extracted = extract(page.encode())

        assert extracted.links == (Link(4, "the record", "https://un.org/x"),)
        assert extracted.text[4:14] == "the record"

    def test_has_its_place_behind_a_bullet_and_a_space(self):
        page = "<html><ul><li><a href='https://a.org'> A</a></ul><p>x<a href='https://b.org'> b</a>"

        extracted = extract(page.encode())

        assert [extracted.text[one.start :][: len(one.words)] for one in extracted.links] == [
            "A",
            "b",
        ]

    @pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "http://[", ""])
    def test_leads_nowhere_that_runs(self, address):
        page = f"<html><p>See <a href='{address}'>it</a>"

        assert extract(page.encode()).links == ()


class HostileTests:
    def test_page_runs_and_fetches_nothing(self):
        page = (
            "<html><script>fetch('https://x.org')</script><style>@import url(https://x.org)</style>"
            "<p onclick='alert(1)'>We call.<img src='https://x.org/a.png' alt='x'>"
            "<iframe src='https://x.org'>in</iframe><object data='https://x.org'>ob</object></p>"
        )

        assert extract(page.encode()).text == "We call.\n"

    def test_page_of_scripts_alone_has_no_words(self):
        with pytest.raises(Unfit) as refused:
            extract(b"<html><body><script>document.write('x')</script></body></html>")

        assert refused.value.reason == Reason.NO_WORDS
