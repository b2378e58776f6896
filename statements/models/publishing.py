"""What the desk remembers of every move: who, when, why, and what became public."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class LogQuerySet(models.QuerySet[Any]):
    def update(self, **values: Any) -> int:
        raise TypeError("The log is append-only.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("The log is append-only.")

    def about(self, kind: str, ref: str) -> "LogQuerySet":
        return self.filter(kind=kind, ref=ref)


class AppendOnly(models.Model):
    """A row that is written once: it can be neither changed nor deleted."""

    objects = LogQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *arguments: Any, **options: Any) -> None:
        if not self._state.adding:
            raise TypeError(f"{self._meta.label} is append-only.")
        super().save(*arguments, **options)

    def delete(self, *arguments: Any, **options: Any) -> tuple[int, dict[str, int]]:
        raise TypeError(f"{self._meta.label} is append-only.")


class Transition(AppendOnly):
    """One move of one noun: written, edited, submitted, published, withdrawn ..."""

    kind = models.CharField(_("kind"), max_length=16)
    ref = models.CharField(_("reference"), max_length=96)
    verb = models.CharField(_("move"), max_length=16)
    version = models.PositiveIntegerField(_("version"))
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("move")
        verbose_name_plural = _("moves")
        ordering = ("-pk",)
        indexes = [
            models.Index(fields=["kind", "ref", "-id"], name="transition_of"),
            models.Index(fields=["-at", "-id"], name="transition_at"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}: {self.verb}"


class Publication(AppendOnly):
    """The record as it went through the door, kept for good."""

    kind = models.CharField(_("kind"), max_length=16)
    ref = models.CharField(_("reference"), max_length=96)
    version = models.PositiveIntegerField(_("version"))
    schema = models.PositiveSmallIntegerField(_("schema"))
    record = models.TextField(_("record"))
    note = models.TextField(_("public note"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ("-pk",)
        indexes = [models.Index(fields=["kind", "ref", "-id"], name="publication_of")]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}, version {self.version}"
