"""The desk, the catalogue and the admin as Django apps."""

from importlib import import_module

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


class StatementsConfig(AppConfig):
    name = "statements"
    verbose_name = "On Record"


class CatalogueConfig(AppConfig):
    name = "statements.catalogue"
    label = "catalogue"
    verbose_name = "Catalogue"

    def ready(self) -> None:
        # Not at the top: it needs the models, which are not there before.
        rebuild = import_module("statements.catalogue.rebuild")
        post_migrate.connect(rebuild.after_migrate, sender=self)


class DeskAdminConfig(AdminConfig):
    default_site = "statements.admin.site.Desk"

    def ready(self) -> None:
        super().ready()
        # Not found by autodiscovery: the site itself lives in the package it looks for.
        import_module("statements.admin.registry")
        for part in ("address", "audit", "lockout", "sessions"):
            import_module(f"statements.admin.entry.{part}")
