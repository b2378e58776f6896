"""Find the calls of a text, and what its speaker promises."""

import re
from collections.abc import Iterator
from dataclasses import replace

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from statements.choices import RecommendationKind, Strength
from statements.ingest.drafting.asks import languages
from statements.ingest.drafting.asks.addressees import addressee
from statements.ingest.drafting.asks.cues import CERTAIN, ENOUGH, Call, Grammar, best, calling_words
from statements.ingest.drafting.asks.lists import List, lists
from statements.ingest.drafting.asks.pillars import pillar
from statements.ingest.drafting.asks.quotations import parts
from statements.ingest.drafting.asks.sentences import sentences
from statements.ingest.drafting.asks.short_forms import of_item, short_form
from statements.ingest.drafting.asks.voice import tells
from statements.ingest.drafting.cited.terms import groups, themes
from statements.ingest.drafting.draft import Ask, Why
from statements.ingest.drafting.page import Line, Page
from statements.ingest.drafting.vocabulary import Vocabulary, shipped

# Nobody speaks a sentence that is longer; a table or a damaged file has one.
_LONGEST = 2_500
_HEAD, _HEADING_WORDS = 6, 12
_ENDS = re.compile(r"[.!?…:;,。！？؟۔\"')\]]\s*\Z")
_QUESTION = re.compile(r"[?？؟][\"')\]\s]*\Z")


def find(page: Page, language: str, vocabulary: Vocabulary | None = None) -> list[Ask]:
    """Return the calls and promises of a statement in their order.

    A call is a whole sentence; of a quotation the quoted sentence alone; of a list below a stem
    that calls, each item, with the stem as its lead-in.
    """
    grammar = languages.GRAMMARS.get(language)
    if not grammar:
        return []
    reader = _Reader(page, grammar, vocabulary or shipped(), tells=tells(page.words))
    found = reader.asks()
    return list(found) if language == "en" else [replace(one, short_form="") for one in found]


class _Reader:
    def __init__(
        self, page: Page, grammar: Grammar, vocabulary: Vocabulary, *, tells: bool
    ) -> None:
        self.page = page
        self.grammar = grammar
        self.vocabulary = vocabulary
        self.tells = tells
        self.addressee = ""

    def asks(self) -> Iterator[Ask]:
        lines = self.page.lines
        below = {found.stem: found for found in lists(lines)}
        number = 0
        while number < len(lines):
            found = below.get(number)
            items = list(self._of_list(found)) if found else []
            if items and found:
                yield from items
                number = found.items[-1] + 1
                continue
            if not _is_heading(lines[number], number):
                yield from self._of_line(lines[number])
            number += 1

    def _of_list(self, found: List) -> Iterator[Ask]:
        """Yield the items where the stem calls or promises, and leaves open what."""
        line = self.page.lines[found.stem]
        start, end = sentences(line.words)[-1]
        stem = line.words[start:end]
        call = best(stem, self.grammar, told=self.tells)
        promise = self.grammar.promise.search(stem)
        if not self.grammar.stem.search(stem) or not (promise or (call and call.score >= ENOUGH)):
            return
        for before in sentences(line.words)[:-1]:
            yield from self._of_sentence(line, *before)
        calls = call if call and call.score >= ENOUGH else None
        if calls:
            self.addressee = addressee(stem, calls, self.vocabulary) or self.addressee
        lead_in = self.page.place(line.start + start, line.start + end)
        for number in found.items:
            item = self.page.lines[number]
            yield self._ask(item, *_item(item.words), calls, lead_in=lead_in)

    def _of_line(self, line: Line) -> Iterator[Ask]:
        self.addressee = "" if '"' in line.words else self.addressee
        for part in parts(line.words, self._raw_marks(line)):
            for start, end in sentences(line.words, part.start, part.end):
                for ask in self._of_sentence(line, start, end):
                    yield replace(ask, is_quoted=part.is_quoted)

    def _of_sentence(self, line: Line, start: int, end: int) -> Iterator[Ask]:
        words = line.words[start:end]
        if end - start > _LONGEST or _QUESTION.search(words):
            return
        call = best(words, self.grammar, told=self.tells)
        if call and call.score >= ENOUGH:
            yield self._ask(line, start, end, call)
        elif self.grammar.promise.search(words):
            yield self._ask(line, start, end, None)

    def _ask(
        self,
        line: Line,
        start: int,
        end: int,
        call: Call | None,
        lead_in: tuple[int, int] | None = None,
    ) -> Ask:
        words = line.words[start:end]
        place = self.page.place(line.start + start, line.start + end)
        if not call:
            return self._promise(words, place, lead_in)
        if not lead_in:
            self.addressee = addressee(words, call, self.vocabulary)
        return Ask(
            start=place[0],
            end=place[1],
            exact=self.page.text[slice(*place)],
            why=_why(call, self.addressee, in_list=bool(lead_in)),
            lead_in=lead_in,
            addressee=self.addressee,
            pillar=pillar(*_asked(words, 0 if lead_in else call.end, self.addressee), line.words),
            strength=call.cue.strength,
            themes=themes(words),
            groups=groups(words),
            verb=calling_words(words, call),
            short_form=self._short_form(words, call, lead_in),
            sure=call.score >= CERTAIN,
        )

    def _short_form(self, words: str, call: Call, lead_in: tuple[int, int] | None) -> str:
        if lead_in:
            return of_item(words, self.page.text[slice(*lead_in)])
        return short_form(words, call, self.addressee)

    def _promise(self, words: str, place: tuple[int, int], lead_in: tuple[int, int] | None) -> Ask:
        found = self.grammar.promise.search(words)
        verb = found["verb"] if found else ""
        return Ask(
            start=place[0],
            end=place[1],
            exact=self.page.text[slice(*place)],
            why=Why("promise", _("the speaker's own promise")),
            lead_in=lead_in,
            kind=RecommendationKind.COMMITMENT,
            pillar=pillar(words),
            strength=Strength.WELCOMES,
            themes=themes(words),
            groups=groups(words),
            verb=verb,
            sure=False,
        )

    def _raw_marks(self, line: Line) -> str:
        """Return the quotation marks of a line as the source has them."""
        if '"' not in line.words:
            return ""
        marks = [found.start() for found in re.finditer('"', line.words)]
        places = (self.page.place(line.start + at, line.start + at + 1)[0] for at in marks)
        return "".join(self.page.text[place] for place in places)


def _is_heading(line: Line, number: int) -> bool:
    if line.is_bullet or _ENDS.search(line.words):
        return False
    return number < _HEAD or len(line.words.split()) <= _HEADING_WORDS


def _item(words: str) -> tuple[int, int]:
    spans = sentences(words)
    return spans[0][0], spans[-1][1]


def _asked(words: str, end: int, addressee: str) -> tuple[str, int]:
    """Return the words without whom they address, and where in them the asking begins."""
    behind = words[end:].replace(addressee, "") if addressee else words[end:]
    return words[:end] + behind, end


def _why(call: Call, addressee: str, *, in_list: bool) -> Why:
    if in_list:
        words = format_lazy(_("an item below “{verb}”"), verb=call.verb)
    elif addressee:
        words = format_lazy("“{verb}” + “{addressee}”", verb=call.verb, addressee=addressee)
    else:
        words = format_lazy("“{verb}”", verb=call.verb)
    return Why(call.cue.name, words)
