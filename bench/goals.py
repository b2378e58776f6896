"""What the site promises at 100,000 statements: the one place where it is written as numbers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """The most a page may cost, as a multiple of the constant page; growth from small to large."""

    sqlite: float
    postgresql: float
    growth: float = 1.5

    def of(self, database: str) -> float:
        return self.postgresql if database == "postgresql" else self.sqlite


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of page that is measured: how it is called, and its goal if it has one."""

    title: str
    goal: Goal | None = None
    is_cold: bool = True


_LIST = Goal(20, 25)
PAGES: dict[str, Page] = {
    "home": Page("home"),
    "list": Page("statements, no filter", _LIST),
    "theme": Page("statements of a theme", _LIST),
    "country": Page("statements of a country", _LIST),
    "theme_country": Page("statements, theme + country", _LIST),
    "any": Page("statements, any combination", Goal(25, 30)),
    "dense": Page("statements, dense combination", Goal(25, 30)),
    "deep": Page("statements, page 2,000", _LIST),
    "rec_list": Page("recommendations, no filter", _LIST),
    "rec_value": Page("recommendations of a theme", _LIST),
    "rec_theme_country": Page("recommendations, theme + country", _LIST),
    "rec_any": Page("recommendations, any combination", Goal(25, 30)),
    "rec_dense": Page("recommendations, dense combination", Goal(35, 40, growth=2.0)),
    "rec_deep": Page("recommendations, page 2,000", _LIST),
    "detail": Page("statement with 8 recommendations", Goal(12, 20)),
    "search_rare": Page("search, a rare word", Goal(25, 40)),
    "search_two_theme": Page("search, two words + theme", Goal(40, 60)),
    "search_common": Page("search, a common word", Goal(100, 200)),
    "search_rare_all": Page("search of all kinds, a rare word", Goal(25, 40)),
    "search_two_theme_all": Page("search of all kinds, two words + theme", Goal(40, 60)),
    "search_common_all": Page("search of all kinds, a common word", Goal(100, 200)),
    # The sizes of files grow with what they hold.
    "export_csv": Page("CSV of a country", Goal(600, 800, growth=0)),
    "export_json": Page("JSON of a country", Goal(250, 400, growth=0)),
    "warm": Page("statements, warm", Goal(1, 1, growth=0), is_cold=False),
}

# The goals of files are told for 18 MB of JSON: so many statements of a made corpus.
EXPORTED = 1_500
WARM_RATE = 0.8
# Milliseconds: the move itself with all its checks, in one transaction, and its catalogue part.
PUBLISH = Goal(25, 40)
PUBLISH_CATALOGUE = Goal(8, 20)
BULK = {"sqlite": 500.0, "postgresql": 200.0}
