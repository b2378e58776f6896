"""What stands on the desk, in the order in which the start page lists it.

Imported once the site is made (`DeskAdminConfig.ready`), since the site's own module is part
of this package; and by no decorator, since the order counts.
"""

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.db.models import Model

from statements import models
from statements.admin.actor import ActorAdmin, PersonAdmin
from statements.admin.batch import BatchAdmin
from statements.admin.campaign import CampaignAdmin
from statements.admin.event import EventAdmin
from statements.admin.instrument import CitationAdmin, InstrumentAdmin
from statements.admin.log import ErasureAdmin, PublicationAdmin, TagChangeAdmin, TransitionAdmin
from statements.admin.recommendation import RecommendationAdmin
from statements.admin.series import SeriesAdmin
from statements.admin.statement import StatementAdmin
from statements.admin.tag import TagAdmin
from statements.admin.user import PersonOfTheDeskAdmin
from statements.admin.vocabulary import (
    AffectedGroupAdmin,
    CountryAdmin,
    ExploitationFormAdmin,
    RegionAdmin,
    ThemeAdmin,
)

NOUNS: "Mapping[type[Model], type[admin.ModelAdmin[Any]]]" = {
    models.Statement: StatementAdmin,
    models.Recommendation: RecommendationAdmin,
    models.Batch: BatchAdmin,
    models.Event: EventAdmin,
    models.Series: SeriesAdmin,
    models.Actor: ActorAdmin,
    models.Person: PersonAdmin,
    models.Instrument: InstrumentAdmin,
    models.Citation: CitationAdmin,
    models.Campaign: CampaignAdmin,
    models.Tag: TagAdmin,
    models.Theme: ThemeAdmin,
    models.AffectedGroup: AffectedGroupAdmin,
    models.ExploitationForm: ExploitationFormAdmin,
    models.Country: CountryAdmin,
    models.Region: RegionAdmin,
    models.User: PersonOfTheDeskAdmin,
    models.Transition: TransitionAdmin,
    models.Publication: PublicationAdmin,
    models.TagChange: TagChangeAdmin,
    models.Erasure: ErasureAdmin,
}

for model, noun in NOUNS.items():
    admin.site.register(model, noun)
