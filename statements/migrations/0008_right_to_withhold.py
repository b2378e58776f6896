"""Editors and publishers withhold words of what is published, alone and at once."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from statements.migrations import _rights


def give_rights(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rights.give(apps, ["editor", "publisher"], ["withhold_statement"])


class Migration(migrations.Migration):
    dependencies = [("statements", "0007_withheld_passages")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
