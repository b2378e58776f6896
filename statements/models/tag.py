"""Free tags on recommendations: what campaigns and working lists are made of."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from statements.models.fields import new_ref
from statements.models.publishing import AppendOnly

SLUG_LENGTH = 70


class Tag(TagBase):
    version = models.PositiveIntegerField(default=1, editable=False)
    internal = models.BooleanField(
        _("internal"), default=False, help_text=_("A working list: never shown to the public.")
    )

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="one_tag_whatever_its_capitals",
                violation_error_message=_("There is a tag of this name."),
            )
        ]

    def slugify(self, tag: str, i: int | None = None) -> str:
        """Return an address for a tag of any script: ASCII, short, never empty."""
        base = slugify(tag)[:SLUG_LENGTH].strip("-") or new_ref()
        return base if i is None else f"{base}-{i}"

    @property
    def ref(self) -> str:
        return str(self.slug)


class TagAlias(models.Model):
    """What a tag was called before, or another that was merged into it: both still lead to it.

    `slug` is the address of the one that was merged; a renamed tag keeps its own.
    """

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=100)
    slug = models.CharField(_("address"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")
        ordering = ("name", "pk")
        constraints = [models.UniqueConstraint(Lower("name"), name="one_tag_by_a_former_name")]

    def __str__(self) -> str:
        return self.name


class TaggedRecommendation(ItemBase):
    content_object = models.ForeignKey(
        "statements.Recommendation", on_delete=models.CASCADE, related_name="tagged"
    )
    tag = models.ForeignKey(Tag, on_delete=models.PROTECT, related_name="tagged")

    class Meta:
        constraints = [
            models.UniqueConstraint("content_object", "tag", name="one_tag_per_recommendation")
        ]


class TagChange(AppendOnly):
    """Who put a tag on a recommendation or took it off, and when."""

    recommendation_ref = models.CharField(_("recommendation"), max_length=10, db_index=True)
    tag_name = models.CharField(_("tag"), max_length=100)
    added = models.BooleanField(_("added"))
    batch = models.ForeignKey(
        "statements.Batch",
        verbose_name=_("bulk change"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="tag_changes",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("change of tags")
        verbose_name_plural = _("changes of tags")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{'+' if self.added else '-'}{self.tag_name} ({self.recommendation_ref})"
