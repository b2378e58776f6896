"""Portraits: the page of one record, in short sections that answer questions about it."""

from statements.views.portraits.breakdowns import Breakdown, Listing
from statements.views.portraits.page import Picture, Portrait
from statements.views.portraits.questions import (
    POOL,
    SHORT,
    Answers,
    Question,
    Section,
    answer,
    asks,
    commitments,
    of,
)

__all__ = [
    "POOL",
    "SHORT",
    "Answers",
    "Breakdown",
    "Listing",
    "Picture",
    "Portrait",
    "Question",
    "Section",
    "answer",
    "asks",
    "commitments",
    "of",
]
