"""Who writes statements cites in them; editors and publishers keep instruments."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from statements.migrations import _rights


def give_rights(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rights.see(apps, "instrument", "instrumentalias", "citation")
    _rights.keep(apps, ["editor", "publisher"], ["instrument"], parts=["instrumentalias"])
    _rights.keep(apps, ["contributor", "editor", "publisher"], [], parts=["citation"])


class Migration(migrations.Migration):
    dependencies = [("statements", "0009_instruments")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
