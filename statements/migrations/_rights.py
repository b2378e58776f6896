"""Give rights to the roles of the desk, for migrations that bring new nouns."""

from collections.abc import Iterable

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions

ROLES = ("contributor", "campaigner", "editor", "publisher", "administrator")


def see(apps: Apps, *nouns: str) -> None:
    """Let every role see the nouns."""
    give(apps, ROLES, [f"view_{noun}" for noun in nouns])


def keep(apps: Apps, roles: Iterable[str], nouns: Iterable[str], parts: Iterable[str] = ()) -> None:
    """Let roles add and change the nouns, and delete their `parts` besides."""
    nouns, parts = list(nouns), list(parts)
    codenames = [f"{action}_{noun}" for action in ("add", "change") for noun in (*nouns, *parts)]
    give(apps, roles, [*codenames, *(f"delete_{part}" for part in parts)])


def give(apps: Apps, roles: Iterable[str], codenames: Iterable[str]) -> None:
    """Give each of the roles the permissions of these codenames."""
    # Permissions are made after all migrations; the roles need them now.
    config = apps.get_app_config("statements")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects
    held = permissions.filter(content_type__app_label="statements")
    by_codename = {permission.codename: permission for permission in held}
    given = [by_codename[codename] for codename in codenames]
    for group in apps.get_model("auth", "Group").objects.filter(name__in=roles):
        group.permissions.add(*given)
