"""The desk's admin site: our own nouns, in the order of the work, behind a start page."""

from functools import partial, update_wrapper
from http import HTTPStatus
from typing import Any

from django.contrib.admin import AdminSite
from django.db.models.base import ModelBase
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect

from statements import codes
from statements.admin.covering import CoveredChoices
from statements.admin.entry import audit as entries
from statements.admin.entry import code_pages, resetting, sessions
from statements.admin.entry.forms import LogIn
from statements.admin.pages import audit, session, start
from statements.admin.pages.review import preview
from statements.models.audit import Deed


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

    def has_permission(self, request: HttpRequest) -> bool:
        """Let in who is staff and gave all that is asked of them: a password, perhaps a code."""
        return super().has_permission(request) and codes.is_enough(request.user)

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Ask for name and password, and whoever gave them for their code."""
        is_staff = super().has_permission(request)
        if request.method == "GET" and is_staff and not self.has_permission(request):
            return redirect(code_pages.asking(code_pages.after(request)))
        return super().login(request, extra_context)

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        answer = super().password_change(request, extra_context)
        if answer.status_code == HTTPStatus.FOUND:
            entries.note(request, Deed.PASSWORD_CHANGED, person=request.user)
        return answer

    def get_urls(self) -> list[Any]:
        pages = {
            "code": ("code/", code_pages.ask),
            "codes": ("codes/", code_pages.own),
            "codes-set-up": ("codes/set-up/", code_pages.set_up),
            "codes-recovery": ("codes/recovery/", code_pages.recovery),
            "codes-remove": ("codes/remove/", code_pages.remove),
            "end-sessions": ("codes/end-sessions/", code_pages.end_sessions),
        }
        return [
            *(
                path(route, csrf_protect(never_cache(partial(page, self))), name=name)
                for name, (route, page) in pages.items()
            ),
            *resetting.URLS,
            path("audit/", self.admin_view(partial(audit.page, self)), name="audit"),
            *preview.URLS,
            *super().get_urls(),
        ]

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Guard a page; who was logged out while typing is not sent away from what was typed."""
        guarded = super().admin_view(view, cacheable)

        def kept(request: HttpRequest, *arguments: Any, **options: Any) -> Any:
            if request.path == reverse("admin:logout") and request.user.is_authenticated:
                # Half-way in, one may turn round.
                return view(request, *arguments, **options)
            if request.method == "POST" and not self.has_permission(request):
                answer = session.page(self, request)
                if answer is not None:
                    return answer
            sessions.note_use(request)
            return guarded(request, *arguments, **options)

        return update_wrapper(csrf_protect(never_cache(kept)), view)

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        return super().index(request, {**start.work_of(request), **(extra_context or {})})

    def autocomplete_view(self, request: HttpRequest) -> Any:
        return CoveredChoices.as_view(admin_site=self)(request)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        apps = super().get_app_list(request, app_label)
        order = [model.__name__ for model in self._registry]
        for app in apps:
            app["models"].sort(key=lambda model: order.index(model["object_name"]))
        return apps
