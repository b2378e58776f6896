"""By what things that are alike are found, and which of them a person told apart."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Mark(models.Model):
    """One of the numbers by which something is found by what is like it (`text.likeness`)."""

    kind = models.CharField(max_length=16)
    ref = models.CharField(max_length=10)
    value = models.BigIntegerField()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["kind", "value"], name="marks_alike"),
            models.Index(fields=["kind", "ref"], name="marks_of"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}: {self.value}"


class ToldApart(models.Model):
    """Two that look alike, of which a person said that they are not the same."""

    kind = models.CharField(max_length=16)
    one = models.CharField(max_length=10)
    other = models.CharField(max_length=10)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["kind", "one", "other"], name="told_apart_once"),
            models.CheckConstraint(
                condition=models.Q(one__lt=models.F("other")), name="told_apart_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.one} is not {self.other}"
