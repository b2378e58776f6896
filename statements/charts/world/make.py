"""Make `shapes.json` of world-atlas, by hand and rarely: nothing runs this at set-up.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m statements.charts.world.make package/countries-50m.json

It simplifies the arcs that neighbours share, so that no gap opens between them, cuts what
crosses 180 degrees, leaves out Antarctica, and draws the rest in the Equal Earth projection
(Šavrič, Patterson and Jenny, 2018) with whole numbers. What would be too small to be seen
becomes a dot.
"""

import csv
import json
import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
COUNTRIES = HERE.parents[2] / "seeds/vocabularies/countries.csv"

Point = tuple[float, float]
Ring = list[Point]
Box = tuple[float, float, float, float]

WIDTH = 1000
NORTH, SOUTH = 83.7, -56.0
# In units of the picture: how far a simpler line may be off, the least island, the least country.
OFF, LEAST_ISLAND, LEAST_COUNTRY = 0.4, 0.8, 8.0

# Natural Earth has these without a code, or as a part of another; the UN's list, and with it
# `countries.csv`, has them so.
BY_NAME = {"Kosovo": "xk", "N. Cyprus": "cy", "Somaliland": "so"}
LEFT_OUT = {"aq"}
# Overseas parts with a code of their own: whose polygons, within (west, south, east, north).
PARTS: Mapping[str, tuple[str, Box]] = {
    "gf": ("fr", (-55, 2, -51, 6)),
    "gp": ("fr", (-62, 15.8, -61, 16.6)),
    "mq": ("fr", (-61.3, 14.3, -60.7, 15)),
    "re": ("fr", (55, -21.5, 56, -20.8)),
    "yt": ("fr", (44.9, -13.1, 45.4, -12.5)),
    "sj": ("no", (-10, 70.7, 35, 81.5)),
    "bq": ("nl", (-69, 11.9, -62.9, 17.8)),
}
# What Natural Earth's scale has no shape of: longitude and latitude of its dot.
TOO_SMALL: Mapping[str, Point] = {
    "bq": (-68.25, 12.18),
    "bv": (3.36, -54.42),
    "cc": (96.83, -12.17),
    "cx": (105.63, -10.48),
    "gi": (-5.35, 36.14),
    "gp": (-61.55, 16.25),
    "mq": (-61.02, 14.65),
    "re": (55.53, -21.13),
    "sj": (17.0, 78.5),
    "tk": (-171.85, -9.17),
    "tv": (179.2, -8.52),
    "um": (166.63, 19.28),
    "yt": (45.15, -12.83),
}

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796


def equal_earth(longitude: float, latitude: float) -> Point:
    """Return x and y on a sphere of radius 1, y upwards; x grows evenly with the longitude."""
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = theta * theta
    sixth = square**3
    x = (
        2 * math.sqrt(3) * math.radians(longitude) * math.cos(theta)
        / (3 * (9 * A4 * square * sixth + 7 * A3 * sixth + 3 * A2 * square + A1))
    )  # fmt: skip
    return x, theta * (A4 * square * sixth + A3 * sixth + A2 * square + A1)


SCALE = WIDTH / (2 * equal_earth(180, 0)[0])
TOP = equal_earth(0, NORTH)[1]
HEIGHT = math.ceil((TOP - equal_earth(0, SOUTH)[1]) * SCALE)


def placed(point: Point) -> Point:
    """Return where a longitude and a latitude are in the picture."""
    x, y = equal_earth(*point)
    return x * SCALE + WIDTH / 2, (TOP - y) * SCALE


def main(source: str) -> None:
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = [simpler(arc) for arc in decoded(topology)]
    found: dict[str, list[Ring]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        for code, ring in rings(shape, arcs, codes()):
            found.setdefault(code, []).extend(cut(ring))
    lines = HERE / "shapes.json"
    lines.write_text(written(found), encoding="utf-8")


def codes() -> dict[str, str]:
    """Return the code of two letters by the number of three digits."""
    with COUNTRIES.open(encoding="utf-8", newline="") as lines:
        return {line["m49"]: line["iso2"] for line in csv.DictReader(lines)}


def decoded(topology: Any) -> Iterator[Ring]:
    """Yield the arcs of a TopoJSON topology as longitudes and latitudes."""
    (by_x, by_y), (at_x, at_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * by_x + at_x, y * by_y + at_y))
        yield unwrapped(points)


def unwrapped(points: Sequence[Point]) -> Ring:
    """Return points without leaps across 180 degrees: the longitude runs on beyond it."""
    lines = [points[0]]
    for x, y in points[1:]:
        turns = round((lines[-1][0] - x) / 360)
        lines.append((x + 360 * turns, y))
    return lines


