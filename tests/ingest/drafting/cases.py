"""Texts made to keep a rule busy for ever."""

ENDLESS = [
    " " * 300_000,
    "must " * 40_000,
    "we call on " * 25_000,
    '"' * 40_000,
    "(a) " * 25_000,
    "A. " * 40_000,
    "the resolution that which who if how " * 4_000,
    "stress the of the and the " * 8_000,
    "- item to:\n" * 4_000,
    "x" * 300_000,
]
