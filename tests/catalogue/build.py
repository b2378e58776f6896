"""Records of few words, for tests that need no desk."""

import datetime as dt
from typing import Any

from statements.catalogue import records


def date(on: str, precision: str = "day") -> records.Date:
    return records.Date(on=dt.date.fromisoformat(on), precision=precision, source="")


def voice(actor: str | None = None, state: str | None = None, **fields: Any) -> records.Voice:
    given = {"ref": "v", "capacity": "delivers", "name": "", "role": ""} | fields
    return records.Voice(actor=actor, state=state, **given)


def addressee(actor: str, state: str | None = None) -> records.Addressee:
    return records.Addressee(actor=actor, state=state)


def recommendation(ref: str = "rec", **fields: Any) -> records.Recommendation:
    given: dict[str, Any] = {
        "version": 1,
        "statement": "sta",
        "number": 1,
        "kind": "ask",
        "passage": records.Passage(exact="Do it.", prefix="", suffix="", start=0, end=6),
        "lead_in": None,
        "short_form": "",
        "askers": (),
        "addressees": (),
        "addressed_as": "",
        "verb": "",
        "strength": 3,
        "pillar": "",
        "themes": (),
        "countries": (),
        "date": None,
        "event": None,
        "language": "en",
    } | fields
    return records.Recommendation(ref=ref, **given)


def statement(ref: str = "sta", **fields: Any) -> records.Statement:
    given: dict[str, Any] = {
        "slug": f"slug-{ref}",
        "version": 1,
        "kind": "speech",
        "title": f"Title {ref}",
        "title_is_ours": False,
        "language": "en",
        "delivered": None,
        "published": None,
        "event": None,
        "voices": (),
        "countries": (),
        "themes": (),
        "text": "Do it.",
        "text_version": "as_delivered",
        "source_url": "",
        "source_note": "",
        "first_published_on": dt.date(2026, 1, 1),
        "recommendations": (),
        "asks": 0,
        "commitments": 0,
        "quote": None,
    } | fields
    return records.Statement(ref=ref, **given)


def event(ref: str = "eve", **fields: Any) -> records.Event:
    given: dict[str, Any] = {
        "slug": f"slug-{ref}",
        "version": 1,
        "kind": "world_day",
        "title": f"Title {ref}",
        "date": None,
        "ends_on": None,
        "place": "",
        "country": None,
        "host": None,
        "host_state": None,
        "participants": (),
        "themes": (),
        "summary": "",
        "symbol": "",
        "source_url": "",
    } | fields
    return records.Event(ref=ref, **given)


def series(ref: str = "ser", title: str = "") -> records.Series:
    return records.Series(
        ref=ref, slug=f"slug-{ref}", version=1, title=title or f"Title {ref}", summary=""
    )


def term(scheme: str, code: str, *broader: str, label: str = "") -> records.Term:
    labels = {"en": label or code.title()}
    return records.Term(scheme=scheme, code=code, labels=labels, broader=broader, order=0)


def campaign(ref: str, tag: str, title: str = "") -> records.Campaign:
    return records.Campaign(
        ref=ref, slug=f"slug-{ref}", version=1, title=title or ref, aim="", how_to_help="", tag=tag
    )


def actor(ref: str, **fields: Any) -> records.Actor:
    given: dict[str, Any] = {
        "slug": f"slug-{ref}",
        "version": 1,
        "kind": "un_organ",
        "name": f"Name {ref}",
        "names": {},
        "short_name": "",
        "country": None,
        "parent": None,
    } | fields
    return records.Actor(ref=ref, **given)


def instrument(ref: str, **fields: Any) -> records.Instrument:
    given: dict[str, Any] = {
        "slug": f"slug-{ref}",
        "version": 1,
        "kind": "treaty",
        "name": f"Name {ref}",
        "symbol": "",
        "adopted": None,
        "source_url": "",
        "also": (),
    } | fields
    return records.Instrument(ref=ref, names={"en": given["name"]}, **given)
