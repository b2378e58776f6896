"""The form that narrows a list, drawn: each panel a part of its own, set into stencils."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from statements.catalogue.selection import Selection
from statements.templatetags import drawing, stencils
from statements.templatetags.drawing import NOTHING, Drawn, escaped
from statements.views import panels
from statements.views.panels import Panel


@dataclass(frozen=True, slots=True)
class Fieldset(Drawn):
    """A panel: its choices in sight, and the rest of them behind a fold; `css` of that list.

    A long one leads from its most frequent choices to the `whole` of them, or back to `fewer`.
    """

    template: ClassVar[str] = "includes/panel.html"
    name: SafeString
    label: SafeString
    shown: SafeString
    more: SafeString
    rest: SafeString
    css: SafeString
    whole: SafeString
    n: SafeString
    fewer: SafeString

    @classmethod
    def of(cls, reader: str, panel: Panel, path: str, selection: Selection) -> "Fieldset":
        whole = fewer = ""
        if panel.is_whole:
            fewer = path + selection.query()
        elif panel.of:
            whole = path + selection.query(add=(panels.WHOLE, panel.name))
        return cls(
            name=escaped(panel.name),
            label=escaped(panel.label),
            shown=drawing.boxes(reader, panel.shown, panel.name),
            more=escaped(panel.more),
            rest=drawing.boxes(reader, panel.rest, panel.name),
            css=SafeString("choices tree" if panel.is_tree else "choices"),
            whole=escaped(whole),
            n=SafeString(drawing.number(reader, panel.of)),
            fewer=escaped(fewer),
        )


@dataclass(frozen=True, slots=True)
class Form(Drawn):
    """What a list is narrowed by: `sought` names a few of the panels, `hidden` goes along."""

    template: ClassVar[str] = "includes/filters.html"
    path: SafeString
    sought: SafeString
    hidden: SafeString
    q: SafeString
    panels: SafeString
    since: SafeString
    until: SafeString
    open: SafeString


def form(
    reader: str,
    path: str,
    selection: Selection,
    drawn: Sequence[Panel],
    hidden: Iterable[tuple[str, str]],
) -> Form:
    """Return the form of a list at `path`, of its panels and with what they do not show."""
    fieldsets = [Fieldset.of(reader, panel, path, selection) for panel in drawn]
    inputs = format_html_join("\n", '<input type="hidden" name="{}" value="{}">', hidden)
    return Form(
        path=escaped(path),
        sought=escaped(drawing.comma(reader).join(panels.sought(drawn)).lower()),
        hidden=SafeString(inputs) if hidden else NOTHING,
        q=escaped(selection.q),
        panels=stencils.drawn(reader, fieldsets),
        since=escaped(selection.since),
        until=escaped(selection.until),
        open=SafeString(" open" if any(panel.is_whole for panel in drawn) else ""),
    )
