"""The desk's nouns, a module each."""

from statements.models.actor import Actor, ActorAlias, Person
from statements.models.audit import AuditEvent
from statements.models.batch import Batch, BatchRow
from statements.models.campaign import Campaign
from statements.models.document import SourceDocument
from statements.models.erasure import Erasure
from statements.models.event import Event
from statements.models.instrument import Citation, Instrument, InstrumentAlias
from statements.models.kept import KeptWords
from statements.models.likeness import Mark, ToldApart
from statements.models.merged import Merged
from statements.models.passage import Passage
from statements.models.presence import Presence
from statements.models.preview import PreviewLink
from statements.models.proposal import Proposal
from statements.models.publishing import Publication, Transition
from statements.models.recommendation import Recommendation
from statements.models.remark import Remark
from statements.models.repair import Repair
from statements.models.scheduled import Scheduled
from statements.models.series import Series
from statements.models.session import OpenSession
from statements.models.spreadsheet import Spreadsheet
from statements.models.statement import Statement
from statements.models.tag import Tag, TagAlias, TagChange, TaggedRecommendation
from statements.models.user import User
from statements.models.version import StatementVersion
from statements.models.vocabulary import (
    AffectedGroup,
    AffectedGroupSynonym,
    Country,
    CountryAlias,
    ExploitationForm,
    ExploitationFormSynonym,
    Region,
    Theme,
    ThemeSynonym,
)
from statements.models.voice import Voice
from statements.models.withheld import WithheldPassage

__all__ = [
    "Actor",
    "ActorAlias",
    "AffectedGroup",
    "AffectedGroupSynonym",
    "AuditEvent",
    "Batch",
    "BatchRow",
    "Campaign",
    "Citation",
    "Country",
    "CountryAlias",
    "Erasure",
    "Event",
    "ExploitationForm",
    "ExploitationFormSynonym",
    "Instrument",
    "InstrumentAlias",
    "KeptWords",
    "Mark",
    "Merged",
    "OpenSession",
    "Passage",
    "Person",
    "Presence",
    "PreviewLink",
    "Proposal",
    "Publication",
    "Recommendation",
    "Region",
    "Remark",
    "Repair",
    "Scheduled",
    "Series",
    "SourceDocument",
    "Spreadsheet",
    "Statement",
    "StatementVersion",
    "Tag",
    "TagAlias",
    "TagChange",
    "TaggedRecommendation",
    "Theme",
    "ThemeSynonym",
    "ToldApart",
    "Transition",
    "User",
    "Voice",
    "WithheldPassage",
]
