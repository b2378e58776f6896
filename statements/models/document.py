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

    def of(self, text: str, content: bytes | None) -> "SourceDocumentQuerySet":
        """Those of the very same file, or, where it was pasted, of the very same text."""
        if content is not None:
            return self.filter(content_sha256=checksum(content))
        return self.filter(sha256=checksum(text))

    def unused(self) -> "SourceDocumentQuerySet":
        return self.filter(statements__isnull=True, replaced_by__isnull=True)


class SourceDocument(models.Model):
    """A text as it was received; the texts of one statement or of several are slices of it.

    `name` is that of the file, empty for what was pasted; `content` is the file itself, byte for
    byte, where its text had to be read out of it. `replaces` is what was received before it for
    the same statement.
    """

    ref = RefField()
    name = models.CharField(_("file"), max_length=255, blank=True)
    text = models.TextField(_("as received"))
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64, db_index=True)
    content = models.BinaryField(_("file"), null=True)
    content_sha256 = models.CharField(
        _("checksum of the file (SHA-256)"), max_length=64, blank=True, db_index=True
    )
    media_type = models.CharField(_("kind of file"), max_length=100, blank=True)
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
        if self.content is not None:
            self.content_sha256 = checksum(bytes(self.content))
        super().save(*arguments, **options)

    def holds(self, text: str) -> bool:
        """Tell whether `text` is a slice of what was received, or shares a line with it."""
        return text in self.text or bool(_lines(text) & _lines(self.text))


def checksum(content: str | bytes) -> str:
    """Return the SHA-256 of bytes, or of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines()} - {""}
