"""The statements that rows of a table refer to: those of the table, and those that are here."""

from collections.abc import Iterable
from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext as _

from statements.ingest.spreadsheets.desk import Desk
from statements.ingest.spreadsheets.names import Names
from statements.ingest.spreadsheets.plan import NewStatement
from statements.models import Recommendation, Statement, User, WithheldPassage
from statements.text.passages import Passage
from statements.workflow.stages import may_edit
from statements.workflow.tags.tagging import may_tag_where
from statements.workflow.withheld.withholding import may_read_withheld

# A statement that is new, or the key of one that is here.
Target = NewStatement | int


class Known:
    """Statements by key, reference, address or title; the table's own go before others."""

    def __init__(self, by: User, desk: Desk) -> None:
        self._by, self._desk = by, desk
        self._targets: list[Target] = []
        self._named = Names()
        self._here = Names()
        self._wanted: set[str] = set()

    def add(self, target: Target, *ranked: str) -> None:
        """Let words mean a statement of the table, the best of them first."""
        self._targets.append(target)
        for rank, name in enumerate(ranked):
            self._named.add(len(self._targets) - 1, [name], rank=rank)

    def expect(self, words: Iterable[str]) -> None:
        """Look up at once what rows will ask for."""
        self._wanted = {form for said in words for form in _forms(said)}
        asked = list(self._wanted)
        found = Statement.objects.filter(
            Q(ref__in=asked) | Q(slug__in=asked) | Q(title__in=asked) | Q(source_url__in=asked)
        )
        for pk, *names in found.values_list("pk", "ref", "slug", "title", "source_url"):
            self._here.add(pk, names)

    def found(self, said: str) -> list[Target]:
        """Return the statements that words mean: one, none or several."""
        for form in _forms(said):
            if own := self._named.found(form):
                return list({id(one): one for one in map(self._targets.__getitem__, own)}.values())
        here = (self._here.found(form) for form in _forms(said))
        return [*next((found for found in here if found), [])]

    def text(self, target: Target) -> str:
        if isinstance(target, NewStatement):
            return str(target.values["text"])
        return self._statements[target].text

    def is_hidden(self, target: Target) -> bool:
        """Tell whether words are withheld from the person: none of it is told by looking for it."""
        if isinstance(target, NewStatement) or target not in self._with_withheld:
            return False
        return not may_read_withheld(self._by, self._statements[target])

    def is_asked(self, target: int, place: Passage) -> bool:
        """Tell whether these very words are a recommendation already."""
        return (target, place.start, place.end) in self._asked

    def why_not(self, target: int, *, tags: bool) -> str:
        """Return why a person may not add to a statement that is here; "" where they may."""
        statement = self._statements[target]
        if not may_edit(statement, self._by):
            return _("You may not change this statement, which is here already.")
        if tags and not may_tag_where(statement.public, self._by):
            return _("You may not tag recommendations of this statement, which was published.")
        return ""

    def tag_names(self, pks: Iterable[int]) -> tuple[str, ...]:
        return tuple(map(self._desk.tags.shown, pks))

    @cached_property
    def _statements(self) -> dict[int, Statement]:
        return Statement.objects.in_bulk(self._keys)

    @cached_property
    def _with_withheld(self) -> set[int]:
        held = WithheldPassage.objects.filter(statement__in=self._keys)
        return set(held.values_list("statement_id", flat=True))

    @cached_property
    def _asked(self) -> set[tuple[int, int, int]]:
        asked = Recommendation.objects.filter(statement__in=self._keys)
        return set(asked.values_list("statement_id", "passage__start", "passage__end"))

    @cached_property
    def _keys(self) -> list[int]:
        own = [one for one in self._targets if isinstance(one, int)]
        here = {pk for form in self._wanted for pk in self._here.found(form)}
        return sorted({*own, *here})


def _forms(said: str) -> list[str]:
    """Return what is said, and the last part of it where it is an address."""
    bare = said.partition("#")[0].rstrip("/") if "://" in said else said
    last = bare.rpartition("/")[2] if "://" in said else ""
    return list(dict.fromkeys(filter(None, (said, bare, f"{bare}/" if last else "", last))))
