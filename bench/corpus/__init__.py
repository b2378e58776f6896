"""Statements by the hundred thousand, the same for each seed, whose counts are known."""
