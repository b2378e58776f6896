"""Keep where every word stands in lists and bitmaps, with how far each record is about it.

The database's own index of words is asked for words in their places alone, and holds nothing else
any more. What is in the tables is written anew after this.
"""

from django.db import migrations, models

from statements.catalogue.search.words import backends
from statements.catalogue.search.words.backends import sqlite


def create_anew(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for statement in (backends.DROP, *backends.creation("sqlite"), sqlite.GATHER):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0007_scheduled")]

    operations = [
        migrations.CreateModel(
            name="RareWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=16)),
                ("word", models.CharField(max_length=80)),
                ("places", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "word"), name="one_row_per_rare_word")
                ],
            },
        ),
        migrations.AddField(
            model_name="wordbitmap",
            name="steps",
            field=models.BinaryField(default=b""),
        ),
        migrations.RunPython(create_anew, migrations.RunPython.noop),
    ]
