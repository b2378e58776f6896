"""The text of each statement of before becomes the source document it came from."""

import hashlib

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

AT_ONCE = 500


def receive(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    Statement = apps.get_model("statements", "Statement")
    SourceDocument = apps.get_model("statements", "SourceDocument")
    owed = Statement.objects.filter(source_document=None).exclude(text="").order_by("pk")
    # A query set is asked anew each time: what has its source is not found again.
    while some := list(owed.only("text", "created_by_id", "created_at")[:AT_ONCE]):
        received = SourceDocument.objects.bulk_create(
            SourceDocument(
                text=one.text,
                sha256=hashlib.sha256(one.text.encode()).hexdigest(),
                received_by_id=one.created_by_id,
                received_at=one.created_at,
            )
            for one in some
        )
        for one, document in zip(some, received, strict=True):
            one.source_document = document
        Statement.objects.bulk_update(some, ["source_document"])


class Migration(migrations.Migration):
    dependencies = [("statements", "0003_source_documents")]
    operations = [migrations.RunPython(receive, migrations.RunPython.noop)]
