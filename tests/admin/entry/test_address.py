"""Where a request comes from, with and without proxies of ours."""

import pytest
from django.test import RequestFactory

from statements.admin.entry import address


def asked(remote: str, passed: str | None = None) -> str | None:
    request = RequestFactory().get("/", REMOTE_ADDR=remote)
    if passed is not None:
        request.META["HTTP_X_FORWARDED_FOR"] = passed
    return address.client(request)


class ClientTests:
    def test_believes_no_header_without_a_proxy(self, settings):
        settings.PROXIES = 0

        assert asked("203.0.113.9", "198.51.100.1") == "203.0.113.9"

    @pytest.mark.parametrize(
        ("proxies", "passed", "expected"),
        [
            (1, "198.51.100.1", "198.51.100.1"),
            (1, "192.0.2.66, 198.51.100.1", "198.51.100.1"),
            (2, "192.0.2.66,198.51.100.1, 10.0.0.2", "198.51.100.1"),
            (2, "198.51.100.1", "10.0.0.1"),
            (1, None, "10.0.0.1"),
            (1, "", "10.0.0.1"),
            (1, "nonsense", None),
        ],
    )
    def test_believes_what_our_proxies_wrote(self, settings, proxies, passed, expected):
        settings.PROXIES = proxies

        assert asked("10.0.0.1", passed) == expected

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("198.51.100.1:4711", "198.51.100.1"),
            ("[2001:db8::1]:4711", "2001:db8::1"),
            ("2001:DB8:0::1", "2001:db8::1"),
            ("::ffff:198.51.100.1", "198.51.100.1"),
            ("fe80::1%eth0", "fe80::1"),
            ("", None),
        ],
    )
    def test_spells_an_address_in_one_way(self, settings, written, expected):
        settings.PROXIES = 0

        assert asked(written) == expected


class CheckTests:
    @pytest.mark.parametrize(
        ("url", "proxies", "warned"),
        [
            ("https://on-record.example", 0, True),
            ("https://on-record.example", 1, False),
            ("http://localhost:8000", 0, False),
        ],
    )
    def test_warns_of_a_proxy_that_nobody_told_of(self, settings, url, proxies, warned):
        settings.SITE_URL, settings.PROXIES = url, proxies

        assert bool(address.proxies_are_told()) is warned
