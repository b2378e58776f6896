"""Lists of the desk for who may not read all that is withheld: what they show, and find."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import smart_split, unescape_string_literal

from statements import workflow
from statements.admin import wording
from statements.admin.noun import NounAdmin, officer
from statements.models import User

# The methods of requests that only show, and save nothing of what they show.
SHOWN_BY = ("GET", "HEAD")


class CoveredList(ChangeList):
    """Shows each row of its page as its reader may read it."""

    model_admin: "CoveredAdmin"

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        if not workflow.may_read_withheld(officer(request)):
            rows = list(self.result_list)
            self.model_admin.cover(rows, officer(request))
            self.result_list = rows


class CoveredAdmin(NounAdmin):
    """A noun that tells of statements: its rows are read in the wording for who reads them."""

    def cover(self, rows: Sequence[Any], by: User) -> None:
        """Give rows, in memory, the wording that a person may read."""
        raise NotImplementedError

    def get_changelist(self, request: HttpRequest, **options: Any) -> Any:
        return CoveredList

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        found = super().get_object(request, object_id, from_field)
        if found is not None and request.method in SHOWN_BY:
            self.cover_one(found, officer(request))
        return found

    def cover_one(self, row: Any, by: User) -> None:
        """Give the row that a page is about its wording."""
        self.cover([row], by)

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """Let nobody ask by an address what they may not read: by filters of the list alone."""
        if not super().lookup_allowed(lookup, value, request):
            return False
        filters = (getattr(one, "parameter_name", one) for one in self.list_filter)
        offered = [str(one) for one in (*filters, self.date_hierarchy) if one]
        return workflow.may_read_withheld(officer(request)) or any(
            lookup == one or lookup.startswith(f"{one}__") for one in offered
        )


class CoveredSearch(CoveredAdmin):
    """The same of what is a statement, or of one; `statement_at` leads to its key."""

    statement_at = "pk"

    def searched(self, row: Any) -> Iterable[str]:
        """Return what a row is found by for who may not read all of its words."""
        raise NotImplementedError

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find rows by their words; those with hidden words by the wording that may be read."""
        by = officer(request)
        if workflow.may_read_withheld(by) or not search_term.strip():
            return super().get_search_results(request, queryset, search_term)
        unread = wording.unread_by(by, self.statement_at)
        found, twice = super().get_search_results(request, queryset.exclude(unread), search_term)
        among, _twice = super().get_search_results(request, queryset.filter(unread), search_term)
        rows = list(self.get_queryset(request).filter(pk__in=among.values("pk")))
        self.cover(rows, by)
        if keys := [row.pk for row in rows if _has(self.searched(row), search_term)]:
            found |= queryset.filter(pk__in=keys)
        return found, twice


class CoveredChoices(AutocompleteJsonView):
    """Offers what may be chosen as its reader may read it."""

    def get_context_data(self, **options: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**options)
        if isinstance(self.model_admin, CoveredAdmin):
            rows = list(context["object_list"])
            self.model_admin.cover(rows, officer(self.request))
            context["object_list"] = rows
        return context


def _has(lines: Iterable[str], search_term: str) -> bool:
    """Tell whether each of the words that are sought stands in one of the lines."""
    low = [line.casefold() for line in lines]
    return all(any(bit in line for line in low) for bit in _bits(search_term.casefold()))


def _bits(term: str) -> Iterable[str]:
    for bit in smart_split(term):
        quoted = bit[0] in "\"'" and bit[0] == bit[-1]
        yield unescape_string_literal(bit) if quoted else bit
