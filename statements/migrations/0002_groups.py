"""The five roles of the desk as groups, and what each may do."""

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

NOUNS = [
    "statement",
    "voice",
    "passage",
    "recommendation",
    "actor",
    "actoralias",
    "person",
    "event",
    "campaign",
    "tag",
    "taggedrecommendation",
    "tagchange",
    "theme",
    "themesynonym",
    "region",
    "country",
    "countryalias",
    "transition",
    "publication",
]


def on(action: str, *nouns: str) -> set[str]:
    return {f"{action}_{noun}" for noun in nouns}


SEE = on("view", *NOUNS)
OWN_DRAFTS = {
    *(verb for action in ("add", "change", "delete") for verb in on(action, "statement", "voice")),
    *(verb for action in ("add", "change", "delete") for verb in on(action, "recommendation")),
    "submit_statement",
}
TAGS = {*on("add", "tag"), *on("change", "tag"), "tag_live_recommendation"}
CAMPAIGNS = {*on("add", "campaign"), *on("change", "campaign"), "publish_campaign"}
REFERENCES = {
    *on("add", "actor", "actoralias", "person", "event"),
    *on("change", "actor", "actoralias", "person", "event"),
    *on("delete", "actoralias"),
}
EDITOR = (
    OWN_DRAFTS
    | TAGS
    | REFERENCES
    | {"change_any_statement", "return_statement", "withdraw_statement"}
)
VOCABULARIES = {
    *on("add", "theme", "themesynonym", "region", "country", "countryalias"),
    *on("change", "theme", "themesynonym", "region", "country", "countryalias"),
    *on("delete", "themesynonym", "countryalias"),
}
PEOPLE = {*on("add", "user"), *on("change", "user"), *on("view", "user", "group")}

GROUPS = {
    "contributor": SEE | OWN_DRAFTS,
    "campaigner": SEE | TAGS | CAMPAIGNS,
    "editor": SEE | EDITOR,
    "publisher": SEE
    | EDITOR
    | CAMPAIGNS
    | {"approve_statement", "publish_statement", "bring_back_statement", "publish_event"},
    "administrator": SEE | VOCABULARIES | PEOPLE,
}


def make_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    # Permissions are made after all migrations; these groups need them now.
    for label in ("auth", "statements"):
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    held = Permission.objects.filter(content_type__app_label__in=("auth", "statements"))
    by_codename = {permission.codename: permission for permission in held}
    for name, codenames in GROUPS.items():
        group, _made = Group.objects.get_or_create(name=name)
        group.permissions.add(*(by_codename[codename] for codename in sorted(codenames)))


class Migration(migrations.Migration):
    dependencies = [
        ("statements", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
