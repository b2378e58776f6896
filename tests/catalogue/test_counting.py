"""Counting by whichever side is quick gives what counting by hand does."""

import random

import pytest
from pyroaring import BitMap

from statements.catalogue.postings import counting

CHUNK = 1 << 16
CHUNKS = 2
LIVE = range(1, CHUNKS * CHUNK - 20_000)
SIZES = (0, 3, 30, 400, 3_000, 20_000, 100_000, len(LIVE))


def some(size: int, seed: int = 0) -> BitMap:
    return BitMap(random.Random(f"{size}:{seed}").sample(LIVE, size))


@pytest.fixture(scope="module")
def postings() -> dict[str, BitMap]:
    return {str(size): some(size) for size in SIZES}


def sides(postings: dict[str, BitMap], kept: counting.Rests | None = None) -> counting.Sides:
    return counting.sides("statement", "theme", postings, CHUNKS, {} if kept is None else kept)


def told(part: counting.Part) -> tuple[bool, int]:
    return part.is_held, len(part.some)


class CountTests:
    @pytest.mark.parametrize("size", SIZES)
    def test_is_that_by_hand(self, postings: dict[str, BitMap], size: int) -> None:
        records = some(size, seed=1)

        counts = counting.count(counting.base(records, CHUNKS), sides(postings))

        by_hand = {value: len(set(records) & set(held)) for value, held in postings.items()}
        assert counts == {value: n for value, n in by_hand.items() if n}

    def test_parts_postings_by_how_a_bitmap_keeps_them(self, postings: dict[str, BitMap]) -> None:
        parted = sides(postings)

        found = [
            [value for value, _n, _side in each]
            for each in (parted.in_lists, parted.left_out, parted.in_bits)
        ]
        assert found == [["3", "30", "400"], ["3000"], ["20000", "100000", str(len(LIVE))]]

    def test_compares_few_and_else_the_larger_part(self) -> None:
        bases = {size: counting.base(some(size), CHUNKS) for size in SIZES[1:]}

        with_lists = {size: told(base.with_lists) for size, base in bases.items()}
        with_bits = {size: told(base.with_bits) for size, base in bases.items()}
        every = CHUNKS * CHUNK
        in_bits = {
            3_000: (False, every - 3_000),
            20_000: (False, every - 20_000),
            100_000: (True, 100_000),
            len(LIVE): (True, len(LIVE)),
        }
        few = {3: (True, 3), 30: (True, 30)}
        assert with_lists == {**few, 400: (False, every - 400), **in_bits}
        assert with_bits == {**few, 400: (True, 400), **in_bits}


class RestTests:
    def test_is_kept_while_its_posting_stands(self, postings: dict[str, BitMap]) -> None:
        kept: counting.Rests = {}
        ((_value, _n, before),) = sides(postings, kept).left_out

        ((_value, _n, again),) = sides(postings, kept).left_out
        changed = postings | {"3000": some(3_001)}
        ((_value, n, after),) = sides(changed, kept).left_out

        assert again is before
        assert (n, len(after)) == (3_001, len(before) - 1)

    def test_is_made_anew_where_there_are_more_chunks(self) -> None:
        kept: counting.Rests = {}
        few = {"iq": BitMap(range(0, CHUNK, 20))}
        for chunks in (1, 2):
            found = counting.sides("statement", "by", few, chunks, kept)

            ((_value, _n, rest),) = found.left_out
            assert rest == BitMap(range(chunks * CHUNK)) - few["iq"]
