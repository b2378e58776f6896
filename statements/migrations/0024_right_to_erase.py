"""Administrators erase statements for a person's safety, and see what was erased."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from statements.migrations import _rights


def give_rights(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rights.give(apps, ["administrator"], ["erase_statement", "view_erasure"])


class Migration(migrations.Migration):
    dependencies = [("statements", "0023_erasures")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
