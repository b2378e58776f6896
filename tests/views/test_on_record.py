"""What the templates say about records."""

import datetime as dt

import pytest
from django.utils.translation import override

from statements.catalogue.records import Date
from statements.catalogue.vocabulary import Label
from statements.templatetags import drawing, on_record
from statements.templatetags.drawing import Choice
from statements.views.names import unlinked

PAKISTAN = Label("country", "country/pk", "pk", "Pakistan")
IOM = Label("actor", "abc", "iom", "IOM & friends")


def date(on: str, precision: str = "day", source: str = "") -> Date:
    return Date(on=dt.date.fromisoformat(on), precision=precision, source=source)


class AddressTests:
    @pytest.mark.parametrize(
        ("kind", "slug", "expected"),
        [
            ("statement", "a", "/statements/a/"),
            ("recommendation", "a", "/recommendations/a/"),
            ("event", "a", "/events/a/"),
            ("country", "pk", "/countries/pk/"),
            ("theme", "a", "/themes/a/"),
            ("actor", "a", "/actors/a/"),
            ("campaign", "a", "/campaigns/a/"),
            ("tag", "a", "/tags/a/"),
            ("region", "142", ""),
            ("", "", ""),
        ],
    )
    def test_leads_to_the_page_of_the_kind(self, kind, slug, expected):
        assert on_record.address(Label(kind, "ref", slug, "Title")) == expected


class NamesTests:
    def test_are_joined_as_a_reader_would(self):
        row = on_record.names([PAKISTAN, IOM, unlinked("all")])

        assert row == (
            '<a href="/countries/pk/">Pakistan</a>, '
            '<a href="/actors/iom/">IOM &amp; friends</a> and all'
        )

    def test_in_the_words_of_a_source_keep_its_language(self):
        speech = Label("statement", "s", "s", "بيان S/PV.1")
        row = on_record.names([PAKISTAN, unlinked("الدول", "words"), speech], "ar")

        assert row == (
            '<a href="/countries/pk/">Pakistan</a>, <bdi lang="ar" dir="rtl">الدول</bdi>'
            ' and <a href="/statements/s/"><bdi lang="ar" dir="rtl">بيان S/PV.1</bdi></a>'
        )

    def test_in_the_words_of_a_source_in_the_readers_language_stand_plain(self):
        assert on_record.names([unlinked("all <States>", "words")], "en") == "all &lt;States&gt;"

    def test_from_the_right_stand_apart(self):
        arabic = Label("actor", "a", "a", "السيد")

        assert on_record.name(arabic) == '<a href="/actors/a/"><bdi>السيد</bdi></a>'

    def test_of_nobody_are_nothing(self):
        assert on_record.names([]) == ""

    @pytest.mark.parametrize(
        ("n", "row"),
        [(5, "A, A, A, A and A"), (6, "A, A, A and 3 more"), (9, "A, A, A and 6 more")],
    )
    def test_of_many_are_three_and_the_number_of_the_others(self, n, row):
        assert drawing.short_row("en", [unlinked("A")] * n) == row

    def test_as_plain_words(self):
        assert on_record.titles([PAKISTAN, IOM]) == "Pakistan and IOM & friends"


class WhenTests:
    @pytest.mark.parametrize(
        ("given", "machine", "words"),
        [
            (date("2017-09-27"), "2017-09-27", "27 September 2017"),
            (date("2017-09-01", "month"), "2017-09", "September 2017"),
            (date("2017-01-01", "year"), "2017", "2017"),
        ],
    )
    def test_says_as_much_as_is_known(self, given, machine, words):
        assert on_record.when(given) == f'<time datetime="{machine}">{words}</time>'

    @pytest.mark.parametrize(
        ("start", "end", "words"),
        [
            ("2017-09-27", "2017-09-28", "27–28 September 2017"),
            ("2017-09-27", "2017-10-02", "27 September – 2 October 2017"),
            ("2017-12-30", "2018-01-02", "30 December 2017 – 2 January 2018"),
        ],
    )
    def test_says_from_when_to_when(self, start, end, words):
        assert words in on_record.when(date(start), dt.date.fromisoformat(end))

    def test_brackets_what_the_source_does_not_say(self):
        said = on_record.when(date("2017-09-01", "month", "S/PV.1"))

        assert "[September 2017]" in said
        assert 'title="Not in the source. Known from: S/PV.1"' in said

    def test_says_that_no_date_is_known(self):
        assert on_record.when(None) == '<span class="undated">undated</span>'


