"""A public page gathering the recommendations that carry its tag."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.choices import Public
from statements.models.fields import known
from statements.models.identity import Gathering
from statements.models.tag import Tag


class Campaign(Gathering):
    aim = models.TextField(_("aim"), help_text=_("What the campaign wants, in plain paragraphs."))
    how_to_help = models.TextField(_("how to help"), blank=True)
    tag = models.ForeignKey(
        Tag,
        verbose_name=_("tag"),
        on_delete=models.PROTECT,
        related_name="campaigns",
        limit_choices_to={"internal": False},
        help_text=_("Every published recommendation with this tag appears on the campaign's page."),
    )

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ("title", "pk")
        permissions = [("publish_campaign", _("Can publish and withdraw campaigns"))]
        constraints = [
            known("public", Public),
        ]
