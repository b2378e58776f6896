"""A page of the desk as a test reads it."""

from typing import Any

MEANWHILE = "editor saved this while you were working on it."


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())
