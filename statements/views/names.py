"""The names of everything a page mentions, looked up at once."""

from collections.abc import Iterable, Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from statements.catalogue import vocabulary
from statements.catalogue.given import Filter
from statements.catalogue.records import Addressee, AnyRecord, Live, Voice
from statements.catalogue.vocabulary import WHOLE, Key, Label
from statements.templatetags import drawing


def unlinked(title: str, kind: str = "") -> Label:
    """Return the label of something that has a name but no page; "words" are the source's own."""
    return Label(kind=kind, ref="", slug="", title=title)


def of_terms(scheme: str, codes: Iterable[str]) -> Iterable[Key]:
    """Return the keys of terms; those of a scheme that is read whole need none."""
    return [] if scheme in WHOLE else [("term", f"{scheme}/{code}") for code in codes]


def of_values(one: Filter, values: Iterable[str]) -> Iterable[Key]:
    """Return the keys of the names of values of a parameter."""
    if one.scheme and one.record:
        return [key for value in values if (key := vocabulary.key_of_who(value))]
    if one.record:
        return [(one.record, value) for value in values]
    return of_terms(one.scheme, values) if one.scheme else []


def of_actors(of: Iterable[Voice | Addressee]) -> Iterable[Key]:
    """Yield the keys of the actors of voices or addressees."""
    return [("actor", one.actor) for one in of if one.actor]


class Names:
    """Labels by kind and reference, in the language of the reader; looked up when it is built.

    `beside` are records that are not public yet, for a page that is not either.
    """

    def __init__(self, keys: Iterable[Key], beside: Iterable[AnyRecord] = ()) -> None:
        self.reader = get_language() or ""
        self.vocabulary = vocabulary.current()
        self.labels = self.vocabulary.labels(keys)
        if unpublished := list(beside):
            coming = {(one.KIND, one.ref): vocabulary.label_of_record(one) for one in unpublished}
            self.labels = {**coming, **self.labels}

    def one(self, kind: str, ref: str | None) -> Label | None:
        return self.labels.get((kind, ref)) if ref else None

    def actor(self, ref: str | None) -> Label | None:
        return self.one("actor", ref)

    def terms(self, scheme: str, codes: Iterable[str]) -> tuple[Label, ...]:
        if scheme in WHOLE:
            named = self.vocabulary.named(scheme)
            return tuple([named[code] for code in codes if code in named])
        found = [self.labels.get(("term", f"{scheme}/{code}")) for code in codes]
        return tuple([label for label in found if label])

    def values(self, one: Filter, values: Iterable[str]) -> Mapping[str, Label]:
        """Return the labels of those values of a parameter that have a name."""
        if one.scheme and one.record:
            return self.vocabulary.who(values)
        if one.scheme:
            # The slug of a term is its code, the value it is filed by.
            return {label.slug: label for label in self.terms(one.scheme, values)}
        found = {value: self.one(one.record, value) for value in values}
        # A State is found by its country.
        return {
            value: label for value, label in found.items() if label and label.kind == one.record
        }

    def items(self, scheme: str, codes: Iterable[str]) -> list[str]:
        """Return the names of terms of a scheme that is read whole, each as the item of a list."""
        drawn = self.vocabulary.drawn.get(scheme)
        if drawn is None:
            named = self.vocabulary.named(scheme)
            drawn = {code: drawing.items(self.reader, [label]) for code, label in named.items()}
            self.vocabulary.drawn[scheme] = drawn
        return [drawn[code] for code in codes if code in drawn]

    def in_order(self, scheme: str, codes: Iterable[str]) -> tuple[Label, ...]:
        """Return the labels of terms by the alphabet."""
        return tuple(sorted(self.terms(scheme, codes), key=lambda label: (label.title, label.code)))

    def country(self, code: str | None) -> Label | None:
        return self.vocabulary.named("country").get(code) if code else None

    def campaigns(self, live: Live) -> tuple[Label, ...]:
        found = [self.one("campaign", ref) for ref in live.campaigns]
        return tuple([label for label in found if label])

    def instruments(self, refs: Iterable[str]) -> tuple[Label, ...]:
        found = [self.one("instrument", ref) for ref in refs]
        return tuple([label for label in found if label])

    def voice(self, voice: Voice) -> Label:
        """Return the name of who speaks: the actor, else the person, else that it is withheld."""
        if found := self.actor(voice.actor):
            return found
        return unlinked(voice.name, "words") if voice.name else unlinked(_("a person not named"))

    def voices(self, voices: Iterable[Voice]) -> tuple[Label, ...]:
        return tuple(dict.fromkeys([self.voice(voice) for voice in voices]))

    def asked(self, addressees: Iterable[Addressee], addressed_as: str) -> tuple[Label, ...]:
        """Return the names of who is asked, or the source's own words for them."""
        found = tuple([label for one in addressees if (label := self.actor(one.actor))])
        return found or ((unlinked(addressed_as, "words"),) if addressed_as else ())
