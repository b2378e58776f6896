"""The arithmetic of the benchmark, and how it is told."""

import pytest

from bench import chart, goals, report
from bench.figures import Figure, Run, Sample, growth, middle, quantile, ratio


def samples(*cpu: float) -> list[Sample]:
    return [Sample(cpu=one, took=one + 1, size=30_000) for one in cpu]


def figure(name: str, cpu: float, c: float = 0.5, **more) -> Figure:
    return Figure(name, samples(cpu, cpu, 9 * cpu), beside=samples(c, c), **more)


def run_of(statements: int, **cpu: float) -> Run:
    pages = {name: figure(name, value) for name, value in cpu.items()}
    return Run("sqlite", statements, 4 * statements, pages, pages, figure("constant", 0.5))


class FigureTests:
    def test_is_the_middle_of_its_requests(self):
        assert figure("list", 5).cpu == 5

    def test_is_a_multiple_of_the_constant_page_beside_it(self):
        assert figure("list", 5, c=0.25).in_c == 20

    def test_tells_its_spread(self):
        assert Figure("list", samples(*range(1, 11))).spread == (2, 10)

    def test_of_nothing_is_nothing(self):
        assert Figure("list", ()).cpu == Figure("list", ()).in_c == 0

    @pytest.mark.parametrize(("share", "expected"), [(0.5, 3), (0.95, 4), (0, 1)])
    def test_ranks_its_values(self, share, expected):
        assert quantile([4, 1, 3, 2], share) == expected

    def test_never_divides_by_nothing(self):
        assert ratio(3, 0) == 0
        assert middle([]) == 0


class GrowthTests:
    def test_compares_costs_each_in_its_own_constant_page(self):
        small, large = run_of(1000, list=5), run_of(100_000, list=10)
        large.growing = {"list": figure("list", 10, c=1)}

        assert growth(small, large, "list") == 1

    def test_is_none_where_a_page_was_not_asked(self):
        assert growth(run_of(1000, list=5), run_of(100_000), "list") == 0


class VerdictTests:
    def test_is_met_up_to_the_goal(self):
        assert report.verdict(run_of(100_000, list=10), "list") == "met"

    def test_tells_how_far_it_is(self):
        assert report.verdict(run_of(100_000, list=20), "list") == "MISSED x 2.00"

    def test_is_nothing_without_a_goal(self):
        assert report.verdict(run_of(100_000, home=10), "home") == ""


class MarkdownTests:
    def test_tells_each_page_and_how_it_grew(self):
        told = report.markdown([run_of(1000, list=5), run_of(100_000, list=20)])

        assert (
            "| statements, no filter | 20.00 | 20.00-180.00 | 40.0 | 20 | MISSED x 2.00 |" in told
        )
        assert "| statements, no filter | 10.0 | 40.0 | 4.00 | 1.5 | MISSED |" in told

    def test_says_what_was_not_asked(self):
        one = run_of(1000)
        one.pages["search_rare"] = Figure("search_rare", (), skipped="/search/ answers 404")

        assert "| search, a rare word | not asked: /search/ answers 404 |" in report.markdown([one])

    def test_marks_wrong_answers(self):
        one = run_of(1000)
        one.pages["list"] = figure("list", 5, problems=["/statements/: says 3 where there are 4"])

        assert "met WRONG" in report.markdown([one])
        assert set(one.problems()) == {"/statements/: says 3 where there are 4"}


class ChartTests:
    def test_has_a_row_for_each_page_that_was_measured(self):
        drawn = chart.svg([run_of(1000, list=5, theme=6)])

        assert drawn.count('<text x="16"') == 2
        assert goals.PAGES["theme"].title in drawn

    def test_stays_inside_whatever_the_cost(self):
        assert chart.LEFT == chart.x_of(0) < chart.x_of(20) < chart.x_of(10**9)
        assert chart.x_of(10**9) == chart.LEFT + chart.WIDTH
