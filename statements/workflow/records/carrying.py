"""Let live statements carry what they refer to, once that became public."""

from django.db.models import QuerySet

from statements.catalogue import store
from statements.models import Statement, User
from statements.workflow import door
from statements.workflow.history import log
from statements.workflow.records import compile, past


def carry(statements: QuerySet[Statement], *, by: User, note: str) -> None:
    """Publish anew those of the statements that the public reads as they stand.

    The others follow when they are published again: their working copies are not approved.
    """
    held = statements.select_for_update(of=("self",)).order_by("pk")
    with store.change():
        for statement in held.defer("text"):
            if statement.is_public_as_it_stands():
                record = past.also_told(compile.statement(statement.pk), note)
                door.put_statement(record)
                log.keep(record, by=by, note=note)
