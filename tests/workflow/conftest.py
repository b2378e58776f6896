"""An event and a campaign, as drafts."""

import pytest

from statements.models import Campaign, Event, Tag
from statements.workflow import gatherings


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
