"""What is asked before a move of a statement: why, when, and what else goes with it."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin.pages import addresses
from statements.choices import Public
from statements.models import Statement
from statements.workflow import gatherings
from statements.workflow.history import log

OUTCOMES = {
    "submit": gettext_lazy(
        "A publisher is asked to review it. You can still change it; it is then a draft again."
    ),
    "return": gettext_lazy("It goes back to its author as a draft, with your reason."),
    "approve": gettext_lazy(
        "You say that this version is right, word for word. It is not public yet: "
        "a publisher publishes it. Any change to it voids your approval."
    ),
    "publish": gettext_lazy(
        "Everybody can read it from now on: the statement, its recommendations and who is named."
    ),
    "schedule": gettext_lazy(
        "This version becomes public by itself at the time that you give, and not before. What you "
        "change until then is not in it; words that you withhold are taken out of it."
    ),
    "reschedule": gettext_lazy(
        "The version that is scheduled becomes public at another time. Nothing else is changed."
    ),
    "unschedule": gettext_lazy("Nothing becomes public by itself. You can publish it later."),
    "withdraw": gettext_lazy(
        "The public sees only the date and your reason at its address, and nothing of its words. "
        "Its recommendations go with it."
    ),
    "bring_back": gettext_lazy("The public reads again, word for word, what was last published."),
}
REASONS = {
    "submit": gettext_lazy("A word to the reviewers"),
    "return": gettext_lazy("What has to be done"),
    "approve": gettext_lazy("A word to the publishers"),
    "publish": gettext_lazy("Why it is published again"),
    "schedule": gettext_lazy("Why it is published again"),
    "unschedule": gettext_lazy("Why"),
    "withdraw": gettext_lazy("Why it is withdrawn"),
    "bring_back": gettext_lazy("Why it is brought back"),
}
READ_BY_PUBLIC = frozenset({"publish", "schedule", "withdraw"})
# Moves for which an hour is given, and those after which the public reads more.
AT_AN_HOUR = frozenset({"schedule", "reschedule"})
PUBLISHING = frozenset({"publish", "schedule"})
AT = "%Y-%m-%dT%H:%M"


def _too(drafts: Sequence[Any]) -> str:
    """Offer to publish an event, or its series, or both, with a statement."""
    names = {log.kind_of(noun): noun for noun in drafts}
    if "series" not in names:
        message = _("Publish the event “%(event)s” too: it is not public yet.")
    elif "event" not in names:
        message = _("Publish the series “%(series)s” of its event too: it is not public yet.")
    else:
        message = _(
            "Publish the event “%(event)s” and its series “%(series)s” too: "
            "they are not public yet."
        )
    return message % names


class MoveForm(forms.Form):
    """Why, and what else goes with the move; the version is the one the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3, "cols": 60}))
    successor = forms.CharField(
        required=False,
        label=gettext_lazy("What replaces it"),
        help_text=gettext_lazy("The public address of another statement, if there is one."),
    )
    at = forms.DateTimeField(
        label=gettext_lazy("Public from, in UTC"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=AT),
        error_messages={
            "required": gettext_lazy("Give the day and the time, please."),
            "invalid": gettext_lazy("Write it as 2030-12-31 09:00."),
        },
    )
    with_event = forms.BooleanField(required=False, initial=True)

    def __init__(self, move: workflow.Move, statement: Statement, **options: Any) -> None:
        super().__init__(**options)
        self._ask_why(move, statement)
        event = statement.event
        if move.verb != "withdraw":
            del self.fields["successor"]
        if move.verb in PUBLISHING and (drafts := gatherings.unpublished(event)):
            self.fields["with_event"].label = _too(drafts)
        else:
            del self.fields["with_event"]
        if move.verb in AT_AN_HOUR:
            self._ask_when(statement)
        else:
            del self.fields["at"]

    def _ask_when(self, statement: Statement) -> None:
        now = timezone.now().astimezone(dt.UTC)
        message = _("All times of the desk are in UTC, where it is %(now)s now.")
        self.fields["at"].help_text = message % {"now": f"{now:%Y-%m-%d, %H:%M}"}
        self.fields["at"].initial = statement.publish_at
        self.order_fields(["version", "at"])

    def _ask_why(self, move: workflow.Move, statement: Statement) -> None:
        if move.verb not in REASONS:
            del self.fields["reason"]
            return
        reason = self.fields["reason"]
        reason.label, reason.required = REASONS[move.verb], move.owes(statement)
        reason.help_text = _("The public reads it.") if move.verb in READ_BY_PUBLIC else ""
        if not reason.required:
            reason.help_text = f"{reason.help_text} {_('May stay empty.')}".strip()
        reason.error_messages["required"] = _("Give a reason, please.")
        if move.verb in PUBLISHING:
            self._ask_what_changed(statement)

    def _ask_what_changed(self, statement: Statement) -> None:
        """Ask what the public is told of a later publication; of the first it is told nothing."""
        reason = self.fields["reason"]
        if statement.public == Public.NEVER:
            reason.label, reason.help_text = _("Note"), _("Only staff read it. May stay empty.")
        elif statement.public == Public.LIVE:
            reason.label, reason.required = _("What changed"), True
            reason.help_text = _("The public reads it on the page, with the day.")
            reason.error_messages["required"] = _("Say in a few words what changed, please.")

    def clean_successor(self) -> str:
        """Return the public address, without its host, of the live statement that was pasted."""
        pasted: str = self.cleaned_data["successor"]
        if not pasted:
            return ""
        named = addresses.named_by(pasted)
        address = addresses.public("statement", named.ref) if named else None
        if address is None:
            raise forms.ValidationError(_("This is not the public address of a statement."))
        return address
