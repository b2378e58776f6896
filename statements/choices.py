"""Closed lists of words, shared by the desk and the catalogue. Codes never change."""

from django.conf.locale import LANG_INFO
from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class StatementKind(TextChoices):
    SPEECH = "speech", _("Speech")
    STATEMENT = "statement", _("Statement")
    JOINT_STATEMENT = "joint_statement", _("Joint statement")
    PRESS_RELEASE = "press_release", _("Press release")
    PROCLAMATION = "proclamation", _("Proclamation")
    TRANSCRIPT = "transcript", _("Transcript")
    OTHER = "other", _("Other document")


class TextVersion(TextChoices):
    AS_DELIVERED = "as_delivered", _("As delivered")
    CHECK_AGAINST_DELIVERY = "check_against_delivery", _("Check against delivery")
    WRITTEN = "written", _("Written version")
    AUTOMATIC_TRANSCRIPT = "automatic_transcript", _("Automatic transcript")
    OFFICIAL_TRANSLATION = "official_translation", _("Official translation")
    UNOFFICIAL_TRANSLATION = "unofficial_translation", _("Unofficial translation")
    EXCERPT = "excerpt", _("Excerpt")


class Capacity(TextChoices):
    """How a voice speaks in a statement."""

    DELIVERS = "delivers", _("Delivered by")
    ON_BEHALF_OF = "on_behalf_of", _("On behalf of")
    READ_OUT_BY = "read_out_by", _("Read out by")
    QUOTED = "quoted", _("Quoted")
    CO_SIGNS = "co_signs", _("Co-signed by")
    ALIGNS_WITH = "aligns_with", _("Aligns itself with")
    HOSTS = "hosts", _("Hosted by")
    CHAIRS = "chairs", _("Chaired by")
    FUNDS = "funds", _("Funded by")


# The voices whose words a statement is; the others are only heard in it.
SPEAKING = frozenset({Capacity.DELIVERS, Capacity.ON_BEHALF_OF, Capacity.CO_SIGNS})


class ActorKind(TextChoices):
    STATE = "state", _("State")
    GROUP_OF_STATES = "group_of_states", _("Group of States")
    UN_ORGAN = "un_organ", _("United Nations organ")
    UN_ENTITY = "un_entity", _("United Nations entity")
    EXPERT_MECHANISM = "expert_mechanism", _("Expert mechanism")
    REGIONAL_ORGANIZATION = "regional_organization", _("Regional organization")
    NATIONAL_AUTHORITY = "national_authority", _("National authority")
    PARLIAMENT = "parliament", _("Parliament")
    CIVIL_SOCIETY = "civil_society", _("Civil society")
    BUSINESS = "business", _("Business")
    PERSON = "person", _("Person in own capacity")
    DONOR = "donor", _("Donor")
    COLLECTIVE = "collective", _("Collective addressee")


class EventKind(TextChoices):
    OPEN_DEBATE = "security_council_open_debate", _("Security Council open debate")
    BRIEFING = "security_council_briefing", _("Security Council briefing")
    HIGH_LEVEL_MEETING = "high_level_meeting", _("High-level meeting of the General Assembly")
    COMMITTEE_MEETING = "committee_meeting", _("Committee meeting")
    INTERACTIVE_DIALOGUE = "interactive_dialogue", _("Interactive dialogue")
    UPR_REVIEW = "upr_review", _("Universal Periodic Review")
    TREATY_BODY_SESSION = "treaty_body_session", _("Treaty body session")
    CONFERENCE_OF_PARTIES = "conference_of_parties", _("Conference of the Parties")
    REGIONAL_CONFERENCE = "regional_conference", _("Regional conference")
    MINISTERIAL_MEETING = "ministerial_meeting", _("Ministerial meeting")
    SIDE_EVENT = "side_event", _("Side event")
    WORLD_DAY = "world_day", _("World day")
    LAUNCH = "launch", _("Launch")
    CONSULTATION = "consultation", _("Consultation")
    CAMPAIGN_ACTION = "campaign_action", _("Campaign action")


class InstrumentKind(TextChoices):
    TREATY = "treaty", _("Treaty")
    RESOLUTION = "resolution", _("Resolution")
    DECLARATION = "declaration", _("Declaration")
    DECISION = "decision", _("Presidential statement or decision")
    PLAN = "plan", _("Plan or strategy")
    PRINCIPLES = "principles", _("Principles or guidelines")
    REPORT = "report", _("Report")
    NOTE = "note", _("Concept note or letter")
    REGIONAL_LAW = "regional_law", _("Law of a region")
    NATIONAL_LAW = "national_law", _("National law")


