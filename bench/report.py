"""The figures as a page of Markdown: costs, goals met and missed, growth from size to size."""

from collections.abc import Iterator, Sequence

from bench import goals
from bench.driving.hostile import LONGEST, Assault
from bench.driving.underload import Watch
from bench.figures import Figure, Run, growth, middle, quantile, ratio

HEAD = (
    "| page | CPU ms | 8 of 10 | in C | goal | | p50 ms | p95 | p99 | req/s | of C's | kB |\n"
    "| --- | --: | --: | --: | --: | --- | --: | --: | --: | --: | --: | --: |"
)


def markdown(runs: Sequence[Run]) -> str:
    """Return the whole report."""
    lines = ["# What pages cost", "", _explained(), ""]
    for run in runs:
        lines += _of_run(run)
    for database in dict.fromkeys(run.database for run in runs):
        lines += _growths([run for run in runs if run.database == database])
    return "\n".join(lines).rstrip() + "\n"


def missed(runs: Sequence[Run]) -> list[str]:
    """Return the titles of the goals that the runs miss, each with its run."""
    return [
        f"{run.database}, {run.statements:,}: {goals.PAGES[name].title}"
        for run in runs
        for name, figure in run.pages.items()
        if figure.samples and verdict(run, name).startswith("MISSED")
    ]


def verdict(run: Run, name: str) -> str:
    """Return "met" or how far a page is from its goal; nothing where it has none."""
    goal = goals.PAGES[name].goal
    if goal is None:
        return ""
    over = ratio(run.pages[name].in_c, goal.of(run.database))
    return "met" if over <= 1 else f"MISSED x {over:.2f}"


def _explained() -> str:
    return (
        "CPU is that of all workers and, on PostgreSQL, of their backends, for one request; the "
        "middle of all requests, and between what eight of ten lie. C is a constant page of 30 kB "
        "in a Django project of its own, served the same way, measured before and after "
        "each. Pages are cold: the page cache is off."
    )


def _of_run(run: Run) -> Iterator[str]:
    records = f"{run.statements:,} statements, {run.recommendations:,} recommendations"
    yield f"## {run.database}, {records}"
    yield ""
    yield from _of_store(run)
    if run.constant.samples:
        yield ""
        yield HEAD
        yield _constant(run, run.constant)
        yield from (_row(run, name) for name in goals.PAGES if name in run.pages)
        yield ""
        yield from _of_publishing(run)
    yield from (f"- {note}" for note in run.notes)
    yield ""


def _of_store(run: Run) -> Iterator[str]:
    filled = run.filled
    if filled.get("put"):
        goal = goals.BULK[run.database]
        met = "met" if filled["rate"] >= goal else f"MISSED, goal {goal:,.0f}"
        first, peak = filled["memory_first"] / 2**20, filled["memory_peak"] / 2**20
        yield (
            f"- Bulk publishing: {filled['rate']:,.0f} statements a second at the door ({met}), "
            f"{filled['put'] / (filled['door'] + filled['writing']):,.0f} with their writing, "
            f"{filled['put'] / filled['door_cpu']:,.0f} a second of CPU, all processes told; "
            f"memory {first:,.0f} MB after the first batch, {peak:,.0f} MB at most."
        )
    memory = f"; workers hold {run.memory / 2**20:,.0f} MB (PSS)" if run.memory else ""
    yield f"- Database: {run.size / 2**20:,.0f} MB{memory}."


def _constant(run: Run, figure: Figure) -> str:
    low, high = figure.spread
    return (
        f"| constant page, C | {figure.cpu:.3f} | {low:.2f}-{high:.2f} | 1.0 | | "
        f"| {figure.took(0.5):.2f} | {figure.took(0.95):.2f} | {figure.took(0.99):.2f} "
        f"| {run.constant_rate:,.0f} | 1.00 | {figure.kilobytes:,.0f} |"
    )


