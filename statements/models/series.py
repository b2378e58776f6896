"""Events that belong together: the conference of one year, then that of the next."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.choices import Public
from statements.models.fields import known
from statements.models.identity import Gathering


class Series(Gathering):
    summary = models.TextField(_("summary"), blank=True, help_text=_("One or two plain sentences."))

    class Meta:
        verbose_name = _("event series")
        verbose_name_plural = _("event series")
        ordering = ("title", "pk")
        permissions = [("publish_series", _("Can publish and withdraw event series"))]
        constraints = [known("public", Public)]
