"""A table that somebody brought, kept until drafts are made of it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from statements.models.fields import RefField


class Spreadsheet(models.Model):
    """The sheets of one person's files, as they were read; for that person alone, for a day.

    `sheets` has name, columns and numbered rows of each.
    """

    ref = RefField()
    brought_by = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="spreadsheet"
    )
    brought_at = models.DateTimeField(_("brought"), default=timezone.now)
    name = models.CharField(_("file"), max_length=255)
    sheets = models.JSONField()

    class Meta:
        verbose_name = _("spreadsheet")
        verbose_name_plural = _("spreadsheets")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