def _row(run: Run, name: str) -> str:
    figure, page = run.pages[name], goals.PAGES[name]
    if not figure.samples:
        return f"| {page.title} | not asked: {figure.skipped} |" + " |" * 10
    low, high = figure.spread
    goal = f"{page.goal.of(run.database):,.0f}" if page.goal else ""
    rate = (
        f"{figure.rate:,.0f} | {ratio(figure.rate, run.constant_rate):.2f}" if figure.rate else "|"
    )
    wrong, size = " WRONG" if figure.problems else "", f"{figure.kilobytes:,.0f}"
    return (
        f"| {page.title} | {figure.cpu:,.2f} | {low:,.2f}-{high:,.2f} | {figure.in_c:,.1f} "
        f"| {goal} | {verdict(run, name)}{wrong} | {figure.took(0.5):,.2f} "
        f"| {figure.took(0.95):,.2f} | {figure.took(0.99):,.2f} | {rate} | {size} |"
    )


def _of_publishing(run: Run) -> Iterator[str]:
    titles = {"whole": "create to publish", "publish": "publish", "catalogue": "catalogue alone"}
    goal_of = {"publish": goals.PUBLISH, "catalogue": goals.PUBLISH_CATALOGUE}
    for name, title in titles.items() if run.singles else ():
        values = run.singles[name]
        held = f"- One statement with 4 recommendations, {title}: {middle(values):.1f} ms"
        told = f"{held} (p95 {quantile(values, 0.95):.1f})"
        if goal := goal_of.get(name):
            most = goal.of(run.database)
            told += f": {'met' if middle(values) <= most else 'MISSED'}, goal {most:.0f} ms"
        if name == "publish":
            cpu = middle(run.singles["cpu"])
            told += f"; {cpu:.1f} ms of CPU of its own, {ratio(cpu, run.constant.cpu):,.0f} C"
        yield f"{told}."
    if any(run.commits):
        yield f"- Commits: {run.commits[1]} to publish, {run.commits[0]} from create to publish."
    if "warm" in run.pages and run.constant_rate:
        share = ratio(run.pages["warm"].rate, run.constant_rate)
        met = "met" if share >= goals.WARM_RATE else "MISSED"
        yield f"- Requests a second of the warm page: {share:.2f} of C's: {met}, {goals.WARM_RATE}."


def _growths(runs: Sequence[Run]) -> Iterator[str]:
    """Give a table of how each page's cost in C grew, on the same parameters at each size."""
    if len(runs) < 2:
        return
    sizes = " | ".join(f"{run.statements:,}" for run in runs)
    yield f"## Growth, {runs[0].database}"
    yield ""
    yield "In C, on the same parameters at each size: those that find 20 of the first 1,000."
    yield ""
    yield f"| page | {sizes} | growth | most | |"
    yield "| --- |" + " --: |" * len(runs) + " --: | --: | --- |"
    yield from (row for name in goals.PAGES if (row := _growth(runs, name)))


def _growth(runs: Sequence[Run], name: str) -> str:
    grown, page = growth(runs[0], runs[-1], name), goals.PAGES[name]
    if not grown:
        return ""
    costs = " | ".join(f"{run.growing[name].in_c:,.1f}" for run in runs)
    most = page.goal.growth if page.goal else 0
    met = "" if not most else "met" if grown <= most else "MISSED"
    return f"| {page.title} | {costs} | {grown:.2f} | {most or ''} | {met} |"


def of_assault(came: Assault) -> str:
    """Return one line on the hostile queries."""
    worst = max(came.took, default=0.0)
    return (
        f"Hostile queries: {came.asked:,} asked, {len(came.failed)} failed, {len(came.slow)} took "
        f"over {LONGEST:.0f} ms; p50 {middle(came.took):.1f} ms, p99 "
        f"{quantile(came.took, 0.99):.1f}, longest {worst:.1f}."
    )


def of_watch(watch: Watch) -> str:
    """Return one line on publishing under load."""
    return (
        f"Publishing under eight readers: {watch.published} publications (p50 "
        f"{middle(watch.publishing):.0f} ms, p95 {quantile(watch.publishing, 0.95):.0f}), "
        f"{len(watch.took):,} pages read, {len(watch.stale)} stale, {len(watch.failed)} failed; "
        f"p50 {middle(watch.took):.1f} ms, p99 {quantile(watch.took, 0.99):.1f}."
    )
