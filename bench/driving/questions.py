"""What is asked: each kind of page with random parameters of which the answer is known."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from bench.corpus import sheets, writing
from bench.corpus.oracle import Oracle, Parameters, traits
from bench.corpus.sheets import Sheet
from bench.goals import EXPORTED

PAGE_SIZE = 20
DEEP = 2000
# So many countries are exported.
EXPORTS = 8
# A combination is dense where it still finds so large a part of all.
DENSE = 0.04
NARROWING = ("theme", "country", "by", "to", "kind", "pillar", "year")
ADDRESSES = {"statement": "/statements/", "recommendation": "/recommendations/"}


@dataclass(frozen=True, slots=True)
class Question:
    """An address, what kind of answer it has, and how many records that must tell of."""

    path: str
    form: str
    expected: int = 0
    page: int = 1


Questions = Mapping[str, Sequence[Question]]


class Asker:
    """Makes questions: parameters with at least so many hits in `known`, answers of `oracle`."""

    def __init__(
        self, oracle: Oracle, known: Oracle, all_sheets: sheets.Sheets, size: int, least: int
    ) -> None:
        self.oracle, self.known, self.least = oracle, known, least
        self.sheets, self.size = all_sheets, size
        self.chance = sheets.chance_of(all_sheets.seed, f"questions:{size}:{least}")

    def questions(self, n: int) -> Questions:
        """Return `n` questions of each kind; fewer where there are not so many to ask."""
        made: dict[str, Sequence[Question]] = {
            "home": [Question("/", "page")],
            "list": [self._list("statement", {})],
            "theme": self._some(n, lambda: self._one_value("statement", "theme")),
            "country": self._some(n, lambda: self._one_value("statement", "country")),
            "theme_country": self._some(n, lambda: self._pair("statement")),
            "any": self._some(n, lambda: self._any("statement")),
            "dense": self._some(n, lambda: self._dense("statement")),
            "deep": [self._deep("statement")],
            "detail": self._details(n),
            "rec_list": [self._list("recommendation", {})],
            "rec_value": self._some(n, lambda: self._one_value("recommendation", "theme")),
            "rec_theme_country": self._some(n, lambda: self._pair("recommendation")),
            "rec_any": self._some(n, lambda: self._any("recommendation")),
            "rec_dense": self._some(n, lambda: self._dense("recommendation")),
            "rec_deep": [self._deep("recommendation")],
        }
        return {**made, **self._searches(n), **self._exports()}

    def _some(self, n: int, make: Callable[[], Question | None]) -> list[Question]:
        found: dict[str, Question] = {}
        for _ in range(40 * n):
            if len(found) >= n:
                break
            if one := make():
                found[one.path] = one
        return list(found.values())

    def _list(self, kind: str, parameters: Parameters, page: int = 1) -> Question:
        asked = [(name, value) for name, values in parameters.items() for value in values]
        asked += [("page", str(page))] if page > 1 else []
        path = ADDRESSES[kind] + (f"?{urlencode(asked)}" if asked else "")
        return Question(path, kind, self.oracle.count(kind, parameters), page)

    def _if_found(self, kind: str, parameters: Parameters, least: int = 0) -> Question | None:
        enough = self.known.count(kind, parameters) >= max(self.least, least)
        return self._list(kind, parameters) if enough else None

    def _one_value(self, kind: str, name: str) -> Question | None:
        values = self.known.values(kind, name)
        value = self.chance.choices(list(values), weights=[*values.values()])[0]
        return self._if_found(kind, {name: [value]})

    def _traits(self, kind: str) -> dict[str, list[str]]:
        """Return what one record, chosen at random, is found by."""
        own, asked = traits(self._sheet(), self.sheets.register)
        found: dict[str, list[str]] = {}
        for name, value in sorted(own if kind == "statement" else self.chance.choice(asked)):
            found.setdefault(name, []).append(value)
        return found

    def _sheet(self) -> Sheet:
        return self.sheets.sheet(self.chance.randint(1, self.size))

    def _pair(self, kind: str) -> Question | None:
        held = self._traits(kind)
        names = [name for name in ("theme", "country") if name in held]
        chosen: Parameters = {name: [self.chance.choice(held[name])] for name in names}
        return self._if_found(kind, chosen) if len(chosen) == 2 else None

    def _any(self, kind: str) -> Question | None:
        """Narrow by two to four parameters that one record has, in some by a span of time."""
        held = self._traits(kind)
        names = [name for name in NARROWING if name in held]
        chosen = self.chance.sample(names, min(len(names), self.chance.randint(2, 4)))
        parameters = {name: [self.chance.choice(held[name])] for name in sorted(chosen)}
        if "year" in parameters:
            year = int(parameters.pop("year")[0])
            parameters |= {"since": [str(year - self.chance.randint(0, 4))]}
            parameters |= {"until": [f"{year + self.chance.randint(0, 3)}-12"]}
        return self._if_found(kind, parameters)

    def _dense(self, kind: str) -> Question | None:
        """Narrow by three or four parameters, some with several values, and leave many records."""
        kinds = ["speech"] if kind == "statement" else ["ask"]
        themes = [*self.sheets.register.themes][:12]
        states = [*self.sheets.register.countries][:12]
        parameters: dict[str, list[str]] = {
            "theme": self.chance.sample(themes, 4),
            "country": self.chance.sample(states, 6),
            "kind": kinds,
            "pillar": self.chance.sample(list(sheets.PILLARS), 2),
            "since": [str(self.chance.randint(2005, 2012))],
        }
        names = self.chance.sample(list(parameters), self.chance.randint(3, 4))
        chosen = {name: parameters[name] for name in names}
        return self._if_found(kind, chosen, int(DENSE * self.known.total(kind)))

    def _deep(self, kind: str) -> Question:
        last = max(1, -(-self.oracle.total(kind) // PAGE_SIZE))
        return self._list(kind, {}, page=min(DEEP, last))

    def _details(self, n: int) -> list[Question]:
        """Return pages of statements with eight recommendations."""
        eight = (sheet for sheet in self._shuffled() if len(sheet.asks) == 8)
        chosen = [sheet for sheet, _ in zip(eight, range(n), strict=False)]
        register = self.sheets.register
        return [
            Question(f"/statements/{writing.slug(sheet, register)}/", "detail", len(sheet.asks))
            for sheet in chosen
        ]

    def _shuffled(self) -> Iterator[Sheet]:
        for _ in range(2000):
            yield self._sheet()

    def _searches(self, n: int) -> Questions:
        counted = self.sheets.counted
        rare = counted.few if self.least > 1 else counted.rare
        middling = [one.word for one in counted.middling]

        def two() -> Question | None:
            theme = self.chance.choice([*self.sheets.register.themes][:6])
            asked = " ".join(self.chance.sample(middling, 2))
            return self._if_found("statement", {"q": [asked], "theme": [theme]})

        every = {
            "search_rare": [{"q": [one.word]} for one in rare],
            "search_common": [{"q": [one.word]} for one in counted.common],
        }
        lists = {
            name: [found for one in asked if (found := self._if_found("statement", one))][:n]
            for name, asked in every.items()
        }
        lists["search_two_theme"] = self._some(n, two)
        return {**lists, **{f"{name}_all": everywhere(ones) for name, ones in lists.items()}}

    def _exports(self) -> Questions:
        """Return the exports of countries whose files are about as large as the goals say."""
        counts = self.oracle.values("statement", "country")
        about = sorted(counts, key=lambda code: (abs(counts[code] - EXPORTED), code))[:EXPORTS]
        return {
            f"export_{form}": [
                Question(f"/statements.{form}?country={code}", form, counts[code]) for code in about
            ]
            for form in ("csv", "json")
        }


def everywhere(asked: Sequence[Question]) -> list[Question]:
    """Return the same questions to the search page, whose number is not that of one kind."""
    return [Question(one.path.replace("/statements/", "/search/"), "page") for one in asked]
