"""What will be public at its hour, whatever becomes of the working copy until then."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models.statement import Statement


class Scheduled(models.Model):
    """The record of a statement as it was scheduled; its hour is `Statement.publish_at`.

    `event` in the record is also that of a draft event. `trouble` says why it could not be
    published when its hour had come.
    """

    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="scheduled")
    version = models.PositiveIntegerField(_("version"))
    schema = models.PositiveSmallIntegerField(_("schema"))
    record = models.TextField(_("record"))
    note = models.TextField(_("public note"), blank=True)
    with_event = models.BooleanField(default=False)
    trouble = models.TextField(_("why it is late"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("scheduled publication")
        verbose_name_plural = _("scheduled publications")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.statement)
