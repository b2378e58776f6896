"""Days as texts write them."""

import pytest

from statements.ingest.drafting.cited import dates


def found(words: str, year: int | None = None) -> list[str]:
    return [
        written.when.written + (f"/{written.when.until}" if written.when.until else "")
        for written in dates.find(words, year)
    ]


class DateTests:
    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("held on 3 May 2012", "2012-05-03"),
            ("Tuesday, May 3rd, 2012", "2012-05-03"),
            ("Thu, 03 May 2012 16:00:00 +0000", "2012-05-03"),
            ("2012-05-03", "2012-05-03"),
            ("03.05.2012", "2012-05-03"),
            ("27/09/2017", "2017-09-27"),
            ("9/27/2017", "2017-09-27"),
            ("05/05/2017", "2017-05-05"),
            ("3-4 May 2012", "2012-05-03/2012-05-04"),
            ("3 and 4 May 2012", "2012-05-03/2012-05-04"),
            ("May 3-4, 2012", "2012-05-03/2012-05-04"),
            ("30 April to 2 May 2012", "2012-04-30/2012-05-02"),
            ("Vienna, 3 4 May 2012", "2012-05-03/2012-05-04"),
            ("30 April 2 May 2012", "2012-04-30/2012-05-02"),
            ("from 28 December to 3 January 2012", "2011-12-28/2012-01-03"),
            ("Item 3 12 May 2012", "2012-05-12"),
            ("Vienna, 12 3 May 2012", "2012-05-03"),
            ("in May 2012", "2012-05"),
            ("le 1er mai 2012", "2012-05-01"),
            ("3 de mayo de 2012", "2012-05-03"),
            ("3 мая 2012 года", "2012-05-03"),
            ("3 أيار/مايو 2012", "2012-05-03"),
            ("2012年5月3日", "2012-05-03"),
        ],
    )
    def test_are_read_in_six_languages(self, words, expected):
        assert found(words) == [expected]

    @pytest.mark.parametrize(
        "words",
        [
            "resolution 1325 (2000)",
            "31 February 2012",
            "03/04/2017",
            "31/13/2017",
            "we may 2",
            "1-800-555-2012",
            "3 May",
        ],
    )
    def test_are_not_seen_where_there_are_none(self, words):
        assert found(words) == []

    def test_of_numbers_are_read_where_the_language_says_what_stands_first(self):
        (written,) = dates.find("03/04/2017", day_first=True)

        assert written.when.written == "2017-04-03"

    def test_without_a_year_are_of_the_year_given(self):
        assert found("on 3 and 4 May", 2012) == ["2012-05-03/2012-05-04"]
