"""Plain text in any encoding, as it was received but for the ends of its lines."""

import pytest

from statements.ingest.documents.extracted import Notice
from statements.ingest.documents.unfit import Reason, Unfit
from statements.ingest.extractors import extract

ENGLISH = "We call on all States to ratify the Protocol.\n\nThank you.  \n"
FRENCH = (
    "Il est impératif d’agir : l’été sera décisif, et les États doivent protéger les enfants.\n"
)
ARABIC = "السيد الرئيس، ندعو جميع الدول الأعضاء إلى التصديق على البروتوكول وتنفيذه في أقرب وقت.\n"
RUSSIAN = (
    "Мы призываем все государства ратифицировать Протокол и защищать пострадавших от торговли.\n"
)
CHINESE = "我们呼吁所有国家批准该议定书。\n谢谢主席先生。\n"


class EncodingTests:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
    @pytest.mark.parametrize("text", [ENGLISH, FRENCH, ARABIC, RUSSIAN, CHINESE])
    def test_of_unicode_is_read_by_its_mark(self, text, encoding):
        assert extract(text.encode(encoding)).text == text

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    @pytest.mark.parametrize("text", [ENGLISH, FRENCH, ARABIC, RUSSIAN, CHINESE])
    def test_of_unicode_is_found_without_a_mark(self, text, encoding):
        extracted = extract(text.encode(encoding))

        assert extracted.text == text
        assert (Notice.GUESSED_ENCODING, encoding) in extracted.noticed

    @pytest.mark.parametrize(
        ("text", "encoding"),
        [(FRENCH, "cp1252"), (ARABIC, "cp1256"), (RUSSIAN, "cp1251")],
    )
    def test_of_windows_is_found(self, text, encoding):
        assert extract(text.encode(encoding)).text == text

    def test_of_plain_ascii_is_no_guess(self):
        assert extract(ENGLISH.encode("ascii")).noticed == ()

    def test_is_unicode_still_where_a_character_is_damaged(self):
        damaged = (ARABIC * 5).encode().replace("ر".encode(), b"\xd8", 1)

        extracted = extract(damaged)

        assert extracted.text.count("\ufffd") == 1
        assert (Notice.LEFT_CHARACTERS, "1") in extracted.noticed


class TextTests:
    @pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x85", "\x0b", "\x0c"])
    def test_ends_its_lines_with_lf_alone(self, end):
        assert extract(ENGLISH.replace("\n", end).encode()).text == ENGLISH

    def test_keeps_spaces_at_its_ends(self):
        assert extract(b"  We call. \t\n\n ").text == "  We call. \t\n\n "

    def test_leaves_zeros_out_and_says_so(self):
        extracted = extract(b"We call on all States\0 to act.\n")

        assert extracted.text == "We call on all States to act.\n"
        assert (Notice.LEFT_CHARACTERS, "1") in extracted.noticed

    def test_has_a_language(self):
        assert [extract(text.encode()).language for text in (ENGLISH, ARABIC)] == ["en", "ar"]


class RefusalTests:
    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"", Reason.EMPTY),
            (b" \r\n\t\0 ", Reason.NO_WORDS),
            ("\ufeff \u2003".encode(), Reason.NO_WORDS),
            (bytes(range(256)) * 40, Reason.UNKNOWN),
            (b"\x7fELF\x02\x01\x01" + bytes(200) + b"\x90\x91\x92" * 50, Reason.UNKNOWN),
            (b"\x89PNG\r\n\x1a\n" + bytes(30), Reason.PICTURE),
            (b"{\\rtf1\\ansi We call}", Reason.RICH_TEXT),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Reason.OLD_WORD),
            (b"<?xml version='1.0'?><feed xmlns='x'/>", Reason.UNKNOWN),
            (b" " * (20 * 1024 * 1024 + 1), Reason.TOO_LARGE),
            (b"Very long. " * 100_000, Reason.TOO_LONG),
        ],
    )
    def test_names_what_is_wrong(self, data, reason):
        with pytest.raises(Unfit) as refused:
            extract(data)

        assert refused.value.reason == reason
