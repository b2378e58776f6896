"""What a statement's words came from, as it was received: never changed, for staff only."""

import hashlib
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from statements.models.fields import RefField


class SourceDocumentQuerySet(models.QuerySet[Any]):
    def update(self, **values: Any) -> int:
        raise TypeError("What was received is never changed.")

    def unused(self) -> "SourceDocumentQuerySet":
        return self.filter(statements__isnull=True, replaced_by__isnull=True)


class SourceDocument(models.Model):
    """A text as it was received; the texts of one statement or of several are slices of it.

    `name` is that of the file, empty for what was pasted. `replaces` is what was received
    before it for the same statement.
    """

    ref = RefField()
    name = models.CharField(_("file"), max_length=255, blank=True)
    text = models.TextField(_("as received"))
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64)
    replaces = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.PROTECT, related_name="replaced_by"
    )
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("received by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    received_at = models.DateTimeField(_("received"), default=timezone.now)

    objects = SourceDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("source document")
        verbose_name_plural = _("source documents")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.name or self.ref

    def save(self, *arguments: Any, **options: Any) -> None:
        if not self._state.adding:
            raise TypeError("What was received is never changed.")
        self.sha256 = checksum(self.text)
        super().save(*arguments, **options)

    def holds(self, text: str) -> bool:
        """Tell whether `text` is a slice of what was received, or shares a line with it."""
        return text in self.text or bool(_lines(text) & _lines(self.text))


def checksum(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines()} - {""}
