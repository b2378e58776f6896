"""What was merged into what: the references of old records and old addresses lead on."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models.publishing import AppendOnly, LogQuerySet


class MergedQuerySet(LogQuerySet):
    def lead(self, kind: str, ref: str, into: str) -> None:
        """Let what was merged into one that is merged itself lead on to where that leads."""
        super(LogQuerySet, self.filter(kind=kind, into=ref)).update(into=into)

    def refs_of(self, kind: str, ref: str) -> list[str]:
        """Return a reference, and those of all that was merged into it."""
        return [ref, *self.filter(kind=kind, into=ref).values_list("ref", flat=True)]


class Merged(AppendOnly):
    """One that was found to be another: `ref` is now `into`, which was never merged itself."""

    kind = models.CharField(max_length=16)
    ref = models.CharField(max_length=10)
    into = models.CharField(max_length=10)
    name = models.CharField(_("name"), max_length=255)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    objects = MergedQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "ref"], name="merged_once")]
        indexes = [models.Index(fields=["kind", "into"], name="merged_into")]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref} is {self.into}"
