"""The real pages behind the front: kept and new alike, nothing for staff, nothing from drafts."""

import gzip

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from advocacy.answers.front import Front
from advocacy.answers.question import ASK_AGAIN
from statements import workflow
from statements.catalogue.models import Revision
from tests.answers.asking import get
from tests.answers.conftest import LONG_AGO
from tests.canaries import SLUG
from tests.test_every_address import LISTS, PLAIN, addresses, site
from tests.views import corpus
from tests.views.conftest import on_record
from tests.views.test_query_counts import COUNTS

__all__ = ["on_record", "site"]

# A file whose name has the day.
FIGURES = "/charts/who-asks-whom.csv"
PAGES = [address for address in COUNTS if address != "/readyz"]


@pytest.fixture
def settled(on_record: None) -> None:
    Revision.objects.update(at=LONG_AGO)


@pytest.mark.usefixtures("settled")
class PageTests:
    def test_stands_at_the_root_whatever_a_header_says(self, whole):
        elsewhere = get(whole, "/", SCRIPT_NAME="/statements")

        assert get(whole, "/statements/") != elsewhere
        assert get(whole, "/") == elsewhere
        assert b'href="/statements/statements/' not in elsewhere.body

    @pytest.mark.parametrize("address", PAGES)
    def test_is_the_same_kept_and_new(self, whole, address, django_assert_max_num_queries):
        new = get(whole, address)
        with django_assert_max_num_queries(1):
            kept = get(whole, address)

        assert new.code == 200
        assert kept == new
        assert "Last-Modified" in new.headers

    @pytest.mark.parametrize("address", PAGES)
    def test_has_every_header_that_django_gives_it(self, whole, client, address):
        answer = get(whole, address)
        # Asked last: Django's client closes the connections of who comes after it.
        given = client.get(address).headers

        assert given.items() <= answer.headers.items()
        assert {
            *("Content-Security-Policy", "Permissions-Policy", "X-Content-Type-Options"),
            *("X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"),
        } <= answer.headers.keys()

    @pytest.mark.parametrize("address", PAGES)
    def test_may_be_held_and_compressed_by_anybody(self, whole, address):
        plain = get(whole, address)
        packed = get(whole, address, HTTP_ACCEPT_ENCODING="gzip, br")

        assert plain.headers["Cache-Control"] == ASK_AGAIN
        assert plain.headers["Vary"] == "Accept-Encoding"
        assert "Set-Cookie" not in plain.headers
        assert b"csrf" not in plain.body
        body = packed.body
        assert (
            gzip.decompress(body) if "Content-Encoding" in packed.headers else body
        ) == plain.body

    @pytest.mark.parametrize("address", PAGES)
    def test_does_not_know_under_which_name_it_is_asked(self, whole, address, settings):
        settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
        anew = Front(whole._site)

        one = get(anew, address, HTTP_HOST="localhost")

        assert get(anew, address, HTTP_HOST="127.0.0.1:8000") == one

    def test_is_new_after_each_publication(self, whole):
        before = get(whole, "/statements/")

        corpus.publish(corpus.speech("another"))
        after = get(whole, "/statements/", HTTP_IF_NONE_MATCH=before.tag)

        assert after.code == 200
        assert "Speech another" in after.body.decode()
        assert "Speech another" not in before.body.decode()

    @pytest.mark.parametrize("address", [*PAGES, FIGURES])
    def test_that_changes_with_the_day_says_so(self, whole, address, monkeypatch):
        """Whoever asks the clock in another way than `revision.today()` is found out here."""
        shown, tags = set(), set()
        for now in (LONG_AGO, LONG_AGO.replace(year=2027)):
            monkeypatch.setattr(timezone, "now", lambda now=now: now)
            answer = get(whole, address)
            shown.add((answer.headers.get("Content-Disposition"), answer.body))
            tags.add(answer.headers["ETag"])

        assert len(shown) == len(tags) or len(shown) == 1
        if address in ("/", FIGURES):
            assert len(shown) == len(tags) == 2

    def test_that_is_refused_has_all_headers_too(self, whole, client):
        missing = get(whole, "/nothing/")

        assert missing.code == 404
        assert client.get("/nothing/").headers.items() <= missing.headers.items()
        assert missing.headers["Cache-Control"] == ASK_AGAIN

    def test_of_a_host_that_is_not_ours_is_refused(self, whole):
        get(whole)

        assert get(whole, HTTP_HOST="evil.example").code == 400


class CanaryTests:
    """Drafts stay unseen whoever asks first, and whatever lies on the shelf."""

    @pytest.fixture
    def session(self, contributor, site) -> str:
        signed_in = Client()
        signed_in.force_login(contributor)
        return f"{settings.SESSION_COOKIE_NAME}={signed_in.session.session_key}"

    @pytest.fixture
    def asked(self, site) -> list[str]:
        """All addresses of what is public, secret or gone; of the lists those without a query."""
        apart = {"healthz", "readyz", "robots", "favicon"}
        found = [(name, address) for name, address, _ in addresses(site) if name not in apart]
        return [
            address
            for name, address in found
            if "?" not in address or (name in LISTS and name not in PLAIN and "sort" in address)
        ]

    def test_are_in_no_answer_kept_after_staff_asked(self, whole, asked, session):
        for address in asked:
            for_staff = get(whole, address, HTTP_COOKIE=session)
            new, kept = get(whole, address), get(whole, address)

            assert for_staff.headers["Cache-Control"].startswith("private")
            for answer in (new, kept):
                said = answer.body.decode() + repr(answer.headers)
                assert answer.code == for_staff.code < 500, address
                # A refusal may repeat what was asked for.
                assert answer.code == 400 or SLUG not in said.casefold(), address
                assert "Set-Cookie" not in answer.headers, address

    def test_withheld_is_gone_at_the_next_request(self, whole, live, editor):
        address = f"/statements/{live.slug}/"
        before = [get(whole, address), get(whole, address)][1]

        workflow.withhold(live, by=editor, words="I thank you", reason="It tells who she is.")
        after = get(whole, address, HTTP_IF_NONE_MATCH=before.tag)

        assert b"I thank you" in before.body
        assert after.code == 200
        assert b"I thank you" not in after.body

    def test_withdrawn_is_gone_at_the_next_request(self, whole, site, publisher):
        live = site["edited"]
        address = "/statements/iraq-on-shelter/"
        before = [get(whole, address), get(whole, address)]

        workflow.withdraw(live, by=publisher, reason="It does harm.")
        after = get(whole, address, HTTP_IF_NONE_MATCH=before[0].tag)

        assert [answer.code for answer in before] == [200, 200]
        assert after.code == 410
        assert "It does harm." in after.body.decode()
