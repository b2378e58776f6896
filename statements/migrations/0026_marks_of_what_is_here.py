"""What is on the desk already can be found by what is like it."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from statements.text import likeness

AT_ONCE = 500


def mark(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    model: Any = apps.get_model("statements", "Mark")
    rows = (
        model(kind=kind, ref=ref, value=value)
        for kind, ref, values in chain(_statements(apps), _named(apps))
        for value in sorted(values)
    )
    while some := list(islice(rows, AT_ONCE)):
        model.objects.bulk_create(some)


def _statements(apps: Apps) -> Iterator[tuple[str, str, frozenset[int]]]:
    rows = apps.get_model("statements", "Statement").objects.order_by("pk")
    held = rows.values_list("ref", "text", "source_url", "source_note")
    for ref, text, address, source in held.iterator(AT_ONCE):
        yield (
            "statement",
            ref,
            likeness.of_text(text)
            | likeness.of_address(address)
            | likeness.of_symbols(f"{source} {address}"),
        )


def _named(apps: Apps) -> Iterator[tuple[str, str, frozenset[int]]]:
    for person in apps.get_model("statements", "Person").objects.all():
        yield "person", person.ref, likeness.of_names([person.name])
    for actor in apps.get_model("statements", "Actor").objects.prefetch_related("aliases"):
        names = [actor.name, actor.short_name, *(alias.name for alias in actor.aliases.all())]
        yield "actor", actor.ref, likeness.of_names(names)
    for event in apps.get_model("statements", "Event").objects.all():
        yield (
            "event",
            event.ref,
            likeness.of_names([event.title])
            | likeness.of_address(event.source_url)
            | likeness.of_symbols(f"{event.symbol} {event.source_url}"),
        )


def forget(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("statements", "Mark").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("statements", "0025_likeness")]
    operations = [migrations.RunPython(mark, forget)]
