"""Files, folders and ZIPs become single documents under safe names."""

import os

import pytest

from statements.ingest.documents import limits, names
from statements.ingest.reading import brought
from tests.ingest.extractors.word import document, packed, paragraph


def brought_from(*paths):
    return [(one.name, one.data or one.refused) for one in brought.from_paths(paths)]


class PathTests:
    def test_a_folder_gives_all_within_it_but_what_is_hidden(self, tmp_path):
        for name in ("b.txt", "a/c.pdf", ".hidden/d.txt", ".DS_Store"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(name.encode())

        assert brought_from(tmp_path) == [("a/c.pdf", b"a/c.pdf"), ("b.txt", b"b.txt")]

    def test_what_is_not_there_is_named(self, tmp_path):
        assert brought_from(tmp_path / "none.txt") == [("none.txt", "There is no such file.")]

    def test_a_pipe_is_not_waited_for(self, tmp_path):
        os.mkfifo(tmp_path / "pipe")

        assert brought_from(tmp_path / "pipe") == [("pipe", "This is no file.")]

    def test_what_is_too_large_is_not_read(self, tmp_path):
        with (tmp_path / "large.txt").open("wb") as file:
            file.truncate(limits.SIZE + 1)

        [(_, refused)] = brought_from(tmp_path / "large.txt")

        assert refused.startswith("The file is too large: at most 20 MB")


class ZipTests:
    def test_gives_what_is_in_it(self):
        data = packed({"a/one.txt": "1", "two.txt": "2", "a/": "", "__MACOSX/._two.txt": "x"})

        found = list(brought.opened("all.zip", data))

        assert [(one.name, one.data) for one in found] == [
            ("all.zip/a/one.txt", b"1"),
            ("all.zip/two.txt", b"2"),
        ]

    def test_of_a_word_document_stays_whole(self):
        data = document(paragraph("We call."))

        assert [(one.name, one.data) for one in brought.opened("a.docx", data)] == [
            ("a.docx", data)
        ]

    def test_goes_on_after_a_file_that_is_refused(self):
        data = packed({"bomb.txt": b" " * 3_000_000, "large.bin": bytes(21 << 20), "ok.txt": "1"})

        found = [(one.name[4:], one.refused[:20], one.data) for one in brought.opened("zip", data)]

        assert found == [
            ("bomb.txt", "This file unpacks to", b""),
            ("large.bin", "The file is too larg", b""),
            ("ok.txt", "", b"1"),
        ]

    @pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
    def test_that_is_damaged_is_refused_once(self, part):
        data = packed({"one.txt": "1" * 500, "two.txt": "2" * 500})

        [one] = brought.opened("a.zip", data[: int(len(data) * part)])

        assert one.refused == "The file is damaged and cannot be read. Fetch it once more."

    def test_that_promises_more_than_any_disk_is_refused(self):
        data = bytearray(packed({str(number): b"" for number in range(3)}))
        place = -1
        for _ in range(3):
            place = data.index(b"PK\x01\x02", place + 1)
            data[place + 24 : place + 28] = (0xFFFFFF00).to_bytes(4, "little")

        [one] = brought.opened("a.zip", bytes(data))

        assert one.refused.startswith("This file unpacks to far more")


class NameTests:
    @pytest.mark.parametrize(
        ("name", "safe"),
        [
            ("../../etc/passwd", "etc/passwd"),
            ("/etc/passwd", "etc/passwd"),
            ("C:\\Users\\x\\speech.txt", "Users/x/speech.txt"),
            ("..", "document"),
            ("", "document"),
            ("speech\u202etxt.exe", "speechtxt.exe"),
            ("a\0b\n.txt", "a_b_.txt"),
            ("خطاب.pdf", "خطاب.pdf"),
            ("cafe\u0301.txt", "café.txt"),
            ("x" * 300 + ".docx", "x" * 60 + ".docx"),
            ("..txt", "txt"),
        ],
    )
    def test_is_made_safe(self, name, safe):
        assert names.safe(name) == safe

    def test_is_told_from_those_before_it(self):
        numbered = names.Distinct()

        assert [numbered.of(name) for name in ("a", "A", "b", "a")] == ["a", "A-2", "b", "a-3"]

    def test_loses_its_folder_and_its_ending(self):
        assert [names.stem(name) for name in ("a/b.c.txt", "b", ".c")] == ["b.c", "b", ".c"]
