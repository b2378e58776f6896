"""All addresses: the desk under /admin/, everything public from statements.urls."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from statements import urls

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include(urls.urlpatterns)),
    # English stands without a prefix, every other language behind its own.
    *i18n_patterns(*urls.pages, prefix_default_language=False),
]

handler400 = "statements.views.errors.bad_request"
handler403 = "statements.views.errors.forbidden"
handler404 = "statements.views.errors.not_found"
handler500 = "statements.views.errors.server_error"
