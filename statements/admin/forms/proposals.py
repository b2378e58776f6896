"""A form for each thing that was read from a text: keep it, change it or refuse it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.sites import AdminSite
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.admin.forms import dates
from statements.admin.forms.choosing import HeldChoice, HeldChoices
from statements.admin.forms.dates import ApproximateDate
from statements.admin.forms.webcast import Offset
from statements.choices import (
    LANGUAGES,
    Capacity,
    Pillar,
    ProposedField,
    RecommendationKind,
    StatementKind,
    Strength,
)
from statements.models import (
    Actor,
    Citation,
    Event,
    Instrument,
    Proposal,
    Recommendation,
    Statement,
    Voice,
)
from statements.workflow.proposing import OWED, PLAIN, Choice

KEEP, REFUSE = "keep", "refuse"
NO_ANSWER: tuple[Any, ...] = (("", "—"),)


class ProposalForm(forms.Form):
    """A decision about one proposal, with its value to change; its name in the page is `p<pk>`."""

    decision = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Decision"),
        choices=[(KEEP, gettext_lazy("Keep")), (REFUSE, gettext_lazy("Refuse"))],
        widget=forms.RadioSelect,
    )
    # By the name of a field here, that of the row which has its value.
    held: ClassVar[Mapping[str, str]] = {}

    def __init__(self, proposal: Proposal, row: Any, site: AdminSite, data: Any = None) -> None:
        self.proposal, self.row = proposal, row
        initial = {name: getattr(row, of) for name, of in self.held.items()} if row else {}
        super().__init__(data, prefix=f"p{proposal.pk}", initial=initial)
        if proposal.field in OWED:
            self.fields["decision"].choices = [(KEEP, _("Keep"))]  # type: ignore[attr-defined]
        self.prepare(site)

    def prepare(self, site: AdminSite) -> None:
        """Make ready what needs the row or the site."""

    def give(self, name: str, widget: Any) -> None:
        """Let a relation be chosen by a widget of the desk, which asks the field's choices."""
        field: Any = self.fields[name]
        widget.choices = field.choices
        field.widget = widget
        widget.hold(self.row)

    @property
    def values(self) -> list[Any]:
        return [self[name] for name in self.fields if name != "decision"]

    def is_decided(self) -> bool:
        """Tell whether anything was chosen, or changed, which is a decision too."""
        return bool(self.cleaned_data.get("decision") or self.changed_values())

    def changed_values(self) -> dict[str, Any]:
        changed = [name for name in self.changed_data if name != "decision"]
        return {name: self.cleaned_data[name] for name in changed}

    def choice(self) -> Choice:
        """Return what was decided; whoever changes a value means to keep it."""
        if self.cleaned_data.get("decision") == REFUSE:
            return Choice(self.proposal, keep=False)
        return Choice(self.proposal, keep=True, values=self.changed_values())


class PlainForm(ProposalForm):
    """A value of the statement itself, in one line."""

    value = forms.CharField(label=gettext_lazy("Value"))

    def prepare(self, site: AdminSite) -> None:
        name, _empty = PLAIN[ProposedField(self.proposal.field)]
        model_field = Statement._meta.get_field(name)
        field = self.fields["value"] = self.field_of(model_field)
        field.label = self.proposal.get_field_display()
        self.initial["value"] = getattr(self.row, name)

    def field_of(self, model_field: Any) -> forms.Field:
        field: forms.Field = model_field.formfield(required=False)
        field.help_text = ""
        return field

    def changed_values(self) -> dict[str, Any]:
        changed = super().changed_values()
        name, _empty = PLAIN[ProposedField(self.proposal.field)]
        return {name: changed["value"]} if changed else {}


class TitleForm(PlainForm):
    def field_of(self, model_field: Any) -> forms.Field:
        field = super().field_of(model_field)
        field.widget = forms.Textarea(attrs={"rows": 3, "dir": "auto"})
        return field


class AddressForm(PlainForm):
    def field_of(self, model_field: Any) -> forms.Field:
        field: forms.Field = model_field.formfield(required=False, assume_scheme="https")
        field.help_text = ""
        return field


class KindForm(PlainForm):
    def field_of(self, model_field: Any) -> forms.Field:
        return forms.ChoiceField(choices=StatementKind.choices)


