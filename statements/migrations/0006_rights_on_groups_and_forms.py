"""Everybody on the desk sees affected groups and forms of exploitation; administrators keep them."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from statements.migrations import _rights

TERMS = ("affectedgroup", "exploitationform")
SYNONYMS = ("affectedgroupsynonym", "exploitationformsynonym")


def give_rights(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rights.see(apps, *TERMS, *SYNONYMS)
    _rights.keep(apps, ["administrator"], TERMS, parts=SYNONYMS)


class Migration(migrations.Migration):
    dependencies = [("statements", "0005_groups_and_forms")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
