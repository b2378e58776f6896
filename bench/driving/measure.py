"""Ask each kind of page so often that noise shows, and count what the servers spent on it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle, islice

from bench.driving import checks, load
from bench.driving.client import Answer
from bench.driving.questions import EXPORTS, Question, Questions
from bench.figures import Figure, Sample
from bench.serving.servers import Server

WARMING = 12
# A skipped page says so: its address is not there yet.
NOT_THERE = {404, 400}
# So often a question is asked until no process ends meanwhile.
ATTEMPTS = 3
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
    server.meter.renew()
    samples, problems = [], []
    for question in islice(cycle(questions), requests):
        answer, spent = _answered(server, question)
        if spent is not None:
            samples.append(Sample(spent, answer.seconds * 1000, len(answer.body)))
        if wrong := checks.problem(question, answer):
            problems.append(wrong)
    if not samples:
        return Figure(name, (), skipped="its processes ended each time")
    return Figure(name, samples, problems=tuple(dict.fromkeys(problems)))


def _answered(server: Server, question: Question) -> tuple[Answer, float | None]:
    """Return the answer and the milliseconds of CPU that it took.

    A worker that renews its connection has another backend: what the one before had is told no
    more. Then each worker is asked, so that it has its backend when they are looked for anew, and
    the question is asked again; None where that happened each time.
    """
    for _attempt in range(ATTEMPTS):
        before = server.meter.spent()
        answer = server.get(question.path)
        after = server.meter.spent()
        if before is not None and after is not None:
            return answer, after - before
        warm_up(server, [question.path])
        server.meter.renew()
    return answer, None


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
        at_most = min(requests, EXPORTS) if is_export(name) else requests
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
