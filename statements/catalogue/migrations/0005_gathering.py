from django.db import migrations

from statements.catalogue.search.words.backends import sqlite


def gather(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(sqlite.GATHER)


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0004_gists"),
    ]

    operations = [
        migrations.RunPython(gather, migrations.RunPython.noop),
    ]
