"""How to search, by examples: one for each thing that can be typed."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Example:
    """What can be typed, and what it finds."""

    words: str
    meaning: str | Promise


EXAMPLES: Final = (
    Example("shelter victims", _("All of these words, in any order and in any form.")),
    Example('"safe shelter"', _("These words, one behind the other.")),
    Example("shelter OR housing", _("One of the words, or both.")),
    Example("shelter -children", _("The first word, but not the second.")),
    Example("traffick*", _("Every word that begins so.")),
    Example('"shelter victims"~5', _("These words, no more than five words apart.")),
    Example("(shelter OR housing) children", _("Brackets keep words together.")),
    Example("S/2017/198", _("A document by its symbol, also one that was badly scanned.")),
    Example("country:Iraq", _("A country that speaks, is asked or is named.")),
    Example('country:"Sri Lanka"', _("A name of several words stands in quotation marks.")),
    Example("by:Iraq", _("A State or other actor that speaks or asks.")),
    Example("to:UNODC", _("A State or other actor that is asked.")),
    Example("body:UNODC", _("An organ or entity that speaks or is asked.")),
    Example("actor:UNODC", _("Anybody who speaks or is asked.")),
    Example("theme:shelter", _("A theme, or any theme under it.")),
    Example("group:children", _("People a text is about, or any group among them.")),
    Example('form:"forced labour"', _("What people are exploited by, or any form of it.")),
    Example('instrument:"Palermo Protocol"', _("What cites a treaty, a resolution or a law.")),
    Example("tag:beds", _("What the team has tagged so.")),
    Example('campaign:"Beds for all"', _("What a campaign has gathered.")),
    Example('event:"World day"', _("What was said at an event.")),
    Example("kind:speech", _("The kind of text or event.")),
    Example("pillar:protection", _("One of the four Ps.")),
    Example("language:Arabic", _("The language of the text.")),
    Example("year:2017", _("What was said in a year.")),
    Example("date:2017-01..2017-03", _("What was said from one date to another.")),
    Example("since:2016", _("What was said in a year or later.")),
    Example("until:2016", _("What was said in a year or before.")),
    Example("title:shelter", _("Words of the title.")),
    Example("speaker:Smith", _("Words of a speaker's name or role.")),
    Example("symbol:S/PV.7898", _("The symbol of a document, where it is named.")),
)
