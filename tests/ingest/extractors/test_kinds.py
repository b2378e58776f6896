"""What a file is, is told by what it holds."""

import pytest

from statements.ingest.documents.kinds import kind_of


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\r\n%PDF-1.4\n", "pdf"),
        (b"<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><title>x</title>", "html"),
        (b"\xef\xbb\xbf\n<!-- saved -->\n<html>", "html"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html><html xmlns='x'>", "html"),
        ("<html><p>x".encode("utf-16"), "html"),
        (b"<div class='x'><p>One</p></div>", "html"),
        (b"The tag <html> begins a page.", "plain"),
        (b"<p is missing its end", "plain"),
        (b"Speech of 21 November", "plain"),
    ],
)
def test_is_told_by_content(data, kind):
    assert kind_of(data) == kind
