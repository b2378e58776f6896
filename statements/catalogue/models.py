"""The tables a visitor's request may read: records, what they are found by, and where."""

from typing import Any

from django.db import models

from statements.catalogue.search.words.models import Digest, Word, WordBitmap, WordCounts

__all__ = [
    "Count",
    "Digest",
    "Facet",
    "Record",
    "Redirect",
    "Revision",
    "Word",
    "WordBitmap",
    "WordCounts",
]


class RecordQuerySet(models.QuerySet[Any]):
    def live(self) -> "RecordQuerySet":
        return self.filter(withdrawn=False)


class Record(models.Model):
    """One published thing, or the tombstone of one, as JSON.

    `card` is what a list shows, `body` the whole frozen part, `live` what tagging
    changes at once. `since` and `until` span the days the record's date may mean,
    `sort_on` is the first of them, or the first of days where none is known;
    `rank` orders records of one day: recommendations as in their text, names by the alphabet.
    """

    kind = models.CharField(max_length=16)
    ref = models.CharField(max_length=96)
    slug = models.CharField(max_length=96)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    sort_on = models.DateField()
    rank = models.CharField(max_length=128)
    version = models.PositiveIntegerField()
    schema = models.PositiveSmallIntegerField()
    withdrawn = models.BooleanField(default=False)
    card = models.TextField()
    body = models.TextField()
    live = models.TextField()

    objects = RecordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("kind", "ref", name="one_record_per_ref"),
            models.UniqueConstraint("kind", "slug", name="one_record_per_slug"),
        ]
        indexes = [
            models.Index(
                fields=["kind", "withdrawn", "-sort_on", "rank", "ref"], name="records_newest_first"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}"


class Facet(models.Model):
    """One value a record is found by."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="facets")
    kind = models.CharField(max_length=16)
    name = models.CharField(max_length=16)
    value = models.CharField(max_length=96)

    class Meta:
        constraints = [
            models.UniqueConstraint("kind", "name", "value", "record", name="one_facet_per_value")
        ]
        indexes = [models.Index(fields=["record", "name"], name="facets_of_record")]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class Count(models.Model):
    """How many live records of a kind carry a value; of name and value "" how many there are."""

    kind = models.CharField(max_length=16)
    name = models.CharField(max_length=16)
    value = models.CharField(max_length=96)
    n = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint("kind", "name", "value", name="one_count_per_value")]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}={self.value}: {self.n}"


class Redirect(models.Model):
    """Every slug that was ever public, and whose it is for good."""

    kind = models.CharField(max_length=16)
    slug = models.CharField(max_length=96)
    ref = models.CharField(max_length=96)

    class Meta:
        constraints = [models.UniqueConstraint("kind", "slug", name="one_owner_per_slug")]
        indexes = [models.Index(fields=["kind", "ref"], name="slugs_of_ref")]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"


class Revision(models.Model):
    """The one row that moves with each change of the catalogue."""

    number = models.PositiveBigIntegerField(default=0)
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.number)
