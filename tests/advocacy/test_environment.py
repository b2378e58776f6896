"""Settings from the environment: a wrong value stops the start with one sentence."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from advocacy import environment


class CachesTests:
    def given(self, monkeypatch, url: str | None) -> dict[str, Any]:
        if url is None:
            monkeypatch.delenv("CACHE_URL", raising=False)
        else:
            monkeypatch.setenv("CACHE_URL", url)
        return environment.caches()

    @pytest.mark.parametrize("url", [None, "", "locmem://"])
    def test_are_in_each_process_by_default(self, monkeypatch, url):
        assert self.given(monkeypatch, url) == {"default": environment.IN_PROCESS}

    def test_may_be_none(self, monkeypatch):
        assert self.given(monkeypatch, "dummy://") == {"default": environment.NOWHERE}

    @pytest.mark.parametrize(
        "url", ["redis://cache:6379/1", "rediss://user:word@cache.example", "redis://[::1]:6379"]
    )
    def test_may_be_shared_too(self, monkeypatch, url):
        caches = self.given(monkeypatch, url)

        assert caches["default"] == environment.IN_PROCESS
        assert caches["shared"]["LOCATION"] == url

    @pytest.mark.parametrize(
        "url",
        [
            *("redis", "redis://", "redis:///1", "redis://cache:port", "redis://cache:0"),
            *("redis://cache/one", "memcached://cache", "locmem://1", "cache:6379", "http://cache"),
        ],
    )
    def test_that_are_not_known_stop_the_start(self, monkeypatch, url):
        with pytest.raises(ImproperlyConfigured, match="CACHE_URL must look like"):
            self.given(monkeypatch, url)

    def test_keep_their_password_to_themselves(self, monkeypatch):
        with pytest.raises(ImproperlyConfigured) as refused:
            self.given(monkeypatch, "redis://user:password@cache:port")

        assert "password" not in str(refused.value)


class NumberTests:
    @pytest.mark.parametrize(("given", "expected"), [("", 0), ("0", 0), (" 2 ", 2)])
    def test_is_whole(self, monkeypatch, given, expected):
        monkeypatch.setenv("PROXIES", given)

        assert environment.number("PROXIES") == expected

    @pytest.mark.parametrize("given", ["-1", "1.5", "one", "²", "10.0.0.1"])
    def test_that_is_none_stops_the_start(self, monkeypatch, given):
        monkeypatch.setenv("PROXIES", given)

        with pytest.raises(ImproperlyConfigured, match="PROXIES must be a whole number"):
            environment.number("PROXIES")


class MailboxTests:
    def test_is_one_address_or_none(self, monkeypatch):
        monkeypatch.delenv("CONTACT_EMAIL", raising=False)
        assert environment.mailbox("CONTACT_EMAIL") == ""

        monkeypatch.setenv("CONTACT_EMAIL", "desk@on-record.example")
        assert environment.mailbox("CONTACT_EMAIL") == "desk@on-record.example"

    @pytest.mark.parametrize("given", ["desk", "a@b.example, c@d.example", "mailto:a@b.example"])
    def test_that_is_none_stops_the_start(self, monkeypatch, given):
        monkeypatch.setenv("CONTACT_EMAIL", given)

        with pytest.raises(ImproperlyConfigured, match="CONTACT_EMAIL must be one address"):
            environment.mailbox("CONTACT_EMAIL")
