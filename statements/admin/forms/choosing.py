"""Fields of choices that say what is chosen without asking for it row by row."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

from statements.admin.forms.entered import number


class Held:
    """Takes the labels of what is chosen from a row that was fetched with them."""

    held: Mapping[str, str] = {}

    def hold(self, row: Any) -> None:
        self.held = {str(one.pk): str(one) for one in self.chosen_in(row)}

    def chosen_in(self, row: Any) -> Iterable[Any]:
        raise NotImplementedError

    def optgroups(self: Any, name: str, value: list[Any], attr: Any = None) -> Any:
        # What can be no key finds nothing, as what is not there; the field says so.
        value = [each for each in value if each is None or not str(each) or number(str(each))]
        chosen = [str(each) for each in value if each not in ("", None)]
        if not chosen or not self.held.keys() >= set(chosen):
            return super().optgroups(name, value, attr)  # type: ignore[misc]
        empty = [] if self.is_required or self.allow_multiple_selected else [("", "", False)]
        options = [*empty, *((pk, self.held[pk], True) for pk in chosen)]
        made = [self.create_option(name, *one, at) for at, one in enumerate(options)]
        return [(None, made, 0)]


class HeldChoice(Held, AutocompleteSelect):  # type: ignore[misc]
    def chosen_in(self, row: Any) -> Iterable[Any]:
        chosen = getattr(row, self.field.name)
        return () if chosen is None else (chosen,)


class HeldChoices(Held, AutocompleteSelectMultiple):  # type: ignore[misc]
    def chosen_in(self, row: Any) -> Iterable[Any]:
        return getattr(row, self.field.name).all()  # type: ignore[no-any-return]
