"""From a text to what it proposes for the fields of a statement; without database or network."""

from statements.ingest.drafting.drafting import draft
from statements.ingest.drafting.several import MOST_SPEAKERS, TooManySpeakers, drafts
from statements.ingest.drafting.vocabulary import Vocabulary, shipped

__all__ = ["MOST_SPEAKERS", "TooManySpeakers", "Vocabulary", "draft", "drafts", "shipped"]