def simpler(arc: Ring) -> Ring:
    """Return an arc without the points that change it by less than `OFF` (Douglas and Peucker)."""
    drawn = [placed(point) for point in arc]
    kept = {0, len(arc) - 1}
    open_ = [(0, len(arc) - 1)]
    while open_:
        first, last = open_.pop()
        between = range(first + 1, last)
        farthest = max(between, key=lambda at: off(drawn[at], drawn[first], drawn[last]), default=0)
        if farthest and off(drawn[farthest], drawn[first], drawn[last]) > OFF:
            kept.add(farthest)
            open_ += [(first, farthest), (farthest, last)]
    return [arc[at] for at in sorted(kept)]


def off(point: Point, first: Point, last: Point) -> float:
    """Return how far a point is from the line between two."""
    along_x, along_y = last[0] - first[0], last[1] - first[1]
    long = along_x**2 + along_y**2
    share = 0.0
    if long:
        share = ((point[0] - first[0]) * along_x + (point[1] - first[1]) * along_y) / long
    share = min(1.0, max(0.0, share))
    return math.dist(point, (first[0] + share * along_x, first[1] + share * along_y))


def rings(
    shape: Any, arcs: Sequence[Ring], by_number: Mapping[str, str]
) -> Iterator[tuple[str, Ring]]:
    """Yield the rings of a country with its code; those of overseas parts with theirs.

    What has no code (Siachen, two reefs) is left out.
    """
    code = by_number.get(shape.get("id", "")) or BY_NAME.get(shape["properties"]["name"])
    if code is None or code in LEFT_OUT:
        return
    polygons = shape.get("arcs", [])
    for polygon in [polygons] if shape.get("type") == "Polygon" else polygons:
        for numbers in polygon:
            ring = joined(numbers, arcs)
            yield part(code, ring), ring


def joined(numbers: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    """Return the ring that arcs make; a number below zero is an arc backwards (~number)."""
    points: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return unwrapped(points)


def part(code: str, ring: Ring) -> str:
    """Return the code of the overseas part that a ring is, or the country's own."""
    for name, (whole, (west, south, east, north)) in PARTS.items():
        if whole == code and all(west <= x <= east and south <= y <= north for x, y in ring):
            return name
    return code


def cut(ring: Ring) -> Iterator[Ring]:
    """Yield what a ring is within -180 and 180 degrees, on either side of the cut."""
    for turns in (-360, 0, 360):
        moved = [(x + turns, y) for x, y in ring]
        if max(x for x, _y in moved) > -180 and min(x for x, _y in moved) < 180:
            yield within(within(moved, -180, 1), 180, -1)


def within(ring: Ring, edge: float, side: int) -> Ring:
    """Return the part of a ring east (1) or west (-1) of a meridian (Sutherland and Hodgman)."""
    kept: Ring = []
    for (x, y), (next_x, next_y) in zip(ring, [*ring[1:], ring[0]], strict=True):
        is_in, is_next_in = (x - edge) * side >= 0, (next_x - edge) * side >= 0
        if is_in:
            kept.append((x, y))
        if is_in != is_next_in:
            kept.append((edge, y + (next_y - y) * (edge - x) / (next_x - x)))
    return kept


def written(found: Mapping[str, Sequence[Ring]]) -> str:
    """Return the file: size, paths by code, dots by code."""
    paths, dots = {}, {code: _round(placed(point)) for code, point in TOO_SMALL.items()}
    for code in sorted(found):
        drawn = [[placed(point) for point in ring] for ring in found[code]]
        largest = max(drawn, key=area)
        if area(largest) < LEAST_COUNTRY:
            dots[code] = _round(middle(largest))
            continue
        dots.pop(code, None)
        some = [ring for ring in drawn if area(ring) >= LEAST_ISLAND or ring is largest]
        paths[code] = "".join(map(path, some))
    held = {"width": WIDTH, "height": HEIGHT, "paths": paths, "dots": dict(sorted(dots.items()))}
    return json.dumps(held, separators=(",", ":")).replace('","', '",\n"') + "\n"


def area(ring: Ring) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs)) / 2


def middle(ring: Ring) -> Point:
    return sum(x for x, _y in ring) / len(ring), sum(y for _x, y in ring) / len(ring)


def path(ring: Ring) -> str:
    """Return a ring as an SVG path of whole numbers, each point from the one before."""
    points = list(dict.fromkeys(map(_round, ring)))
    (x, y), steps = points[0], []
    for next_x, next_y in points[1:]:
        steps.append(f"{next_x - x}{'' if next_y - y < 0 else ' '}{next_y - y}")
        x, y = next_x, next_y
    drawn = "".join(step if step[0] == "-" else f" {step}" for step in steps).strip()
    return f"M{points[0][0]} {points[0][1]}l{drawn}z" if len(points) > 2 else ""


def _round(point: Point) -> tuple[int, int]:
    return round(point[0]), round(point[1])


if __name__ == "__main__":
    main(sys.argv[1])
