"""The map has every country of the vocabulary once, and says where it is from."""

import csv
import hashlib
import re
from pathlib import Path

from statements.charts import world
from statements.charts.world import make

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "statements/charts/world"
NUMBER = re.compile(r"-?\d+")


def codes() -> set[str]:
    with (ROOT / "seeds/vocabularies/countries.csv").open(encoding="utf-8", newline="") as lines:
        return {line["iso2"] for line in csv.DictReader(lines)}


class ShapesTests:
    def test_have_every_country_but_antarctica(self):
        shapes = world.shapes()

        assert codes() - {"aq"} == shapes.paths.keys() | shapes.dots.keys()

    def test_have_each_as_a_path_or_as_a_dot(self):
        shapes = world.shapes()

        assert shapes.paths.keys() & shapes.dots.keys() == set()

    def test_stay_within_the_picture(self):
        shapes = world.shapes()

        for x, y in shapes.dots.values():
            assert 0 <= x <= shapes.width
            assert 0 <= y <= shapes.height

    def test_are_cut_at_180_degrees(self):
        """Nothing leaps from one edge to the other: no step is as long as half the world."""
        shapes = world.shapes()

        steps = [
            abs(int(n))
            for path in shapes.paths.values()
            for ring in path.split("M")[1:]
            for n in NUMBER.findall(ring.partition("l")[2])
        ]

        assert max(steps) < 120
        assert "Mundefined" not in "".join(shapes.paths.values())

    def test_are_the_ones_that_the_readme_tells_of(self):
        told = (FOLDER / "README.md").read_text(encoding="utf-8")

        digest = hashlib.sha256((FOLDER / "shapes.json").read_bytes()).hexdigest()
        assert f"| shapes.json | `{digest}` |" in told


class MakeTests:
    def test_puts_the_middle_of_the_world_in_the_middle(self):
        x, _y = make.placed((0, 0))

        assert x == make.WIDTH / 2
        assert make.placed((180, 0))[0] == make.WIDTH

    def test_parts_what_crosses_180_degrees(self):
        ring = [(170.0, 0.0), (190.0, 0.0), (190.0, 10.0), (170.0, 10.0)]

        west, east = sorted(make.cut(ring))

        assert {x for x, _y in west} == {-180, -170}
        assert {x for x, _y in east} == {170, 180}

    def test_drops_points_that_change_nothing(self):
        line = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (2.0, 20.0)]

        assert make.simpler(line) == [(0.0, 0.0), (2.0, 0.0), (2.0, 20.0)]