class RecommendationKind(TextChoices):
    ASK = "ask", _("Recommendation")
    COMMITMENT = "commitment", _("Commitment")


class Pillar(TextChoices):
    """The 4Ps of A/RES/64/293, in their customary order."""

    PREVENTION = "prevention", _("Prevention")
    PROTECTION = "protection", _("Protection")
    PROSECUTION = "prosecution", _("Prosecution")
    PARTNERSHIP = "partnership", _("Partnership")


class Strength(IntegerChoices):
    WELCOMES = 1, _("1 · welcomes, supports, stands ready")
    ENCOURAGES = 2, _("2 · encourages, invites, asks to consider")
    RECOMMENDS = 3, _("3 · recommends, should, it is important to")
    URGES = 4, _("4 · urges, calls on, must")
    REQUIRES = 5, _("5 · requires, demands, decides")


class Precision(TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")
    UNKNOWN = "unknown", _("unknown")


class Stage(TextChoices):
    """Where the working copy of a statement stands."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    APPROVED = "approved", _("Approved")
    SCHEDULED = "scheduled", _("Scheduled")

    @classmethod
    def approved(cls) -> tuple[str, ...]:
        """Return the stages in which an approval stands."""
        return (cls.APPROVED, cls.SCHEDULED)


class Public(TextChoices):
    """What the public can see of a statement, an event or a campaign."""

    NEVER = "never", _("Never published")
    LIVE = "live", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class HarmKind(TextChoices):
    """What words may tell about a person; the codes are those of `text.harm`."""

    PHONE = "phone", _("A telephone number")
    EMAIL = "email", _("An e-mail address")
    CASE = "case", _("The number of a case or a document")
    ADDRESS = "address", _("An address")
    SHELTER = "shelter", _("Where a shelter is")
    AGE = "age", _("A name and an age")
    MINOR = "minor", _("A child")
    CONTACT = "contact", _("Somebody to contact")
    PERSON = "person", _("A person who does not speak here")


# Languages a source may be written in: those Django knows by name, regional variants left out.
LANGUAGES: dict[str, str] = {
    code: info["name"]
    for code, info in sorted(LANG_INFO.items())
    if "name" in info and "-" not in code
} | {"zh": gettext_noop("Chinese")}
# Of what editors write, such as titles of events, and of names that no other is known of.
HOUSE_LANGUAGE = "en"
UN_LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
RIGHT_TO_LEFT = frozenset(code for code, info in LANG_INFO.items() if info.get("bidi"))


class RepairKind(TextChoices):
    """What went wrong on a text's way here."""

    LINES = "lines", _("Broken lines")
    HYPHEN = "hyphen", _("Broken words")
    SYMBOL = "symbol", _("Misread symbols")
    WORDS = "words", _("Words run together")
    SPACES = "spaces", _("Doubled spaces")
    SIGNS = "signs", _("Printer's and hidden characters")
    CHOSEN = "chosen", _("Chosen by hand")


class RepairDecision(TextChoices):
    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Refused")
    SIC = "sic", _("Left, and marked [sic]")
    UNDONE = "undone", _("Undone")

    @classmethod
    def left(cls) -> tuple[str, ...]:
        """Return the decisions that leave the text as it is, and are not proposed again."""
        return (cls.REFUSED, cls.SIC)


class ProposedField(TextChoices):
    """What of a statement was read from its text, in the order of the form."""

    TITLE = "title", _("Title")
    KIND = "kind", _("Kind")
    LANGUAGE = "language", _("Language of the text")
    SOURCE = "source_note", _("Source")
    ADDRESS = "source_url", _("Source address")
    WEBCAST = "webcast_url", _("Webcast")
    OFFSET = "webcast_offset", _("Begins at")
    EVENT = "event", _("Event")
    DELIVERED = "delivered", _("Delivered")
    PUBLISHED = "published", _("Published")
    VOICE = "voice", _("Voice")
    THEME = "theme", _("Theme")
    GROUP = "group", _("Affected group")
    FORM = "form", _("Form of exploitation")
    COUNTRY = "country", _("Country named")
    RECOMMENDATION = "recommendation", _("Recommendation")
    CITATION = "citation", _("Instrument")


class ProposalDecision(TextChoices):
    OPEN = "open", _("To be decided")
    KEPT = "kept", _("Kept")
    CHANGED = "changed", _("Changed")
    REFUSED = "refused", _("Refused")


class BatchState(TextChoices):
    """Where the part of a change of many recommendations stands that the public would read."""

    DONE = "done", _("Done")
    WAITING = "waiting", _("Waits for a publisher")
    PUBLISHED = "published", _("Published")
    DECLINED = "declined", _("Not published")
    UNDONE = "undone", _("Undone")
