"""The pages around a statement by which it is reviewed, and their addresses."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern, path

from statements.admin.noun import NounAdmin
from statements.admin.pages.review import preview, remarks, sharing, versions

PAGES: Mapping[str, tuple[str, Callable[..., HttpResponse]]] = {
    "preview": ("preview/", preview.page),
    "preview_part": ("preview/<slug:part>/", preview.page),
    "remarks": ("remarks/", remarks.page),
    "version": ("versions/<int:version>/", versions.page),
    "sharing": ("sharing/", sharing.page),
}


def urls(desk: NounAdmin) -> list[URLPattern]:
    """Return the addresses of these pages, behind the log-in."""
    guard: Any = desk.admin_site.admin_view
    return [
        path(
            f"<path:object_id>/{route}",
            guard(partial(page, desk)),
            name=f"statements_statement_{name}",
        )
        for name, (route, page) in PAGES.items()
    ]
