"""How PostgreSQL keeps the words: what it counts of them, and where.

Of lists of words it would learn how many records each common one is in, and then go through all
records of a kind to find one; not knowing, it takes the index, which is always right. So that no
other index will do, that of a kind has a condition of its own.

The counts of a statement's terms, read for hundreds of statements at once, stay in their row:
compressed in a table beside it, they took four times as long to read. Records are compressed in
a way that takes half the time to undo, where the server was built with it.
"""

from django.db import migrations

from statements.catalogue.search.words.backends import BASES, postgresql

POSTGRESQL = (
    "ALTER TABLE catalogue_words ALTER COLUMN terms SET STATISTICS 0",
    "ALTER TABLE catalogue_wordcounts SET (toast_tuple_target = 8160)",
)
HAS_LZ4 = (
    "SELECT 1 FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY(enumvals)"
)
LZ4 = "ALTER TABLE catalogue_record ALTER COLUMN body SET COMPRESSION lz4"


def set_storage(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in POSTGRESQL:
            schema_editor.execute(statement)
        for kind, base in BASES.items():
            schema_editor.execute(f"DROP INDEX {postgresql.TABLE}_{kind}")
            schema_editor.execute(postgresql.create_index(kind, base))
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(HAS_LZ4)
            if cursor.fetchone():
                cursor.execute(LZ4)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0005_gathering")]

    operations = [migrations.RunPython(set_storage, migrations.RunPython.noop)]
