"""Read a form of the desk as a browser does, so that a test sends what a person would send."""

from html.parser import HTMLParser
from typing import Any

Data = dict[str, list[str]]


class _Controls(HTMLParser):
    """The successful controls of one form (HTML Standard, "constructing the entry list")."""

    def __init__(self, form: str) -> None:
        super().__init__(convert_charrefs=True)
        self.form, self.inside = form, False
        self.data: Data = {}
        self.textarea: str | None = None
        self.words: list[str] = []
        self.select: str | None = None
        self.first: str | None = None
        self.several = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        name, value = given.get("name"), given.get("value")
        if tag == "form":
            self.inside = given.get("id") == self.form
        if not self.inside or "disabled" in given:
            return
        if tag == "input" and name:
            self._input(name, value, given)
        elif tag == "textarea":
            self.textarea, self.words = name, []
        elif tag == "select":
            self.select, self.first, self.several = name, None, "multiple" in given
            self.chosen = False
        elif tag == "option" and self.select:
            self._option(value or "", "selected" in given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.textarea:
            # The parser of a browser drops one newline after the opening tag.
            text = "".join(self.words).removeprefix("\n")
            self._add(self.textarea, text.replace("\n", "\r\n"))
            self.textarea = None
        elif tag == "select" and self.select:
            if not self.several and not self.chosen and self.first is not None:
                self._add(self.select, self.first)
            self.select = None

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.words.append(data)

    def _input(self, name: str, value: str | None, given: dict[str, str | None]) -> None:
        kind = given.get("type", "text")
        if kind in {"submit", "button", "file"}:
            return
        if kind in {"checkbox", "radio"}:
            if "checked" in given:
                self._add(name, "on" if value is None else value)
        else:
            self._add(name, value or "")

    def _option(self, value: str, selected: bool) -> None:
        self.first = value if self.first is None else self.first
        if selected and self.select:
            self.chosen = True
            self._add(self.select, value)

    def _add(self, name: str, value: str) -> None:
        self.data.setdefault(name, []).append(value)


def filled(response: Any, form: str = "statement_form") -> Data:
    """Return what a browser would send for a form of a page, as it was served."""
    return controls(response.content.decode(), form)


def controls(page: str, form: str) -> Data:
    """Return what a browser would send for a form in the markup of a page."""
    reader = _Controls(form)
    # As a browser reads every line's end (HTML Standard, "preprocessing the input stream").
    reader.feed(page.replace("\r\n", "\n"))
    return reader.data


def row(data: Data, **fields: Any) -> int:
    """Type a new recommendation into the form; return the number of its row."""
    return _row(data, "recommendations", fields)


def voice(data: Data, **fields: Any) -> int:
    """Type a new voice into the form; return the number of its row."""
    return _row(data, "voices", fields)


def citation(data: Data, **fields: Any) -> int:
    """Type a new citation into the form; return the number of its row."""
    return _row(data, "citations", fields)


def withheld(data: Data, **fields: Any) -> int:
    """Type words to withhold into the form; return the number of their row."""
    return _row(data, "withheld", fields)


def _row(data: Data, prefix: str, fields: dict[str, Any]) -> int:
    number = int(data[f"{prefix}-TOTAL_FORMS"][0])
    empty = f"{prefix}-__prefix__-"
    blank = {name.removeprefix(empty): data[name] for name in data if name.startswith(empty)}
    if number and all(data.get(f"{prefix}-{number - 1}-{name}") == blank[name] for name in blank):
        # The spare row, which is there for whoever has no scripts.
        number -= 1
    data[f"{prefix}-TOTAL_FORMS"] = [str(number + 1)]
    data |= {f"{prefix}-{number}-{name}": value for name, value in blank.items()}
    for name, value in fields.items():
        values = value if isinstance(value, list) else [value]
        data[f"{prefix}-{number}-{name}"] = [str(one) for one in values]
    return number
