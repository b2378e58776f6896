"""Each style, by works that are hard to cite and what an editor says is right for them."""

import re
from html import unescape
from pathlib import Path

import pytest

from statements.citing import styles, written
from statements.citing.styles import STYLES
from tests.citing.cases import CASES, work

GOLDEN = Path(__file__).parent / "golden"
NOT_STYLES = {"style"}


def plain(drawn: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", drawn))


def golden(name: str) -> dict[str, str]:
    lines = (GOLDEN / f"{name}.txt").read_text("utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


class RegistryTests:
    def test_has_every_file_of_the_folder(self):
        folder = Path(styles.__file__).parent

        files = {path.stem for path in folder.glob("[!_]*.py")} - NOT_STYLES
        assert {style.code for style in STYLES} == files

    def test_every_case_has_what_is_right_and_no_more(self):
        assert {path.stem for path in GOLDEN.glob("*.txt")} == CASES.keys()


class CitationTests:
    @pytest.mark.parametrize("name", CASES)
    def test_is_as_the_manual_has_it(self, name):
        cited = {}
        for style in STYLES:
            one = style.cite(CASES[name])
            cited[style.code] = plain(one.html)
            cited[f"{style.code} accessed"] = plain(f"{one.start}{one.accessed}{one.end}")

        assert cited == golden(name)

    @pytest.mark.parametrize("style", STYLES, ids=lambda style: style.code)
    def test_keeps_another_script_apart(self, style):
        drawn = style.cite(CASES["arabic"]).html

        assert '<bdi lang="ar" dir="rtl">حماية الضحايا وفق S/2017/198</bdi>' in drawn

    def test_keeps_names_written_from_the_right_apart(self):
        said = written.escaped("by السيدة عائشة, وزيرة الخارجية, 27 September")

        assert said == "by <bdi>السيدة عائشة</bdi>, <bdi>وزيرة الخارجية</bdi>, 27 September"

    @pytest.mark.parametrize("style", STYLES, ids=lambda style: style.code)
    def test_writes_no_markup_of_a_title(self, style):
        drawn = style.cite(CASES["markup"]).html

        assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in drawn
        assert "<b>" not in drawn

    @pytest.mark.parametrize("style", STYLES, ids=lambda style: style.code)
    def test_holds_no_day_of_access_of_its_own(self, style):
        cited = style.cite(work())

        assert "{day}" in cited.accessed
        assert "{day}" not in cited.html
        assert "ccess" not in cited.html
