"""The index of words of a kind that came later, on PostgreSQL."""

from django.db import migrations

from statements.catalogue.search.words.backends import BASES, postgresql


def index_series(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {postgresql.TABLE}_series")
        schema_editor.execute(postgresql.create_index("series", BASES["series"]))


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0008_rare_words")]

    operations = [migrations.RunPython(index_series, migrations.RunPython.noop)]
