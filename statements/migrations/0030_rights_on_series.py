"""Editors and publishers keep event series; publishers publish them."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from statements.migrations import _rights


def give_rights(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rights.see(apps, "series")
    _rights.keep(apps, ["editor", "publisher"], ["series"])
    _rights.give(apps, ["publisher"], ["publish_series"])


class Migration(migrations.Migration):
    dependencies = [("statements", "0029_series")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
