"""One very long statement with very many recommendations: opened, and saved."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

from django.test import Client

from statements import workflow
from statements.models import Actor, Recommendation, Statement, Theme, User, Voice
from statements.text import passages

Measured = Callable[..., Any]
GOAL = 2.0
_CONTROL = re.compile(
    r"<(input|select|textarea)\b([^>]*)>(.*?)(?=<(?:input|select|textarea)\b|$)", re.S
)
_ATTRIBUTE = re.compile(r'([\w-]+)(?:="([^"]*)")?')


def measure(officer: Client, keeper: User, measured: Measured, characters: int, many: int) -> None:
    """Make a statement of so many characters, open its form, and save it with another title."""
    one = made(keeper, characters, many)
    address = f"/admin/statements/statement/{one.pk}/change/"
    measured("long statement: open", lambda: officer.get(address), GOAL)
    page = officer.get(address)
    sent = controls(page.content.decode()) | {"title": ["Longer than long"]}
    measured("long statement: save", lambda: officer.post(address, sent), GOAL)
    one.refresh_from_db()
    assert (one.title, one.version) == ("Longer than long", 2), "It was not saved."
    words = controls(officer.get(address).content.decode())
    words["text"] = [one.text.replace("\n", "\r\n") + "\r\n\r\nOne more."]
    measured("long statement: save other words", lambda: officer.post(address, words), GOAL)
    one.refresh_from_db()
    assert one.text.endswith("One more.")


def made(by: User, characters: int, many: int) -> Statement:
    length = characters // many - 2
    lines = [
        f"In point {n}, every State should act at once, and".ljust(length, "x") for n in range(many)
    ]
    one = Statement(title="Long", text="\n\n".join(lines))
    workflow.create(one, by=by)
    voice = Voice.objects.create(statement=one, actor=Actor.objects.order_by("pk")[0])
    theme = Theme.objects.order_by("pk")[0]
    one.themes.add(theme)
    starts = [n * (length + 2) for n in range(many)]
    places = [passages.anchor(one.text, start, start + length) for start in starts]
    rows = Recommendation.objects.bulk_create(
        Recommendation(statement=one, passage=passage, strength=3, pillar="protection")
        for passage in workflow.anchor_all(one, places)
    )
    askers, themes = Recommendation.askers.through, Recommendation.themes.through
    askers.objects.bulk_create(askers(recommendation=row, voice=voice) for row in rows)
    themes.objects.bulk_create(themes(recommendation=row, theme=theme) for row in rows)
    return one


def controls(page: str) -> dict[str, list[str]]:
    """Return what a browser would send of the form of a page."""
    form = page[page.index('id="statement_form"') :]
    form = form[: form.index("</form>")]
    sent: dict[str, list[str]] = {}
    for kind, attributes, rest in _CONTROL.findall(form):
        held = dict(_ATTRIBUTE.findall(attributes))
        name = held.get("name", "")
        if not name or held.get("type") in {"submit", "button"} or "disabled" in held:
            continue
        if held.get("type") in {"checkbox", "radio"} and "checked" not in held:
            continue
        for value in _values(kind, held, rest):
            sent.setdefault(name, []).append(unescape(value))
    return sent


def _values(kind: str, held: dict[str, str], rest: str) -> list[str]:
    if kind == "textarea":
        return [rest[: rest.index("</textarea>")].removeprefix("\n")]
    if kind == "select":
        options = rest[: rest.index("</select>")]
        return [
            dict(_ATTRIBUTE.findall(one)).get("value", "")
            for one in re.findall(r"<option\b([^>]*)>", options)
            if re.search(r"\bselected\b", one)
        ]
    return [held.get("value", "on" if held.get("type") == "checkbox" else "")]
