"""Postings in place of facets and counts, and a number for each record.

The table of records is made anew, its columns in the order in which lists read them: what a
list needs stands before the long texts. `rebuild` gives the numbers and files the records.
"""

from django.db import migrations, models

KEPT = "kind, ref, slug, since, until, sort_on, rank, version, schema, withdrawn, card, body, live"

COPY = f"INSERT INTO catalogue_record (part_of, {KEPT}) SELECT '', {KEPT} FROM catalogue_former ORDER BY id"  # noqa: S608


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0002_words")]

    operations = [
        migrations.DeleteModel(name="Facet"),
        migrations.DeleteModel(name="Count"),
        migrations.RemoveConstraint(model_name="record", name="one_record_per_ref"),
        migrations.RemoveConstraint(model_name="record", name="one_record_per_slug"),
        migrations.RemoveIndex(model_name="record", name="records_newest_first"),
        migrations.RenameModel(old_name="Record", new_name="Former"),
        migrations.CreateModel(
            name="Record",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=16)),
                ("ref", models.CharField(max_length=96)),
                ("slug", models.CharField(max_length=96)),
                ("number", models.PositiveBigIntegerField(null=True)),
                ("part_of", models.CharField(default="", max_length=96)),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("sort_on", models.DateField()),
                ("rank", models.CharField(max_length=128)),
                ("version", models.PositiveIntegerField()),
                ("schema", models.PositiveSmallIntegerField()),
                ("withdrawn", models.BooleanField(default=False)),
                ("card", models.TextField()),
                ("body", models.TextField()),
                ("live", models.TextField()),
            ],
            options={
                "indexes": [models.Index(fields=["part_of"], name="records_of_a_statement")],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("kind"), models.F("ref"), name="one_record_per_ref"
                    ),
                    models.UniqueConstraint(
                        models.F("kind"), models.F("slug"), name="one_record_per_slug"
                    ),
                    models.UniqueConstraint(
                        models.F("kind"), models.F("number"), name="one_record_per_number"
                    ),
                ],
            },
        ),
        migrations.RunSQL(COPY, migrations.RunSQL.noop),
        migrations.DeleteModel(name="Former"),
        migrations.CreateModel(
            name="Posting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=16)),
                ("name", models.CharField(max_length=16)),
                ("value", models.CharField(max_length=96)),
                ("chunk", models.PositiveIntegerField()),
                ("n", models.PositiveIntegerField()),
                ("revision", models.PositiveBigIntegerField()),
                ("bitmap", models.BinaryField()),
            ],
            options={
                "indexes": [models.Index(fields=["revision"], name="postings_by_revision")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["kind", "name", "value", "chunk"], name="one_posting_per_chunk"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="revision", name="token", field=models.PositiveBigIntegerField(default=0)
        ),
        migrations.AddField(
            model_name="revision", name="recent", field=models.TextField(blank=True, default="")
        ),
        migrations.AddField(
            model_name="revision", name="names", field=models.PositiveBigIntegerField(default=0)
        ),
        migrations.AddField(
            model_name="revision", name="numbers", field=models.TextField(default="{}")
        ),
        migrations.AddField(
            model_name="revision", name="index", field=models.PositiveIntegerField(default=0)
        ),
    ]
