"""The versions of a working copy, each as it was when the next one was begun."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models.statement import Statement


class StatementVersion(models.Model):
    """A statement with its voices, recommendations and citations, as JSON; the tags stand apart."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField(_("version"))
    body = models.TextField(_("body"))

    class Meta:
        verbose_name = _("earlier version")
        verbose_name_plural = _("earlier versions")
        default_permissions = ()
        ordering = ("-version",)
        constraints = [
            models.UniqueConstraint(fields=["statement", "version"], name="one_row_per_version")
        ]

    def __str__(self) -> str:
        return f"{self.statement}, {self.version}"
