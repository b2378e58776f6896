"""A statement and a recommendation: what was written or said, by whom, and where."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from statements import choices
from statements.catalogue import vocabulary
from statements.catalogue.records import Live, Recommendation, Statement, Voice
from statements.catalogue.vocabulary import Label
from statements.citing.works import Day, Work
from statements.templatetags import drawing
from statements.text.characters import on_one_line
from statements.views.metadata.metadata import Crumb, Metadata, Node, site, url
from statements.views.names import Names


def statement(one: Statement, work: Work, names: Names, path: str) -> Metadata:
    """Return the metadata of a statement's page."""
    speaking = [voice for voice in one.voices if voice.capacity in choices.SPEAKING]
    about = {
        "@type": "CreativeWork" if work.is_spoken else "Article",
        "@id": work.address,
        "url": url(path),
        "name": one.title,
        "headline": one.title if not work.is_spoken else "",
        "genre": str(choices.StatementKind(one.kind).label),
        "inLanguage": one.language,
        "author": _authors(speaking, names),
        "contributor": [_person(voice) for voice in speaking if voice.name and voice.actor],
        "datePublished": work.day.machine() if work.day else "",
        "dateModified": one.changes[-1].on.isoformat() if one.changes else "",
        "recordedAt": _event(work, names.one("event", one.event), names),
        "about": [_term(label, names) for label in names.terms("theme", one.themes)],
        "mentions": [_thing(label, names) for label in names.instruments(one.instruments)],
        "isBasedOn": one.source_url,
        "isPartOf": site(),
        "hasPart": [_quotation(part, names) for part in one.recommendations],
    }
    return Metadata(
        title=one.title,
        about=about,
        crumbs=(Crumb(_("Statements"), reverse("statement-list")), Crumb(one.title, path)),
        og_type="article",
        tags=tuple(_cited(work)),
    )


def recommendation(
    one: Recommendation, live: Live, work: Work | None, names: Names, path: str
) -> Metadata:
    """Return the metadata of a recommendation's page."""
    words = on_one_line(one.passage.exact)
    short_form, _language = vocabulary.short_form(one)
    title = short_form or words
    held = names.one("statement", one.statement)
    about = _quotation(one, names) | {
        "@id": url(path),
        "url": url(path),
        "name": short_form,
        "dateCreated": day.machine() if (day := Day.of(one.date)) else "",
        "about": [_term(label, names) for label in names.terms("theme", one.themes)],
        "keywords": [label.title for label in names.terms("tag", live.tags)],
        "isPartOf": _work(held, names) if held else site(),
    }
    return Metadata(
        title=title,
        about=about,
        crumbs=(Crumb(_("Recommendations"), reverse("recommendation-list")), Crumb(title, path)),
        og_type="article",
        tags=tuple(_cited(work)) if work else (),
    )


def _cited(work: Work) -> Iterable[tuple[str, str]]:
    """Yield what Zotero and Google Scholar read: Highwire's tags, and those of Dublin Core."""
    day = work.day.machine() if work.day else ""
    yield "citation_title", work.title
    yield from (("citation_author", author) for author in work.authors)
    yield "citation_publication_date", day.replace("-", "/")
    yield "citation_conference_title", work.event
    yield "citation_language", work.language
    yield "citation_publisher", work.site
    yield "citation_fulltext_html_url", work.address
    yield "dcterms.title", work.title
    yield from (("dcterms.creator", author) for author in work.authors)
    yield "dcterms.issued", day
    yield "dcterms.type", work.word
    yield "dcterms.language", work.language
    yield "dcterms.identifier", work.address
    yield "dcterms.publisher", work.site
    yield "dcterms.abstract", work.quotation


def _authors(voices: Iterable[Voice], names: Names) -> list[Node]:
    """Return the bodies that speak, and who speaks for none; nobody whose name is withheld."""
    found = {}
    for voice in voices:
        if actor := names.actor(voice.actor):
            found[actor.title] = _organization(actor, names)
        elif voice.name:
            found[voice.name] = _person(voice)
    return list(found.values())


def _organization(label: Label, names: Names) -> Node:
    kind = "Country" if label.kind == "country" else "Organization"
    return {"@type": kind, "name": label.title, "url": _address(label, names)}


def _person(voice: Voice) -> Node:
    return {"@type": "Person", "name": voice.name, "jobTitle": voice.role}


def _quotation(one: Recommendation, names: Names) -> Node:
    return {
        "@type": "Quotation",
        "url": url(str(drawing.path(names.reader, "recommendation", one.ref))),
        "text": on_one_line(one.passage.exact),
        "inLanguage": one.language,
        "creator": _authors(one.askers, names),
    }


def _event(work: Work, label: Label | None, names: Names) -> Node:
    if label is None:
        return {}
    place = {"@type": "Place", "name": work.place} if work.place else {}
    return {
        "@type": "Event",
        "name": label.title,
        "url": _address(label, names),
        "location": place,
    }


def _term(label: Label, names: Names) -> Node:
    return {"@type": "DefinedTerm", "name": label.title, "url": _address(label, names)}


def _thing(label: Label, names: Names) -> Node:
    return {"@type": "CreativeWork", "name": label.title, "url": _address(label, names)}


def _work(label: Label, names: Names) -> Node:
    return _thing(label, names) | {"isPartOf": site()}


def _address(label: Label, names: Names) -> str:
    return url(str(drawing.path(names.reader, label.kind, label.slug)))
