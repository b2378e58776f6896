"""The desk's admin site: our own nouns, in the order of the work, behind a start page."""

from functools import update_wrapper
from typing import Any

from django.contrib.admin import AdminSite
from django.db.models.base import ModelBase
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect

from statements.admin.entry.forms import LogIn
from statements.admin.pages import session, start


class Desk(AdminSite):
    site_header = "On Record"
    site_title = "On Record"
    index_title = gettext_lazy("Desk")
    enable_nav_sidebar = False
    login_form = LogIn

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.disable_action("delete_selected")

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Register our own nouns only: the pages that other apps bring ask no workflow."""
        one = isinstance(model_or_iterable, ModelBase)
        models = [model_or_iterable] if one else model_or_iterable
        own = [model for model in models if model._meta.app_label == "statements"]
        super().register(own, admin_class, **options)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Guard a page; who was logged out while typing is not sent away from what was typed."""
        guarded = super().admin_view(view, cacheable)

        def kept(request: HttpRequest, *arguments: Any, **options: Any) -> Any:
            is_form = request.method == "POST" and request.path != reverse("admin:logout")
            if is_form and not self.has_permission(request):
                answer = session.page(self, request)
                if answer is not None:
                    return answer
            return guarded(request, *arguments, **options)

        return update_wrapper(csrf_protect(never_cache(kept)), view)

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        return super().index(request, {**start.work_of(request), **(extra_context or {})})

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        apps = super().get_app_list(request, app_label)
        order = [model.__name__ for model in self._registry]
        for app in apps:
            app["models"].sort(key=lambda model: order.index(model["object_name"]))
        return apps
