"""Erase tags along with a statement: a working list may be called after a person."""

import json
import re
from collections.abc import Collection, Iterable

from django.db.models import Model, QuerySet

from statements.models import (
    Batch,
    Statement,
    Tag,
    TagChange,
    TaggedRecommendation,
    Transition,
    User,
)
from statements.text import withholding
from statements.workflow import door
from statements.workflow.tags import tagging
from statements.workflow.withheld import extent

_WORD = re.compile(r"\w{3,}|[^\W\d_a-zA-Z]{2,}")


def naming(statement: Statement) -> list[Tag]:
    """Return the tags that may name somebody of a statement, for an administrator to look at.

    They stand on this statement alone, and a word of theirs stands in it or among what is withheld.
    """
    others = TaggedRecommendation.objects.exclude(content_object__statement=statement)
    own = Tag.objects.filter(tagged__content_object__statement=statement, campaigns=None)
    found = own.exclude(pk__in=others.values("tag")).distinct().prefetch_related("aliases")
    told = "\n".join([statement.title, statement.text, *extent.of(statement).words])
    return [tag for tag in found if any(withholding.places(told, word) for word in _words(tag))]


def erase(keys: Collection[int], *, by: User) -> None:
    """Take tags out with all they were ever called, wherever that stands."""
    for tag in Tag.objects.filter(pk__in=keys).prefetch_related("aliases"):
        worn = TaggedRecommendation.objects.filter(tag=tag).values_list("content_object", flat=True)
        tagging.put([], [(one, tag.pk) for one in worn], by=by)
        names = {tag.name, *(alias.name for alias in tag.aliases.all())}
        slugs = {tag.slug, *(alias.slug for alias in tag.aliases.all() if alias.slug)}
        door.erase_tags(slugs)
        for name in names:
            of_log(TagChange, tag_name__iexact=name).update(tag_name="")
            _blank_batches(name)
        of_log(Transition, kind="tag", ref__in=slugs).update(ref="", reason="")
        tag.delete()


def of_log(model: type[Model], **about: object) -> QuerySet[Model]:
    """Return rows of a log that is append-only for everybody else."""
    return QuerySet(model).filter(**about)


def _words(tag: Tag) -> Iterable[str]:
    for name in (tag.name, *(alias.name for alias in tag.aliases.all())):
        yield from _WORD.findall(name)


def _blank_batches(name: str) -> None:
    """Take the name of a tag out of what bulk changes tell."""
    quoted = json.dumps(name, ensure_ascii=False)
    for batch in Batch.objects.filter(told__icontains=quoted[1:-1]):
        told = json.loads(batch.told)
        for line in told.get("lines", ()):
            if line["field"] == "tags" and line["what"].casefold() == name.casefold():
                line["what"] = ""
        Batch.objects.filter(pk=batch.pk).update(
            told=json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        )
