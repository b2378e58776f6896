"""How far into a recording something begins, as people and sources write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.text.durations import LONGEST, parse, written


class ParseTests:
    @pytest.mark.parametrize(
        "text",
        [
            *("2:17:00", "2:17", "02:17", "2h17", "2 h 17", "2h17m", "137 min", "137 minutes"),
            *("2hr and 17min", "2 hrs. 17 mins.", "2 hours, 17 minutes", "8220 s", " 2:17 "),
            *("2H 17M 0S", "2h17'", "٢:١٧"),
        ],
    )
    def test_reads_one_time_as_many_write_it(self, text):
        assert parse(text) == 8220

    @pytest.mark.parametrize(
        ("text", "seconds"), [("0:00", 0), ("2h", 7200), ("45 min", 2700), ("1h 2m 3s", 3723)]
    )
    def test_reads_what_stands_alone(self, text, seconds):
        assert parse(text) == seconds

    @pytest.mark.parametrize(
        "text",
        [
            *("", "137", "2:75", "2:17:60", "24:00", "25:00:00", "-1 min", "1:2:3:4", "2.17"),
            *("h", "min", "and", "17 5 s", "2h75", "1e3 min", "²:17", "2:17 h", "soon", "17 17"),
            *("999999 s", "9" * 5000, "2h" * 5000),
        ],
    )
    def test_refuses_what_means_nothing(self, text):
        with pytest.raises(ValueError):
            parse(text)

    @given(st.integers(min_value=0, max_value=LONGEST - 1))
    def test_reads_what_is_written(self, seconds):
        assert parse(written(seconds)) == seconds


class WrittenTests:
    @pytest.mark.parametrize(
        ("seconds", "text"), [(8220, "2:17:00"), (5, "0:00:05"), (39_599, "10:59:59")]
    )
    def test_shows_hours_minutes_and_seconds(self, seconds, text):
        assert written(seconds) == text
