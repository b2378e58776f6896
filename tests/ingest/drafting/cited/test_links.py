"""Addresses and places in a webcast."""

import pytest

from statements.ingest.drafting.cited import links
from statements.ingest.drafting.page import Page


def found(text: str) -> list[tuple[str, str, int | None]]:
    values = [link.value for link in links.find(Page.of(text))]
    return [(link.url, link.label, link.offset) for link in values]


class LinkTests:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("See https://example.org/a/b.", ("https://example.org/a/b", "", None)),
            ("See www.example.org, please", ("https://www.example.org", "", None)),
            ("[the film](https://example.org/f)", ("https://example.org/f", "the film", None)),
            (
                ('<p><a href="https://example.org/x">Text</a></p>'),
                ("https://example.org/x", "Text", None),
            ),
            ("The webcast has it at 1hr and 5min.", ("", "Webcast", 3900)),
            ("UN Web TV, from 0:12:30 on", ("", "UN Web TV webcast", 750)),
        ],
    )
    def test_are_found_with_label_and_offset(self, text, expected):
        assert found(text) == [expected]

    def test_are_proposed_once(self):
        assert len(found("https://example.org/ and https://example.org")) == 1

    def test_are_no_durations_of_other_things(self):
        assert found("The flight takes 2 hours and 10 minutes. me@www.example.org") == []
