"""The audit tells who asked for a link to a new password, and counts them."""

from django.db import migrations, models

DEEDS = [
    ("logged_in", "Logged in"),
    ("code_given", "Gave a right code"),
    ("logged_out", "Logged out"),
    ("wrong_password", "Wrong password"),
    ("wrong_code", "Wrong code"),
    ("locked", "Locked out for a while"),
    ("password_changed", "Password changed"),
    ("reset_asked", "New password asked for by e-mail"),
    ("codes_set_up", "Codes set up"),
    ("codes_removed", "Codes removed"),
    ("sessions_ended", "Logged out everywhere else"),
    ("account_added", "Account added"),
    ("roles_changed", "Roles changed"),
    ("account_changed", "Account changed"),
    ("exported", "List downloaded"),
]


class Migration(migrations.Migration):
    dependencies = [("statements", "0037_proposals")]
    operations = [
        migrations.AlterField(
            model_name="auditevent",
            name="deed",
            field=models.CharField("what", choices=DEEDS, max_length=20),
        )
    ]
