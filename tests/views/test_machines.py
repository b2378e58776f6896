"""What machines ask for: health, sitemap, robots, the favicon."""

import datetime as dt
import re

import pytest
from django.db import OperationalError
from django.utils import timezone

from advocacy.answers import shelf
from statements import sitemaps
from statements.catalogue import due, revision
from statements.catalogue.models import Revision

LOCATION = re.compile(r"<loc>([^<]+)</loc>")


class HealthTests:
    def test_lives_without_a_database(self, client):
        # No database is allowed to this test.
        response = client.get("/healthz")

        assert (response.status_code, response.content) == (200, b"ok")

    @pytest.mark.django_db
    def test_is_ready_when_the_catalogue_can_be_read(self, client):
        response = client.get("/readyz")

        assert (response.status_code, response.content) == (200, b"ready")

    def test_says_in_one_word_that_it_is_not_ready(self, client, monkeypatch):
        def broken() -> bool:
            raise OperationalError("no such table: catalogue_revision")

        monkeypatch.setattr(revision, "is_filed", broken)

        response = client.get("/readyz")

        assert (response.status_code, response.content) == (503, b"unready")

    @pytest.mark.django_db
    def test_is_not_ready_where_records_are_filed_by_older_code(self, client):
        Revision.objects.create(pk=1, index=revision.INDEX - 1)

        assert client.get("/readyz").status_code == 503

    @pytest.mark.django_db
    def test_says_since_when_a_publication_is_overdue(self, client):
        due.tell(timezone.now() - dt.timedelta(days=1))

        response = client.get("/readyz")

        word, since = response.content.decode().splitlines()
        assert (response.status_code, word) == (200, "ready")
        assert since.startswith("overdue since ")

    @pytest.mark.django_db
    @pytest.mark.parametrize("seconds", [-30, 3600])
    def test_says_nothing_of_one_that_is_in_time(self, client, seconds):
        due.tell(timezone.now() + dt.timedelta(seconds=seconds))

        assert client.get("/readyz").content == b"ready"

    def test_is_not_kept_by_a_cache(self, client):
        assert client.get("/healthz")["Cache-Control"] == "no-store"


@pytest.mark.usefixtures("on_record")
class SitemapTests:
    def addresses(self, client, settings, query: str = "") -> list[str]:
        settings.SITE_URL = "https://on-record.example"
        response = client.get(f"/sitemap.xml{query}")

        assert response["Content-Type"] == "application/xml"
        found = LOCATION.findall(response.content.decode())
        return [address.removeprefix("https://on-record.example") for address in found]

    def test_names_every_page_there_is(self, client, settings):
        found = self.addresses(client, settings)

        for address in ("/", "/statements/slug-speech/", "/recommendations/speech-ask/"):
            assert address in found
        for address in ("/countries/pk/", "/themes/shelter/", "/tags/beds/", "/actors/slug-unodc/"):
            assert address in found

    def test_names_no_page_that_redirects_or_is_missing(self, client, settings):
        found = self.addresses(client, settings)

        assert [address for address in found if client.get(address).status_code != 200] == []
        assert len(found) == len(set(found))

    def test_leaves_out_terms_with_nothing_on_record(self, client, settings):
        assert "/countries/fj/" not in self.addresses(client, settings)

    def test_is_parted_where_one_file_cannot_hold_it(self, client, settings, monkeypatch):
        whole = self.addresses(client, settings)
        monkeypatch.setattr(sitemaps, "MOST", 4)

        files = self.addresses(client, settings)
        parts = [one for file in files for one in self.addresses(client, settings, file[12:])]

        assert files[0] == "/sitemap.xml?page=1"
        assert sorted(parts) == sorted(whole)

    @pytest.mark.parametrize("language", ["ar", "zh-hans"])
    def test_has_a_file_for_each_language(self, client, settings, language):
        english = self.addresses(client, settings)

        found = self.addresses(client, settings, f"?language={language}")

        assert found == [f"/{language}{address}" for address in english]

    def test_parts_the_file_of_a_language(self, client, settings, monkeypatch):
        monkeypatch.setattr(sitemaps, "MOST", 4)

        files = self.addresses(client, settings, "?language=fr")

        assert files[0] == "/sitemap.xml?language=fr&amp;page=1"
        parts = self.addresses(client, settings, "?language=fr&page=1")
        assert parts[0] == "/fr/"

    @pytest.mark.parametrize("query", ["", "&page=1"])
    def test_makes_files_that_the_page_cache_keeps(self, client, settings, monkeypatch, query):
        settings.SITE_URL = f"https://{'w' * 80}.example"
        longest = [("recommendation", "s" * 96)] * (sitemaps.MOST if query else 1_000_000)
        monkeypatch.setattr(sitemaps, "_pages", lambda: longest)

        response = client.get(f"/sitemap.xml?language=zh-hans{query}")

        assert b"https://www" in response.content
        assert len(response.content) <= shelf.LONGEST

    def test_knows_no_other_file(self, client):
        assert client.get("/sitemap.xml?language=xx").status_code == 404
        assert client.get("/sitemap.xml?page=9").status_code == 404
        assert client.get("/sitemap.xml?page=x").status_code == 404

    def test_refuses_what_would_be_another_address_of_the_same_file(self, client):
        assert client.get("/sitemap.xml?since=2017").status_code == 400
        assert client.get("/sitemap.xml?page=1&x=y").status_code == 400


class RobotsTests:
    def test_point_to_the_sitemap(self, client, settings):
        settings.SITE_URL = "https://on-record.example"

        page = client.get("/robots.txt").content.decode()

        assert "Disallow: /admin/" in page
        assert "Disallow: /search/\n" in page
        assert "Disallow: /zh-hans/search/\n" in page
        assert "Sitemap: https://on-record.example/sitemap.xml\n" in page
        assert "Sitemap: https://on-record.example/sitemap.xml?language=zh-hans\n" in page


class FaviconTests:
    def test_is_found(self, client):
        response = client.get("/favicon.ico")

        assert (response.status_code, response["Location"]) == (
            302,
            "/static/statements/favicon.ico",
        )
