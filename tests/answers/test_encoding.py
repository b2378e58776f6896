"""Pages in gzip for who takes it, and only for them."""

import gzip

import pytest

from advocacy.answers import encoding
from tests.answers.asking import PAGE, get


class TakesGzipTests:
    @pytest.mark.parametrize(
        "accepted",
        [
            "gzip",
            "GZIP",
            "gzip, deflate, br",
            "br;q=1.0, gzip;q=0.8",
            "x-gzip",
            "*",
            "gzip;q=0.001",
        ],
    )
    def test_where_it_is_named(self, accepted):
        assert encoding.takes_gzip(accepted)

    @pytest.mark.parametrize(
        "accepted",
        [
            *("", "br", "identity", "gzip;q=0", "gzip;q=0.0, br", "*;q=0", "gzip;q=x", "gzip;a=b"),
            *("gzip;q=0, *;q=1", "gzip;q=0.5, identity;q=1", ";", ",,", "gzippy", "q=gzip"),
        ],
    )
    def test_not_where_it_is_not_or_refused(self, accepted):
        assert not encoding.takes_gzip(accepted)


class CompressedTests:
    def test_is_what_was_asked_for(self, front):
        plain, packed = get(front), get(front, HTTP_ACCEPT_ENCODING="gzip")

        assert plain.body == PAGE
        assert gzip.decompress(packed.body) == PAGE
        assert packed.headers["Content-Encoding"] == "gzip"
        assert packed.headers["Content-Length"] == str(len(packed.body))
        assert "Content-Encoding" not in plain.headers
        assert (packed.tag, packed.headers["Vary"]) == (plain.tag, plain.headers["Vary"])

    def test_is_done_once(self, front, fake, monkeypatch):
        done = []
        compress = encoding.compressed

        def counted(body: bytes) -> bytes:
            done.append(body)
            return compress(body)

        monkeypatch.setattr(encoding, "compressed", counted)
        get(front)
        for _ in range(3):
            get(front, HTTP_ACCEPT_ENCODING="gzip")

        assert (len(done), len(fake.made)) == (1, 1)

    @pytest.mark.parametrize(
        "change", [{"body": b"short"}, {"headers": {"Content_Type": "image/png"}}]
    )
    def test_is_not_what_would_gain_nothing(self, front, fake, change):
        for name, value in change.items():
            setattr(fake, name, value)

        assert "Content-Encoding" not in get(front, HTTP_ACCEPT_ENCODING="gzip").headers

    def test_is_the_same_at_every_hour(self):
        assert encoding.compressed(PAGE) == encoding.compressed(PAGE)
        assert encoding.compressed(PAGE)[4:8] == bytes(4)
