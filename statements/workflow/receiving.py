"""Keep what a statement's words came from, before anybody changes them."""

from statements.models import SourceDocument, Statement, User


def receive(
    text: str, *, by: User, name: str = "", replaces: SourceDocument | None = None
) -> SourceDocument:
    """Return a text as it was received, saved; `name` is that of its file."""
    return SourceDocument.objects.create(text=text, name=name, received_by=by, replaces=replaces)


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


def forget(document: SourceDocument | None) -> None:
    """Delete what was received for a draft that is deleted, unless another came from it too."""
    while document is not None:
        before = document.replaces
        SourceDocument.objects.unused().filter(pk=document.pk).delete()
        document = before
