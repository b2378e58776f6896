"""Administrators read the audit."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from statements.migrations import _rights


def give_rights(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rights.give(apps, ["administrator"], ["view_auditevent"])


class Migration(migrations.Migration):
    dependencies = [("statements", "0013_audit")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
