"""The staff sees changes of many; what of one waits is published by who may publish."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from statements.migrations import _rights


def give_rights(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rights.see(apps, "batch")


class Migration(migrations.Migration):
    dependencies = [("statements", "0020_batches")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
