"""Kinds of documents, told by their words."""

import pytest

from statements.choices import StatementKind
from statements.ingest import drafting

LAW = """\
§ 12. Reports

(1) The Minister shall report under paragraph (2)(A) of this section.

(2) The report shall include what section 4 of this title requires, and shall be public.
"""
VOTE = """\
The President: I shall now put to the vote the draft.

A vote was taken by show of hands.

In favour:
Chad, Peru

Against:
Malta

Abstaining:
None
"""
NOMINATIONS = """\
NOMINATIONS SENT TO THE SENATE

Jane Roe, of Ohio, to be a judge.

John Roe, of Utah, to be an ambassador.
"""
PRODUCT = """\
Chains of Today: A Novel

Paperback, 320 pages

$14.99. In stock. Add to cart. Free shipping.
"""
TREATY = """\
The States Parties to the present Convention,

Have agreed as follows:

Article 1

Each Party shall act.

Article 2

The Parties shall report.
"""
BRIEFING = """\
Press Briefing

May 3, 2012

MS. ROE: Good morning.

Q: Thank you. Where is it?

MS. ROE: Here.
"""
FACTS = """\
FACT SHEET: New Rules on Wages

May 3, 2012

Today the ministry announced new rules on wages in the fields.
"""
UNION = """\
Statement on wages in the fields

3 May 2012

The union is concerned about wages. It asks all employers to act now and pay.
"""


class KindTests:
    @pytest.mark.parametrize(
        ("kind", "text"),
        [
            (StatementKind.OTHER, LAW),
            (StatementKind.OTHER, VOTE),
            (StatementKind.OTHER, NOMINATIONS),
            (StatementKind.OTHER, PRODUCT),
            (StatementKind.OTHER, TREATY),
            (StatementKind.TRANSCRIPT, BRIEFING),
            (StatementKind.TRANSCRIPT, "Mr. Roe (Chad): We agree.\n\nMs. Roe (Peru): So do we."),
            (StatementKind.SPEECH, "Señor Presidente,\n\nMi país agradece esta reunión."),
            (StatementKind.PRESS_RELEASE, FACTS),
            (StatementKind.STATEMENT, UNION),
        ],
    )
    def test_is_told_by_the_words_of_a_document(self, kind, text):
        assert drafting.draft(text).kind.value is kind
