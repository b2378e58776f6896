"""If-None-Match and If-Modified-Since, as RFC 9110 has them."""

import datetime as dt
from dataclasses import replace

import pytest
from django.utils import timezone

from tests.answers.asking import get
from tests.answers.conftest import THEN

LATER = "Thu, 28 Sep 2017 09:30:00 GMT"


class TagTests:
    @pytest.fixture
    def tag(self, front) -> str:
        return get(front).tag

    @pytest.mark.parametrize(
        "given", ["{tag}", "{strong}", '"a", {tag}', '{tag}, W/"b"', "*", " * "]
    )
    def test_that_is_held_is_not_sent(self, front, fake, tag, given):
        asked = given.format(tag=tag, strong=tag.removeprefix("W/"))

        answer = get(front, HTTP_IF_NONE_MATCH=asked)

        assert (answer.code, answer.body) == (304, b"")
        assert answer.headers["ETag"] == tag
        assert {"Cache-Control", "Vary"} <= answer.headers.keys()
        assert not {"Content-Type", "Content-Length", "Content-Encoding"} & answer.headers.keys()

    @pytest.mark.parametrize("given", ["", '"a"', "{bare}", "W/", '"*"'])
    def test_that_is_another_is_answered(self, front, tag, given):
        asked = given.format(bare=tag[3:-1])

        assert get(front, HTTP_IF_NONE_MATCH=asked).code == 200

    def test_needs_nothing_on_the_shelf(self, front, fake, tag):
        fake.made.clear()

        assert get(front, HTTP_IF_NONE_MATCH=tag).code == 304
        assert fake.made == []

    def test_of_another_address_proves_nothing(self, front, tag):
        assert get(front, "/elsewhere/", HTTP_IF_NONE_MATCH=tag).code == 200

    @pytest.mark.parametrize("status", [404, 410])
    def test_proves_nothing_of_what_is_no_page(self, front, fake, status):
        fake.status = status

        assert get(front, "/gone/", HTTP_IF_NONE_MATCH="*").code == status

    def test_is_asked_of_a_new_page_too(self, front, fake):
        assert get(front, HTTP_IF_NONE_MATCH="*").code == 304
        assert len(fake.made) == 1

    def test_counts_for_a_head(self, front, tag):
        assert get(front, REQUEST_METHOD="HEAD", HTTP_IF_NONE_MATCH=tag).code == 304


class DateTests:
    def test_that_we_gave_is_held(self, front):
        date = get(front).headers["Last-Modified"]

        assert get(front, HTTP_IF_MODIFIED_SINCE=date).code == 304

    @pytest.mark.parametrize("date", [LATER, "Tue, 26 Sep 2017 09:30:00 GMT", "yesterday", ""])
    def test_that_we_did_not_give_proves_nothing(self, front, date):
        assert get(front, HTTP_IF_MODIFIED_SINCE=date).code == 200

    def test_counts_only_where_no_tag_is_given(self, front):
        date = get(front).headers["Last-Modified"]

        answer = get(front, HTTP_IF_MODIFIED_SINCE=date, HTTP_IF_NONE_MATCH='"other"')

        assert answer.code == 200

    def test_is_not_given_while_its_second_may_see_another_change(self, front, see):
        see(replace(THEN, at=timezone.now() + dt.timedelta(hours=1)))

        assert "Last-Modified" not in get(front).headers
        assert get(front, HTTP_IF_MODIFIED_SINCE="").code == 200

    def test_a_range_is_not_served(self, front, fake):
        answer = get(front, HTTP_RANGE="bytes=0-1")

        assert (answer.code, answer.body) == (200, fake.body)
