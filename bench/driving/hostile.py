"""Queries that nobody means well with: none may end in an error, none may take long."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from bench.corpus import sheets, words
from bench.serving.servers import Server

LONGEST = 300.0
ADDRESSES = ("/search/?q=", "/statements/?q=", "/recommendations/?q=")
WRITTEN = (
    '"',
    '""',
    '"unclosed phrase',
    "'; DROP TABLE catalogue_record; --",
    '" OR 1=1 --',
    "* * *",
    "a* b* c* d* e* f* g* h*",
    "NEAR(a b, 99999999)",
    "NOT NOT NOT",
    "OR OR OR OR",
    "AND",
    "-",
    "- - -word",
    "(((((((((((((((((((((((((((((((",
    ")))) OR ((((",
    "{title body}: x",
    "title:^x + y",
    "speaker:speaker:speaker:",
    "date:9999-99..0000-00",
    "date:..",
    "year:-1",
    "year:99999999999999999999",
    "country:\x00",
    "\x00",
    "\ufffe\uffff",
    "\u202e\u2066\u200f right to left",
    "e\u0301" * 500,
    "\u0640" * 2000,
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "%s%n%x%d",
    "${7*7} {{7*7}}",
    "\\\\\\\\\\",
    ":*:*:*",
    "a:b:c:d:e",
    "!&|<->",
    "word <-> word",
    "'a' & !'b'",
    "x" * 5000,
    "x " * 3000,
    "人口贩运" * 400,
    "الاتجار بالأشخاص " * 200,
    "S/2017/l98",
    "S//////",
    "the of and to in",
    "the* of* and* a*",
    "-the",
    "+++---***",
    "\u00ad\u200b\u200d",
    "🙂" * 300,
    "Ⅷ ﬁ ① ½ ß İ ı",
    '"the of" "and to" -"in the" OR "of the"',
)
PIECES = (
    *"\"()*-:~^+&|!<>{}[]\\/%_#@.,;'\u0301\u200d",
    *("OR", "AND", "NOT", "NEAR", "NEAR/3", "-", '"', "speaker:", "country:", "by:", "to:"),
    *("theme:", "body:", "symbol:", "year:", "date:", "tag:", "2017", "2017-01..2017-03", ".."),
    *("S/PV.8111", "A/RES/64/293", "l98", "الضحايا", "жертв", "受害者", "\x00", "\ud7ff", "٣"),
)


@dataclass(slots=True)
class Assault:
    """What came of the queries: how many were asked, which failed, which took too long."""

    asked: int = 0
    failed: list[str] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)
    took: list[float] = field(default_factory=list)


def queries(seed: int, n: int) -> Iterator[str]:
    """Yield those written by hand, then as many by chance as make `n`."""
    yield from WRITTEN[:n]
    chance, common = sheets.chance_of(seed, "hostile"), words.vocabulary(seed).words[:400]
    counted = [one.word for one in words.counted(seed).common]
    for _ in range(n - len(WRITTEN)):
        yield _made(chance, [*common, *counted])


def _made(chance: random.Random, known: list[str]) -> str:
    length = chance.choice((2, 5, 12, 60))
    parts = [
        chance.choice(PIECES) if chance.random() < 0.5 else _word(chance, known)
        for _ in range(chance.randint(1, length))
    ]
    return chance.choice((" ", "", " ")).join(parts)


def _word(chance: random.Random, known: list[str]) -> str:
    word = chance.choice(known)
    return f"{word[: chance.randint(1, 4)]}*" if chance.random() < 0.3 else word


def assault(server: Server, seed: int, n: int, say: Callable[[str], None]) -> Assault:
    """Ask `n` hostile queries of the addresses that take queries."""
    found = Assault()
    addresses = [one for one in ADDRESSES if server.get(f"{one}word").status == 200]
    for place, query in enumerate(queries(seed, n) if addresses else ()):
        _ask(server, f"{addresses[place % len(addresses)]}{quote(query)}", found)
        if place % 100 == 0:
            say(f"hostile queries: {place:,} of {n:,}")
    return found


def _ask(server: Server, path: str, found: Assault) -> None:
    found.asked += 1
    try:
        answer = server.get(path)
    except OSError as error:
        found.failed.append(f"{path[:200]}: {error}")
        return
    took = answer.seconds * 1000
    if took > LONGEST:
        # Once more: what is slow by itself is slow again, what waited for another process is not.
        took = min(took, server.get(path).seconds * 1000)
    found.took.append(took)
    if answer.status >= 500:
        found.failed.append(f"{path[:200]}: status {answer.status}")
    if took > LONGEST:
        found.slow.append(f"{path[:200]}: {took:,.0f} ms")
