"""The tables a visitor's request may read: records, what they are found by, and where."""

from typing import Any

from django.db import models

from statements.catalogue.search.words.models import (
    Digest,
    Gist,
    GistWord,
    RareWord,
    Word,
    WordBitmap,
    WordCounts,
)

__all__ = [
    "Digest",
    "Due",
    "Gist",
    "GistWord",
    "Posting",
    "RareWord",
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

    `number` stands for exactly this version in the postings: it is given when the version is
    put, grows, and is never given again; a tombstone has none. `part_of` is the reference of
    the statement that a recommendation stands in.

    `card` is what a list shows, `body` the whole frozen part, `live` what tagging
    changes at once. `since` and `until` span the days the record's date may mean,
    `sort_on` is the first of them, or the first of days where none is known;
    `rank` orders records of one day: recommendations as in their text, names by the alphabet.
    """

    kind = models.CharField(max_length=16)
    ref = models.CharField(max_length=96)
    slug = models.CharField(max_length=96)
    number = models.PositiveBigIntegerField(null=True)
    part_of = models.CharField(max_length=96, default="")
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
            models.UniqueConstraint("kind", "number", name="one_record_per_number"),
        ]
        indexes = [models.Index(fields=["part_of"], name="records_of_a_statement")]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}"


class Posting(models.Model):
    """The numbers of the live records of a kind that carry one value, or one chunk of them.

    `bitmap` is a roaring bitmap in its portable form (https://roaringbitmap.org/spec), `n` how
    many numbers it holds, `revision` the revision that wrote it. Name and value "" hold all
    live records of the kind. A row that became empty stays: readers see that it moved.
    """

    kind = models.CharField(max_length=16)
    name = models.CharField(max_length=16)
    value = models.CharField(max_length=96)
    chunk = models.PositiveIntegerField()
    n = models.PositiveIntegerField()
    revision = models.PositiveBigIntegerField()
    bitmap = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "name", "value", "chunk"], name="one_posting_per_chunk"
            )
        ]
        indexes = [models.Index(fields=["revision"], name="postings_by_revision")]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}={self.value}"


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
    """The one row that moves with each change of the catalogue.

    `token` is of chance and moves with the number: after a rollback or on another database one
    number may mean two states, a token means one. `recent` are the tokens before it, newest
    first. `names` is another token, which moves where a record that gives labels changed.
    `numbers` holds the last number given in each kind. `index` is the version of the code that
    filed the postings.
    """

    number = models.PositiveBigIntegerField(default=0)
    at = models.DateTimeField(auto_now=True)
    token = models.PositiveBigIntegerField(default=0)
    recent = models.TextField(default="", blank=True)
    names = models.PositiveBigIntegerField(default=0)
    numbers = models.TextField(default="{}")
    index = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)


class Due(models.Model):
    """One row: the first hour at which the desk means to publish something, and nothing of what.

    None where nothing is scheduled. What asks whether the site lives may read no other table.
    """

    at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.at or "")
