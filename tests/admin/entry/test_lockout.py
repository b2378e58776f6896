"""Too many wrong passwords: who has to wait, who has not, and what they are told."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone

from tests.admin.filling import filled

RIGHT = {"username": "contributor", "password": "secret-of-the-cast"}
WRONG = RIGHT | {"password": "guessed"}
STRANGER, HOME = "203.0.113.9", "198.51.100.1"


def log_in(data: dict[str, str], address: str = STRANGER, agent: str = "Firefox"):
    return Client(REMOTE_ADDR=address, HTTP_USER_AGENT=agent).post("/admin/login/", data)


@pytest.fixture
def locked(contributor):
    """Return what was answered to five wrong passwords, each from another browser."""
    return [log_in(WRONG, agent=f"Browser {number}") for number in range(5)]


class LockoutTests:
    def test_comes_with_the_fifth_wrong_password(self, locked):
        assert [answer.status_code for answer in locked] == [200, 200, 200, 200, 429]

    def test_says_how_long_to_wait(self, locked):
        page = locked[-1].content.decode()

        assert "Try again in 15 minutes." in page
        assert locked[-1]["Retry-After"] == "900"
        assert "default-src 'none'" in locked[-1]["Content-Security-Policy"]

    def test_lets_nobody_in_with_the_right_password_either(self, locked):
        assert log_in(RIGHT).status_code == 429

    def test_leaves_the_person_free_everywhere_else(self, locked):
        assert log_in(RIGHT, HOME).status_code == 302

    def test_leaves_other_people_of_the_same_place_free(self, locked, editor):
        assert log_in(RIGHT | {"username": "editor"}).status_code == 302

    def test_is_not_escaped_by_a_header(self, locked):
        client = Client(REMOTE_ADDR=STRANGER, HTTP_X_FORWARDED_FOR=HOME, HTTP_X_REAL_IP=HOME)

        assert client.post("/admin/login/", RIGHT).status_code == 429

    def test_follows_the_proxy_that_a_setting_names(self, settings, contributor):
        settings.PROXIES = 1
        for number in range(5):
            passed = f"192.0.2.{number}, {STRANGER}"
            stranger = Client(REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=passed)
            last = stranger.post("/admin/login/", WRONG)
        other = Client(REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=HOME)

        assert last.status_code == 429
        assert other.post("/admin/login/", RIGHT).status_code == 302

    def test_is_not_made_longer_by_trying_on(self, locked):
        AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=10))

        again = log_in(WRONG)

        assert "Try again in 5 minutes." in again.content.decode()

    def test_is_over_after_a_quarter_of_an_hour(self, locked):
        AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))

        assert log_in(RIGHT).status_code == 302

    def test_forgets_what_was_wrong_before_a_right_one(self, contributor):
        for _number in range(4):
            log_in(WRONG)
        log_in(RIGHT)

        assert log_in(WRONG).status_code == 200


class WordsTests:
    """What somebody typed whose session has ended, and who then mistypes the password."""

    @pytest.fixture
    def answers(self, client, at_desk, contributor, form_of, draft):
        data = filled(at_desk(contributor).get(form_of(draft))) | {"title": ["Typed for an hour"]}
        wrong = {f"log-in-again-{name}": value for name, value in WRONG.items()}
        return [client.post(form_of(draft), data | wrong) for _number in range(6)]

    def test_are_kept_while_one_waits(self, answers):
        page = answers[-1]

        assert page.status_code == 403
        assert "Try again in 15 minutes." in page.content.decode()
        assert filled(page, "log-in-again")["title"] == ["Typed for an hour"]

    def test_are_not_kept_by_what_counts(self, answers):
        rows = list(AccessAttempt.objects.values_list("get_data", "post_data"))

        assert rows == [("", "")]
