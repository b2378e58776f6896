"""Who speaks in a statement, and how."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from statements.choices import Capacity
from statements.models.actor import Actor, Person
from statements.models.fields import RefField, known
from statements.models.statement import Statement


class Voice(models.Model):
    """An actor, and perhaps a person, in one statement; name and role as in the source."""

    ref = RefField()
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="voices")
    capacity = models.CharField(
        _("speaks as"), max_length=16, choices=Capacity, default=Capacity.DELIVERS
    )
    actor = models.ForeignKey(
        Actor,
        verbose_name=_("actor"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="voices",
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="voices",
    )
    name = models.CharField(
        _("name in the source"), max_length=255, blank=True, help_text=_("As the source writes it.")
    )
    role = models.CharField(
        _("role in the source"), max_length=500, blank=True, help_text=_("As the source writes it.")
    )
    name_is_public = models.BooleanField(
        _("show the name"),
        default=True,
        help_text=_("Untick to publish this voice without its name."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("voice")
        verbose_name_plural = _("voices")
        ordering = ("position", "pk")
        constraints = [
            known("capacity", Capacity),
            models.CheckConstraint(
                condition=Q(actor__isnull=False) | Q(person__isnull=False) | ~Q(name=""),
                name="a_voice_is_somebody",
                violation_error_message=_("Choose an actor or a person, or give a name."),
            ),
        ]

    def __str__(self) -> str:
        parts = [self.name or (self.person.name if self.person else ""), str(self.actor or "")]
        return ", ".join(part for part in parts if part)
