"""Keep what a statement's words came from, before anybody changes them."""

from django.db.models import QuerySet

from statements.models import SourceDocument, Statement, User


def receive(
    text: str,
    *,
    by: User,
    name: str = "",
    content: bytes | None = None,
    media_type: str = "",
    replaces: SourceDocument | None = None,
) -> SourceDocument:
    """Return a text as it was received, saved; `name` and `content` are those of its file."""
    return SourceDocument.objects.create(
        text=text,
        name=name,
        content=content,
        media_type=media_type,
        received_by=by,
        replaces=replaces,
    )


def source_of(statement: Statement, as_received: str, *, by: User) -> SourceDocument | None:
    """Return what the present text came from; a text that was pasted anew is received now.

    An edited text goes on from the same source. One that shares no line with it, when its repairs
    are taken back as in `as_received`, came from elsewhere. Nothing was received where there is
    no text.
    """
    held = statement.source_document
    if not statement.text or (held is not None and held.holds(as_received)):
        return held
    return receive(statement.text, by=by, replaces=held)


def statements_of(document: SourceDocument) -> QuerySet[Statement]:
    """Return the statements that came from a document, also where another took its place since."""
    found, newer = {document.pk}, [document.pk]
    while newer:
        later = SourceDocument.objects.filter(replaces__in=newer)
        newer = list(later.order_by("pk").values_list("pk", flat=True))
        found.update(newer)
    return Statement.objects.filter(source_document__in=found)


def forget(document: SourceDocument | None) -> None:
    """Delete what was received for a draft that is deleted, unless another came from it too."""
    while document is not None:
        before = document.replaces
        SourceDocument.objects.unused().filter(pk=document.pk).delete()
        document = before
