"""Who works with lists may take them away as files, and each time is written down."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from statements.migrations import _rights

DEEDS = [
    ("logged_in", "Logged in"),
    ("code_given", "Gave a right code"),
    ("logged_out", "Logged out"),
    ("wrong_password", "Wrong password"),
    ("wrong_code", "Wrong code"),
    ("locked", "Locked out for a while"),
    ("password_changed", "Password changed"),
    ("codes_set_up", "Codes set up"),
    ("codes_removed", "Codes removed"),
    ("sessions_ended", "Logged out everywhere else"),
    ("account_added", "Account added"),
    ("roles_changed", "Roles changed"),
    ("account_changed", "Account changed"),
    ("exported", "List downloaded"),
]
OPTIONS = {
    "ordering": ("-updated_at", "-pk"),
    "permissions": [
        ("change_any_statement", "Can change statements of others"),
        ("submit_statement", "Can submit statements for review"),
        ("return_statement", "Can return statements to their author"),
        ("approve_statement", "Can approve statements"),
        ("publish_statement", "Can publish statements"),
        ("withdraw_statement", "Can withdraw published statements"),
        ("bring_back_statement", "Can bring back withdrawn statements"),
        ("withhold_statement", "Can withhold words of published statements"),
        ("erase_statement", "Can erase statements for a person's safety"),
        ("export_statement", "Can download lists of working copies"),
    ],
    "verbose_name": "statement",
    "verbose_name_plural": "statements",
}


def give_rights(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rights.give(apps, ["campaigner", "editor", "publisher"], ["export_statement"])


class Migration(migrations.Migration):
    dependencies = [("statements", "0034_person_version"), ("statements", "0035_erased_tags")]
    operations = [
        migrations.AlterModelOptions(name="statement", options=OPTIONS),
        migrations.AlterField(
            model_name="auditevent",
            name="deed",
            field=models.CharField("what", choices=DEEDS, max_length=20),
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
