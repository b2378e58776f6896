"""A chart of what pages cost at each size, as SVG: a row a page, a dot a size, on a log scale."""

from collections.abc import Iterator, Sequence
from html import escape
from math import log10

from bench import goals
from bench.figures import Run

LEFT, WIDTH, ROW, TOP = 300, 560, 24, 64
LEAST, MOST = 0.5, 5000.0
COLOURS = ("#0b5a7a", "#a8480f", "#4c7a1e", "#6b3fa0")
FONT = 'font-family="sans-serif" font-size="12"'


def svg(runs: Sequence[Run]) -> str:
    """Return the chart of all runs; a stroke marks the goal of a page."""
    names = [name for name in goals.PAGES if any(_cost(run, name) for run in runs)]
    height = TOP + ROW * len(names) + 40
    drawn = [*_legend(runs), *_scale(height)]
    for place, name in enumerate(names):
        drawn += _row(runs, name, TOP + ROW * place)
    size = f'width="{LEFT + WIDTH + 40}" height="{height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {FONT} role="img">'
    title = "<title>Server CPU of pages, as a multiple of a constant page</title>"
    ground = '<rect width="100%" height="100%" fill="#fff"/>'
    return "\n".join([head, title, ground, *drawn, "</svg>", ""])


def x_of(value: float) -> float:
    """Return where a multiple of C stands across the chart."""
    share = log10(min(MOST, max(LEAST, value)) / LEAST) / log10(MOST / LEAST)
    return round(LEFT + WIDTH * share, 1)


def _cost(run: Run, name: str) -> float:
    figure = run.pages.get(name)
    return figure.in_c if figure else 0.0


def _legend(runs: Sequence[Run]) -> Iterator[str]:
    for place, run in enumerate(runs):
        x, colour = 16 + 210 * (place % 4), COLOURS[place % len(COLOURS)]
        y = 18 + 18 * (place // 4)
        yield f'<circle cx="{x}" cy="{y - 4}" r="5" fill="{colour}"/>'
        yield f'<text x="{x + 10}" y="{y}">{run.database}, {run.statements:,}</text>'


def _scale(height: int) -> Iterator[str]:
    for value in (1, 10, 100, 1000):
        x = x_of(value)
        yield f'<path d="M{x} {TOP - 8}V{height - 28}" stroke="#ccc"/>'
        yield f'<text x="{x}" y="{height - 12}" text-anchor="middle">{value:,} C</text>'


def _row(runs: Sequence[Run], name: str, y: int) -> Iterator[str]:
    page = goals.PAGES[name]
    yield f'<text x="16" y="{y + 4}">{escape(page.title)}</text>'
    if page.goal:
        for database in dict.fromkeys(run.database for run in runs):
            x = x_of(page.goal.of(database))
            yield f'<path d="M{x} {y - 9}v18" stroke="#c00" stroke-width="2"/>'
    for place, run in enumerate(runs):
        if cost := _cost(run, name):
            colour = COLOURS[place % len(COLOURS)]
            yield f'<circle cx="{x_of(cost)}" cy="{y}" r="5" fill="{colour}" fill-opacity=".8"/>'
