"""What a text calls for, and what its speaker promises."""

from statements.ingest.drafting.asks.addressees import as_written
from statements.ingest.drafting.asks.askers import with_askers
from statements.ingest.drafting.asks.finding import find

__all__ = ["as_written", "find", "with_askers"]
