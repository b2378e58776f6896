"""What a campaign or a tag has gathered: the same questions, by who is asked."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from statements.catalogue.selection import Value
from statements.views.portraits import summaries
from statements.views.portraits.breakdowns import Breakdown
from statements.views.portraits.questions import POOL, Answers, Question, asks, commitments, of

# By addressee so many are shown.
SHOWN = 12


def questions(**gathered: Value) -> Iterator[Question]:
    yield Question(
        title=_("Who is asked, and for what"),
        selection=asks(**gathered),
        nothing=_("No recommendation is gathered here yet."),
        size=SHOWN,
        pool=POOL,
        heading="addressee",
    )
    yield Question(
        title=_("What was promised"),
        selection=commitments(**gathered),
        nothing=_("No promise is gathered here yet."),
    )
    yield Question(
        title=_("Where it was said"),
        selection=of("statement", **gathered),
        nothing=_("No statement is gathered here yet."),
    )


def breakdowns(**gathered: Value) -> Iterator[Breakdown]:
    asked = asks(**gathered)
    yield Breakdown(_("By pillar"), asked, "pillar")
    yield Breakdown(_("By theme"), asked, "theme")
    yield Breakdown(_("Who is asked"), asked, "to")
    yield Breakdown(_("Who asks"), asked, "by")
    yield Breakdown(_("By year"), asked, "year")


def facts(answers: Answers, **gathered: Value) -> dict[str, Any]:
    """Return how far it has come, in words, and who asks whom."""
    asked, promised, _said = answers.sections
    return {
        "summary": summaries.joined(
            [
                summaries.gathered(asked.total, of("statement", **gathered)),
                summaries.promised(promised.total),
            ]
        ),
        **summaries.who(asked, answers.names),
    }
