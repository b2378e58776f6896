"""The tables of search that are alike on every database; the words themselves are in `backends`."""

from django.db import models


class Word(models.Model):
    """How many digested records of a kind a term was found in.

    In titles alone a term is counted as `_t_` and the term, in names as `_n_`, in symbols as `_s_`.
    """

    kind = models.CharField(max_length=16)
    word = models.CharField(max_length=80)
    n = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "word"], name="one_row_per_word")]

    def __str__(self) -> str:
        return f"{self.kind} {self.word}: {self.n}"


class WordBitmap(models.Model):
    """The numbers of the digested records of a kind that a common term stands in, by chunk.

    `steps` has a byte for each: how far the record is about it (see `weighing`); none for a mark.
    """

    kind = models.CharField(max_length=16)
    word = models.CharField(max_length=80)
    chunk = models.PositiveIntegerField()
    bitmap = models.BinaryField()
    # Behind the bitmap: where that alone is asked for, a database stops reading.
    steps = models.BinaryField(default=b"")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "word", "chunk"], name="one_bitmap_per_word_and_chunk"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.word} {self.chunk}"


class RareWord(models.Model):
    """The digested records of a kind that a term stands in which is not common (see `rare`)."""

    kind = models.CharField(max_length=16)
    word = models.CharField(max_length=80)
    places = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "word"], name="one_row_per_rare_word")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.word}"


class WordCounts(models.Model):
    """The terms of one record and how often each stands in which field (see `counts`)."""

    id = models.BigIntegerField(primary_key=True)
    counts = models.TextField()

    def __str__(self) -> str:
        return str(self.pk)


class Gist(models.Model):
    """The words that tell most about a digested record, each with its weight (see `gists`)."""

    id = models.BigIntegerField(primary_key=True)
    words = models.TextField()

    def __str__(self) -> str:
        return f"{self.pk}: {self.words}"


class GistWord(models.Model):
    """The numbers of the newest digested records of a kind that a word tells much about."""

    kind = models.CharField(max_length=16)
    word = models.CharField(max_length=80)
    numbers = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "word"], name="one_row_per_word_of_gists")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.word}"


class Digest(models.Model):
    """How far the records of a kind are digested: numbers below `mark`, of all below `top`.

    `languages` are those any of them was ever written in, a space between.
    """

    kind = models.CharField(max_length=16, unique=True)
    mark = models.PositiveBigIntegerField(default=0)
    top = models.PositiveBigIntegerField(default=0)
    languages = models.TextField(default="")

    def __str__(self) -> str:
        return f"{self.kind}: {self.mark} of {self.top}"
