"""Editors make two actors one; publishers events too, which the public reads by themselves."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from statements.migrations import _rights


def give_rights(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rights.give(apps, ["editor", "publisher"], ["merge_actor"])
    _rights.give(apps, ["publisher"], ["merge_event"])


class Migration(migrations.Migration):
    dependencies = [("statements", "0027_merged")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
