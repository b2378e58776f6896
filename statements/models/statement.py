"""One text as it was delivered or issued."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from statements.choices import LANGUAGES, Public, Stage, StatementKind, TextVersion
from statements.models.document import SourceDocument
from statements.models.event import Event
from statements.models.fields import dated, known, precision_field
from statements.models.identity import Versioned
from statements.models.vocabulary import AffectedGroup, Country, ExploitationForm, Theme


class StatementQuerySet(models.QuerySet[Any]):
    def to_review(self) -> "StatementQuerySet":
        return self.filter(stage=Stage.IN_REVIEW)

    def scheduled(self) -> "StatementQuerySet":
        return self.filter(publish_at__isnull=False).order_by("publish_at", "pk")

    def ever_public(self) -> "StatementQuerySet":
        return self.exclude(public=Public.NEVER)

    def of(self, author: Any) -> "StatementQuerySet":
        return self.filter(created_by=author)


class Statement(Versioned):
    """The desk's working copy. What the public sees of it is a record of the catalogue."""

    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_("The last part of the page's address; made from the title if left empty."),
    )
    title = models.CharField(_("title"), max_length=500)
    title_is_ours = models.BooleanField(
        _("our title"), default=False, help_text=_("Tick this where the source has no title.")
    )
    kind = models.CharField(
        _("kind"), max_length=16, choices=StatementKind, default=StatementKind.SPEECH
    )
    text = models.TextField(_("text"), help_text=_("The words as delivered or issued, unchanged."))
    source_document = models.ForeignKey(
        SourceDocument,
        verbose_name=_("source document"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="statements",
    )
    text_version = models.CharField(
        _("version of the text"),
        max_length=24,
        choices=TextVersion,
        default=TextVersion.AS_DELIVERED,
    )
    language = models.CharField(
        _("language of the text"), max_length=8, choices=LANGUAGES, default="en"
    )
    translation_of = models.ForeignKey(
        "self",
        verbose_name=_("translation of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="translations",
        help_text=_("The original, if this text is a translation and the original is here too."),
    )
    delivered_on = models.DateField(_("delivered"), null=True, blank=True)
    delivered_precision = precision_field(_("how exact"))
    delivered_source = models.CharField(
        _("known from"),
        max_length=255,
        blank=True,
        help_text=_("Only where the text itself does not say: it is then shown in brackets."),
    )
    published_on = models.DateField(_("published"), null=True, blank=True)
    published_precision = precision_field(_("how exact"))
    published_source = models.CharField(_("known from"), max_length=255, blank=True)
    event = models.ForeignKey(
        Event,
        verbose_name=_("event"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="statements",
    )
    source_url = models.URLField(_("source address"), max_length=500, blank=True)
    source_note = models.CharField(
        _("source"),
        max_length=255,
        blank=True,
        help_text=_("Where the text comes from, such as “Verbatim record S/PV.7898”."),
    )
    webcast_url = models.URLField(
        _("webcast"), max_length=500, blank=True, help_text=_("The address of its recording.")
    )
    # In seconds. A source may say when it begins and give no address.
    webcast_offset = models.PositiveIntegerField(_("begins at"), null=True, blank=True)
    countries = models.ManyToManyField(
        Country,
        verbose_name=_("countries named"),
        blank=True,
        related_name="statements",
        help_text=_("Those the text names, confirmed by a person."),
    )
    themes = models.ManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="statements"
    )
    groups = models.ManyToManyField(
        AffectedGroup,
        verbose_name=_("affected groups"),
        blank=True,
        related_name="statements",
        help_text=_("Whom the text as a whole is about; its recommendations inherit them."),
    )
    forms = models.ManyToManyField(
        ExploitationForm,
        verbose_name=_("forms of exploitation"),
        blank=True,
        related_name="statements",
        help_text=_("Those the text as a whole is about; its recommendations inherit them."),
    )
    stage = models.CharField(
        _("stage"), max_length=9, choices=Stage, default=Stage.DRAFT, editable=False
    )
    public = models.CharField(
        _("public"), max_length=9, choices=Public, default=Public.NEVER, editable=False
    )
    published_version = models.PositiveIntegerField(null=True, editable=False)
    approved_version = models.PositiveIntegerField(null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # The hour at which what `Scheduled` keeps becomes public.
    publish_at = models.DateTimeField(_("public from"), null=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        editable=False,
        on_delete=models.PROTECT,
        related_name="statements",
    )
    created_at = models.DateTimeField(_("added"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ("-updated_at", "-pk")
        permissions = [
            ("change_any_statement", _("Can change statements of others")),
            ("submit_statement", _("Can submit statements for review")),
            ("return_statement", _("Can return statements to their author")),
            ("approve_statement", _("Can approve statements")),
            ("publish_statement", _("Can publish statements")),
            ("withdraw_statement", _("Can withdraw published statements")),
            ("bring_back_statement", _("Can bring back withdrawn statements")),
            ("withhold_statement", _("Can withhold words of published statements")),
            ("erase_statement", _("Can erase statements for a person's safety")),
            ("export_statement", _("Can download lists of working copies")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(translation_of=F("pk")),
                name="a_translation_is_of_another",
                violation_error_message=_("A statement is no translation of itself."),
            ),
            dated("delivered"),
            dated("published"),
            known("kind", StatementKind),
            known("text_version", TextVersion),
            known("stage", Stage),
            known("public", Public),
            models.CheckConstraint(
                condition=Q(public=Public.NEVER, published_version__isnull=True)
                | (~Q(public=Public.NEVER) & Q(published_version__isnull=False)),
                name="what_was_public_has_its_version",
            ),
            models.CheckConstraint(
                condition=Q(approved_version__isnull=True, approved_by__isnull=True)
                | Q(approved_version__isnull=False, approved_by__isnull=False),
                name="an_approval_is_somebody_s",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=Stage.approved(), approved_version=F("version"))
                | (~Q(stage__in=Stage.approved()) & Q(approved_version__isnull=True)),
                name="approval_is_of_exactly_this_version",
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.SCHEDULED) | Q(publish_at__isnull=False),
                name="what_is_scheduled_has_its_hour",
            ),
        ]
        indexes = [
            models.Index(fields=["-updated_at", "-id"], name="statements_changed"),
            models.Index(fields=["stage", "-updated_at", "-id"], name="statements_of_a_stage"),
            models.Index(fields=["delivered_on"], name="statements_delivered"),
            models.Index(
                fields=["publish_at"],
                condition=Q(publish_at__isnull=False),
                name="statements_by_their_hour",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def was_ever_public(self) -> bool:
        return self.public != Public.NEVER

    def is_public_as_it_stands(self) -> bool:
        """Tell whether the public reads exactly this version."""
        return self.public == Public.LIVE and self.published_version == self.version
