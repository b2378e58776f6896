"""Whether an answer is right: its status, the number it tells, and how many records it shows."""

import csv
import html
import io
import json
import re

from bench.driving.client import Answer
from bench.driving.questions import PAGE_SIZE, Question

COUNT = re.compile(r'<p class="count"[^>]*>(.*?)</p>', re.DOTALL)
NUMBER = re.compile(r"\d[\d,.\u00a0\u202f' ]*")
ENTRY = re.compile(r'<article class="entry\b')
NOTE = re.compile(r'<mark\b[^>]*\bid="r[0-9a-z]{10}"|\bid="r[0-9a-z]{10}"')


def problem(question: Question, answer: Answer) -> str:
    """Return what is wrong with an answer in one line, nothing where all is right."""
    if answer.status != 200:
        return f"{question.path}: status {answer.status}"
    wrong = CHECKS[question.form](question, answer)
    return f"{question.path}: {wrong}" if wrong else ""


def shown_total(page: str) -> int | None:
    """Return the number that a list says it has, None where it says none."""
    said = COUNT.search(page)
    number = NUMBER.search(html.unescape(said[1])) if said else None
    return int(re.sub(r"\D", "", number[0])) if number else None


def _list(question: Question, answer: Answer) -> str:
    said = shown_total(answer.text)
    if said != question.expected:
        return f"says {said} where there are {question.expected}"
    due = min(PAGE_SIZE, question.expected - (question.page - 1) * PAGE_SIZE)
    shown = len(ENTRY.findall(answer.text))
    return f"shows {shown} entries instead of {due}" if shown != due else ""


def _detail(question: Question, answer: Answer) -> str:
    marked = len(set(NOTE.findall(answer.text)))
    return "" if marked >= question.expected else f"{marked} marks, not {question.expected}"


def _csv(question: Question, answer: Answer) -> str:
    csv.field_size_limit(10_000_000)
    rows = sum(1 for _ in csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")))) - 1
    return _rows(rows, question)


def _json(question: Question, answer: Answer) -> str:
    try:
        held = json.loads(answer.body)
    except ValueError as error:
        return f"is no JSON: {error}"
    if isinstance(held, dict):
        held = next((value for value in held.values() if isinstance(value, list)), [])
    return _rows(len(held), question)


def _rows(rows: int, question: Question) -> str:
    return "" if rows == question.expected else f"{rows} rows instead of {question.expected}"


def _page(_question: Question, answer: Answer) -> str:
    return "" if "</html>" in answer.text else "is not whole"


CHECKS = {
    "statement": _list,
    "recommendation": _list,
    "detail": _detail,
    "csv": _csv,
    "json": _json,
    "page": _page,
}