class TallyTests:
    def test_leaves_out_what_there_is_none_of(self):
        assert on_record.tally(recommendations=2, statements=1) == "2 recommendations, 1 statement"

    def test_says_that_there_is_nothing(self):
        assert on_record.tally() == "nothing yet"


class BoxTests:
    def test_show_names_as_they_are_and_run_nothing(self):
        choices = [
            Choice('a"b', "<b>R&D</b>", 3, is_chosen=True),
            Choice("beds", "مأوى", 0, is_chosen=False, depth=0),
        ]

        assert drawing.boxes("en", choices, "tag").splitlines() == [
            '<li><label><input type="checkbox" name="tag" value="a&quot;b" checked>'
            ' <span class="choice">&lt;b&gt;R&amp;D&lt;/b&gt;</span>'
            ' <span class="n">3</span></label></li>',
            '<li class="widest"><label><input type="checkbox" name="tag" value="beds">'
            ' <span class="choice">مأوى</span> <span class="n">0</span></label></li>',
        ]


class FewTests:
    def test_are_three_and_the_number_of_the_others(self):
        items = [drawing.items("en", [unlinked(name)]) for name in ("a", "<b>", "c", "d", "e")]

        assert (
            drawing.few("en", items)
            == '<li>a</li><li>&lt;b&gt;</li><li>c</li><li class="more">2 more</li>'
        )

    def test_leave_out_no_single_one(self):
        assert "more" not in drawing.few("en", ["<li>a</li>"] * 4)


class UnchangingTests:
    def test_marks_the_section_of_the_menu(self):
        menus = [
            on_record.unchanging("includes/header.html", section=one) for one in ("", "themes")
        ]

        assert ["aria-current" in menu for menu in menus] == [False, True]


class WordTests:
    @pytest.mark.parametrize(
        ("words", "language", "shown"),
        [
            ("urge <b>", "en", "urge &lt;b&gt;"),
            ("demande", "fr", '<bdi lang="fr" dir="ltr">demande</bdi>'),
            ("", "ar", ""),
        ],
    )
    def test_of_a_source_stand_apart_in_another_language(self, words, language, shown):
        assert on_record.source(words, language) == shown

    def test_directions(self):
        assert drawing.direction("ar") == "rtl"
        assert drawing.direction("zh") == "ltr"

    @pytest.mark.parametrize(
        ("words", "shown"),
        [
            ("law-\n  enforcement", "law-enforcement"),
            ("law-\r\nenforcement", "law-enforcement"),
            ("law \nand order", "law and order"),
            ("2016-\n2017", "2016- 2017"),
            ("pre- and post-war", "pre- and post-war"),
            ("人口\n贩运", "人口贩运"),
            ("", ""),
        ],
    )
    def test_words_of_a_source_on_one_line(self, words, shown):
        assert on_record.drawn(words) == shown

    def test_choices_by_their_code(self):
        assert on_record.among("press_release", "StatementKind") == "Press release"
        assert on_record.among("nonsense", "StatementKind") == ""

    def test_languages_by_name(self):
        assert on_record.language_name("fr") == "French"
        assert on_record.language_name("xx") == "xx"


class NumberTests:
    @pytest.mark.parametrize(
        ("language", "n", "expected"),
        [
            ("en", 999, "999"),
            ("en", 1009101, "1,009,101"),
            ("ar", 1009101, "1,009,101"),
            ("zh-hans", 1009101, "1,009,101"),
            ("fr", 1234, "1\u202f234"),
            ("ru", 1234, "1\u00a0234"),
            ("es", 1234, "1234"),
            ("es", 12345, "12\u00a0345"),
        ],
    )
    def test_is_written_as_in_each_language(self, language, n, expected):
        with override(language):
            shown = on_record.number(n)

        assert (str(shown), shown) == (expected, n)


class RowTests:
    @pytest.mark.parametrize(
        ("language", "between"), [("en", ", "), ("ar", "، "), ("zh-hans", "、")]
    )
    def test_parts_names_as_each_language_does(self, language, between):
        labels = [Label("tag", "", "a", word) for word in ("a", "b", "c")]

        with override(language):
            row = drawing.row(language, labels)

        assert f"</a>{between}<a" in row

    @pytest.mark.parametrize(
        ("language", "pause", "colon"),
        [("en", ", ", ": "), ("fr", ", ", "\u00a0: "), ("ar", "، ", ": "), ("zh-hans", "，", "：")],
    )
    def test_parts_what_is_said_as_each_language_does(self, language, pause, colon):
        with override(language):
            assert (on_record.pause(), on_record.colon()) == (pause, colon)
