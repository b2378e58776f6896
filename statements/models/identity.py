"""What the desk's nouns have in common: who they are, which version, at which address."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.choices import Public
from statements.models.fields import RefField


class Versioned(models.Model):
    """A row with an identity for life and a version that each save moves on."""

    ref = RefField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class Addressed(Versioned):
    """What has a page of its own once it is public."""

    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        help_text=_("The last part of the page's address."),
    )

    class Meta:
        abstract = True


class Gathering(Addressed):
    """What goes from draft to live to withdrawn without a second pair of eyes."""

    title = models.CharField(_("title"), max_length=255)
    public = models.CharField(
        _("public"), max_length=9, choices=Public, default=Public.NEVER, editable=False
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title
