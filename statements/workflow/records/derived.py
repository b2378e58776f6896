"""What in a record follows from its other parts, however those came about."""

from collections.abc import Sequence

from statements.catalogue import records
from statements.text import passages


def quote(asks: Sequence[records.Recommendation]) -> records.Quote | None:
    """Return the strongest recommendation, the first of equals."""
    if not asks:
        return None
    best = max(asks, key=lambda one: (one.strength or 0, -one.number))
    return records.Quote(
        ref=best.ref,
        exact=best.passage.exact,
        lead_in=best.lead_in.exact if best.lead_in else "",
        pillar=best.pillar,
        addressees=best.addressees,
        addressed_as=best.addressed_as,
    )


def selector(one: passages.Passage) -> records.Passage:
    return records.Passage(
        exact=one.exact, prefix=one.prefix, suffix=one.suffix, start=one.start, end=one.end
    )


def webcast(url: str, offset: int | None) -> records.Webcast | None:
    """Return a webcast of which at least one thing is known, or none."""
    return records.Webcast(url=url, offset=offset) if url or offset is not None else None
