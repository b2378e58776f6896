"""Ask each kind of page so often that noise shows, and count what the servers spent on it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle, islice

from bench.driving import checks, load
from bench.driving.questions import Question, Questions
from bench.figures import Figure, Sample
from bench.serving import meter
from bench.serving.servers import Server

WARMING = 12
# A skipped page says so: its address is not there yet.
NOT_THERE = {404, 400}
EXPORTS_AT_MOST = 8
BESIDE = 40
Say = Callable[[str], None]


def warm_up(server: Server, paths: Sequence[str], times: int = WARMING) -> None:
    """Let every worker answer a few times before anything is counted."""
    for path in islice(cycle(paths), times):
        server.get(path)


def is_export(name: str) -> bool:
    return name.startswith("export_")


def ask(server: Server, name: str, questions: Sequence[Question], requests: int) -> Figure:
    """Ask the questions in turn, `requests` times in all, and check each answer."""
    if not questions:
        return Figure(name, (), skipped="no parameters with so many hits")
    first = server.get(questions[0].path)
    if first.status in NOT_THERE and ("search" in name or is_export(name)):
        return Figure(name, (), skipped=f"{questions[0].path} answers {first.status}")
    if is_export(name):
        # A file is read from all over the database: the first to be asked would pay for the disk.
        warm_up(server, [question.path for question in questions], len(questions))
    watched = server.meter.watched()
    samples, problems = [], []
    for question in islice(cycle(questions), requests):
        try:
            before = meter.cpu(watched)
            answer = server.get(question.path)
            spent = meter.cpu(watched) - before
        except meter.Ended:
            # A worker that renews its connection has another backend: this request is left out.
            watched = server.meter.watched()
            continue
        samples.append(Sample(spent, answer.seconds * 1000, len(answer.body)))
        if wrong := checks.problem(question, answer):
            problems.append(wrong)
    return Figure(name, samples, problems=tuple(dict.fromkeys(problems)))


def pages(
    server: Server, beside: Server, questions: Questions, requests: int, seconds: float, say: Say
) -> dict[str, Figure]:
    """Measure every kind of page of one site; `seconds` of eight readers on each, if any.

    The constant page `beside` it is measured before and after each kind: what else runs on the
    machine then weighs on both.
    """
    found = {}
    before = constant(beside)
    for name, ones in questions.items():
        say(f"asking: {name}")
        at_most = min(requests, EXPORTS_AT_MOST) if is_export(name) else requests
        figure = ask(server, name, ones, at_most)
        after = constant(beside)
        figure = replace(figure, beside=(*before, *after))
        before = after
        if figure.samples and not figure.problems and not is_export(name):
            per_second = rate(server, [one.path for one in ones], seconds)
            figure = replace(figure, rate=per_second)
        found[name] = figure
    return found


def constant(beside: Server) -> Sequence[Sample]:
    return ask(beside, "constant", [Question("/", "page")], BESIDE).samples


def rate(server: Server, paths: Sequence[str], seconds: float) -> float:
    """Return the requests a second of eight readers; 0 where no time is given to find out."""
    return load.rate(server.port, paths, seconds) if seconds else 0.0
