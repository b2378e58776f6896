"""One trial: make the corpora, serve them, ask, and write down what it took."""

import json
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from bench import report
from bench.corpus import loaded, sheets
from bench.corpus.oracle import Oracle
from bench.driving import hostile, measure, underload
from bench.driving.questions import Asker, Question
from bench.figures import Figure, Run
from bench.filling.bar import Bar
from bench.serving.servers import CONSTANT, SITE, Server, serving
from bench.serving.site import Site, site

# Growth is judged on parameters that find so many already in the first statements.
HITS, FIRST = 20, 1_000
# The warm page costs so little that it is asked more often than the others.
OFTEN = 4
NO_CACHE = {"CACHE_URL": "dummy://"}


def run(given: Namespace) -> list[Run]:
    """Measure each size in turn, the smallest first."""
    known = loaded.corpus(given.seed, given.corpus)
    return [_run_size(given, known, statements) for statements in sorted(given.statements)]


def _run_size(given: Namespace, known: sheets.Sheets, statements: int) -> Run:
    bar = Bar()
    folder = ("--corpus", str(given.corpus)) if given.corpus else ()
    corpus = ("--seed", str(given.seed), *folder)
    with site(corpus, statements, given.database, given.keep) as one:
        bar.say(f"{statements:,} statements: publishing")
        filled = one.fill()
        there = _there(one)
        oracle, first = _oracle(known, statements, there, bar), min(FIRST, statements)
        name = "postgresql" if one.database else "sqlite"
        found = Run(name, statements, oracle.total("recommendation"), filled=dict(filled))
        if not given.bulk_only:
            one.prepare_to_serve()
            own = Asker(oracle, oracle, known, statements, 1)
            growing = Asker(oracle, _oracle(known, first, first, bar), known, first, HITS)
            _measure(one, given, found, own, growing, bar)
            _publish_singles(one, given, found, there + 1, bar)
            _strain(one, given, found, bar)
        found.size = one.size()
        bar.say("")
    return found


def _oracle(known: sheets.Sheets, statements: int, there: int, bar: Bar) -> Oracle:
    oracle = Oracle(known.register)
    for n in range(1, there + 1):
        oracle.add(known.sheet(n) if n <= statements else known.single(n))
        if n % 5000 == 0:
            bar.say(f"counting what is to be found: {n:,} of {there:,}")
    return oracle


def _there(one: Site) -> int:
    """Return how many statements stand in a site: its own, and those published singly since."""
    process = one.publish("count")
    return int(process.communicate()[0])


def _measure(one: Site, given: Namespace, found: Run, own: Asker, growing: Asker, bar: Bar) -> None:
    questions, alike = own.questions(given.requests), growing.questions(given.requests)
    with _servers(one, NO_CACHE) as (server, constant):
        measure.warm_up(server, [ones[0].path for ones in questions.values() if ones])
        asking = (server, constant)
        found.pages = measure.pages(*asking, questions, given.requests, given.seconds, bar.say)
        found.growing = measure.pages(*asking, alike, given.requests, 0, bar.say)
        found.memory = server.meter.memory()
    with _servers(one, {}) as (server, constant):
        found.pages["warm"] = _warm(server, constant, given, questions["list"][0])
        found.constant_rate = measure.rate(constant, ["/"], given.seconds)
    every = [*found.pages.values(), *found.growing.values()]
    found.constant = Figure("constant", [one for figure in every for one in figure.beside])


@contextmanager
def _servers(one: Site, settings: dict[str, str]) -> Iterator[tuple[Server, Server]]:
    """Serve the site, and beside it the constant page."""
    with (
        serving(SITE, one.environment(**settings), one.log, one.database) as server,
        serving(CONSTANT, one.environment(), one.log) as constant,
    ):
        measure.warm_up(constant, ["/"])
        yield server, constant


def _warm(server: Server, constant: Server, given: Namespace, question: Question) -> Figure:
    measure.warm_up(server, [question.path])
    before = measure.constant(constant)
    figure = measure.ask(server, "warm", [question], OFTEN * given.requests)
    beside = (*before, *measure.constant(constant))
    rate = measure.rate(server, [question.path], given.seconds)
    return replace(figure, beside=beside, rate=rate)


def _publish_singles(one: Site, given: Namespace, found: Run, first: int, bar: Bar) -> None:
    bar.say(f"publishing {given.publish} statements one by one")
    part = ("publish", str(first), str(given.publish))
    process = one.publish(*part)
    said = [json.loads(line) for line in process.communicate()[0].splitlines()]
    if process.returncode:
        found.wrong.append("Publishing single statements failed: see above.")
    if said:
        for name in ("whole", "publish", "catalogue", "cpu"):
            found.singles[name] = [one[name] for one in said]
        found.commits = (said[-1]["commits"], said[-1]["publish_commits"])


def _strain(one: Site, given: Namespace, found: Run, bar: Bar) -> None:
    """Do what is asked for besides: publish under load, ask hostile queries."""
    if not (given.hostile or given.publish_under_load):
        return
    with serving(SITE, one.environment(), one.log, one.database) as server:
        if given.hostile:
            came = hostile.assault(server, given.seed, given.hostile, bar.say)
            found.notes.append(report.of_assault(came))
            found.wrong += [*came.failed, *came.slow]
        if given.publish_under_load:
            bar.say("publishing under load")
            first = _there(one) + 1
            watch = underload.publish_under_load(one, server, first, given.publish_under_load)
            found.notes.append(report.of_watch(watch))
            found.wrong += [*watch.failed, *watch.stale]