class LanguageForm(PlainForm):
    def field_of(self, model_field: Any) -> forms.Field:
        return forms.ChoiceField(choices=list(LANGUAGES.items()))


class OffsetForm(PlainForm):
    def field_of(self, model_field: Any) -> forms.Field:
        return Offset(help_text="")


class DateForm(ProposalForm):
    date = ApproximateDate(label="")

    def prepare(self, site: AdminSite) -> None:
        self.fields["date"].label = self.proposal.get_field_display()
        self.initial["date"] = dates.held(self.row, self.proposal.field)


class EventForm(ProposalForm):
    """An event on the desk; one that is only described is added when it is kept."""

    event = forms.ModelChoiceField(Event.objects.all(), required=False, label=gettext_lazy("Event"))
    held = {"event": "event_id"}

    def prepare(self, site: AdminSite) -> None:
        self.give("event", HeldChoice(Statement._meta.get_field("event"), site))


class VoiceForm(ProposalForm):
    name = forms.CharField(required=False, max_length=255, label=gettext_lazy("Name"))
    role = forms.CharField(required=False, max_length=500, label=gettext_lazy("Role"))
    capacity = forms.ChoiceField(choices=Capacity.choices, label=gettext_lazy("Speaks as"))
    actor = forms.ModelChoiceField(Actor.objects.all(), required=False, label=gettext_lazy("Actor"))
    held = {"name": "name", "role": "role", "capacity": "capacity", "actor": "actor_id"}

    def prepare(self, site: AdminSite) -> None:
        self.give("actor", HeldChoice(Voice._meta.get_field("actor"), site))

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if cleaned.get("decision") != REFUSE and not (cleaned.get("name") or cleaned.get("actor")):
            raise forms.ValidationError(_("Give a name or choose an actor."))
        return cleaned


class RecommendationForm(ProposalForm):
    kind = forms.ChoiceField(choices=RecommendationKind.choices, label=gettext_lazy("Kind"))
    addressed_as = forms.CharField(
        required=False, max_length=255, label=gettext_lazy("Addressed as")
    )
    addressees = forms.ModelMultipleChoiceField(
        Actor.objects.all(), required=False, label=gettext_lazy("Asked of")
    )
    pillar = forms.ChoiceField(
        required=False, choices=[*NO_ANSWER, *Pillar.choices], label=gettext_lazy("Pillar")
    )
    strength = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        choices=[*NO_ANSWER, *Strength.choices],
        label=gettext_lazy("Strength"),
    )
    short_form = forms.CharField(
        required=False,
        max_length=Recommendation._meta.get_field("short_form").max_length,
        label=gettext_lazy("Short form, in your words"),
    )
    held = {name: name for name in ("kind", "addressed_as", "pillar", "strength", "short_form")}

    def prepare(self, site: AdminSite) -> None:
        relation = Recommendation._meta.get_field("addressees")
        self.give("addressees", HeldChoices(relation, site))
        self.initial["addressees"] = [one.pk for one in self.row.addressees.all()]


class CitationForm(ProposalForm):
    instrument = forms.ModelChoiceField(
        Instrument.objects.all(), required=False, label=gettext_lazy("Instrument")
    )
    held = {"instrument": "instrument_id"}

    def prepare(self, site: AdminSite) -> None:
        relation = Citation._meta.get_field("instrument")
        self.give("instrument", HeldChoice(relation, site))


FORMS: Mapping[str, type[ProposalForm]] = {
    ProposedField.TITLE: TitleForm,
    ProposedField.KIND: KindForm,
    ProposedField.LANGUAGE: LanguageForm,
    ProposedField.SOURCE: PlainForm,
    ProposedField.ADDRESS: AddressForm,
    ProposedField.WEBCAST: AddressForm,
    ProposedField.OFFSET: OffsetForm,
    ProposedField.EVENT: EventForm,
    ProposedField.DELIVERED: DateForm,
    ProposedField.PUBLISHED: DateForm,
    ProposedField.VOICE: VoiceForm,
    ProposedField.THEME: ProposalForm,
    ProposedField.GROUP: ProposalForm,
    ProposedField.FORM: ProposalForm,
    ProposedField.COUNTRY: ProposalForm,
    ProposedField.RECOMMENDATION: RecommendationForm,
    ProposedField.CITATION: CitationForm,
}
