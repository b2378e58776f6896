"""An event, a campaign and a text that needs repairs, as drafts; a theme that nothing carries."""

import pytest

from statements import workflow
from statements.models import Campaign, Event, Statement, Tag, Theme
from statements.workflow import gatherings, references
from statements.workflow.texts import receiving
from tests.cast import recommend
from tests.workflow.repairs import ASK, TEXT


@pytest.fixture
def event(council, publisher):
    event = Event(
        slug="open-debate-2017",
        title="Open debate",
        kind="security_council_open_debate",
        starts_on="2017-11-21",
        starts_precision="day",
        host=council,
    )
    gatherings.save(event, by=publisher)
    event.refresh_from_db()
    return event


@pytest.fixture
def campaign(campaigner):
    campaign = Campaign(
        slug="shelter-for-all",
        title="Shelter for all",
        aim="A bed for each.",
        tag=Tag.objects.create(name="shelter for all"),
    )
    gatherings.save(campaign, by=campaigner)
    return campaign


@pytest.fixture
def broken(draft: Statement, contributor) -> Statement:
    """A draft as a scan left it, with one recommendation that runs over two lines."""
    draft.recommendations.all().delete()
    draft.text = TEXT
    draft.source_document = receiving.receive(TEXT, by=contributor)
    workflow.edit(draft, by=contributor, seen=draft.version)
    recommend(draft, ASK)
    return draft


@pytest.fixture
def data(keeper):
    """A theme besides the one that everything of the cast carries."""
    theme = Theme(code="data", label="Data")
    references.save_term(theme, by=keeper)
    return theme
