"""Dates as words: each day of a month as Django would write it."""

import datetime as dt

import pytest
from django.utils import dateformat
from django.utils.translation import override

from statements.catalogue.records import Date
from statements.templatetags import dates
from tests.catalogue import build

DAYS = [dt.date(2017, 9, 1), dt.date(2017, 9, 9), dt.date(2017, 9, 28), dt.date(2016, 2, 29)]


@pytest.fixture(autouse=True)
def _drawn_anew():
    dates._open.cache_clear()
    yield
    dates._open.cache_clear()


class WrittenTests:
    @pytest.mark.parametrize(
        "pattern",
        ["j F Y", "F j, Y", "Y年n月j日", r"j \d\e F", "d.m.Y", "l j F Y", "jS F Y", "F Y", "Y"],
    )
    def test_is_what_django_writes_in_any_order_and_form(self, monkeypatch, pattern):
        monkeypatch.setattr(dates, "_format", lambda _precision: pattern)

        said = [dates.written("en", Date(on=on, precision="day", source="")) for on in DAYS]

        assert said == [dateformat.format(on, pattern) for on in DAYS]

    def test_draws_the_days_of_a_month_once(self):
        for day in range(1, 31):
            dates.written("en", Date(on=dt.date(2017, 9, day), precision="day", source=""))

        assert dates._open.cache_info().misses == 1


@pytest.mark.parametrize(
    ("language", "month", "months", "years"),
    [
        (
            "en",
            "27–28 September 2017",
            "30 September – 2 October 2017",
            "1 November 2017 – 2 January 2018",
        ),
        (
            "fr",
            "27–28 septembre 2017",
            "30 septembre – 2 octobre 2017",
            "1er novembre 2017 – 2 janvier 2018",
        ),
        (
            "es",
            "27–28 de septiembre de 2017",
            "30 de septiembre – 2 de octubre de 2017",
            "1 de noviembre de 2017 – 2 de enero de 2018",
        ),
        (
            "ru",
            "27–28 сентября 2017",
            "30 сентября – 2 октября 2017",
            "1 ноября 2017 – 2 января 2018",
        ),
        ("ar", "27–28 سبتمبر 2017", "30 سبتمبر – 2 أكتوبر 2017", "1 نوفمبر 2017 – 2 يناير 2018"),
        (
            "zh-hans",
            "2017年9月27日至28日",
            "2017年9月30日至10月2日",
            "2017年11月1日至2018年1月2日",
        ),
    ],
)
def test_days_from_one_to_another_are_written_as_in_each_language(language, month, months, years):
    spans = [
        ("2017-09-27", "2017-09-28"),
        ("2017-09-30", "2017-10-02"),
        ("2017-11-01", "2018-01-02"),
    ]

    with override(language):
        said = [
            dates.when(language, build.date(first), dt.date.fromisoformat(last))
            for first, last in spans
        ]

    for words, drawn in zip((month, months, years), said, strict=True):
        assert f">{words}</time>" in drawn


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "September 2017"),
        ("fr", "septembre 2017"),
        ("es", "septiembre de 2017"),
        ("ru", "сентябрь 2017"),
        ("ar", "سبتمبر 2017"),
        ("zh-hans", "2017年9月"),
    ],
)
def test_months_are_written_as_in_a_sentence_of_each_language(language, words):
    with override(language):
        drawn = dates.when(language, build.date("2017-09-01", "month"))

    assert f">{words}</time>" in drawn


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "1 September 2017", "2 September 2017"),
        ("fr", "1er septembre 2017", "2 septembre 2017"),
        ("ru", "1 сентября 2017", "2 сентября 2017"),
    ],
)
def test_the_first_of_a_month_is_written_as_in_each_language(language, first, second):
    with override(language):
        said = [dates.day(language, dt.date(2017, 9, day)) for day in (1, 2)]

    assert said == [first, second]
