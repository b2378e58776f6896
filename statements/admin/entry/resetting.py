"""A forgotten password: a link by e-mail, or, where the site sends none, whom to ask.

Django's own views; its tokens are good for once and for PASSWORD_RESET_TIMEOUT.
"""

from typing import Any

from django.conf import settings
from django.contrib.auth import views
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _

from statements.admin.entry import audit
from statements.models.audit import Deed

PAGE = "admin/statements/entry/reset.html"
FOLDER = "admin/statements/entry"


def told(title: Any, words: Any) -> dict[str, Any]:
    return {"site_header": settings.SITE_NAME, "title": title, "words": words}


def ask(request: HttpRequest) -> HttpResponseBase:
    """Ask for the address to send a link to."""
    if not settings.SENDS_EMAIL:
        words = _("This site sends no e-mail. Ask an administrator to set a new password for you.")
        return render(request, PAGE, told(_("Forgotten password"), words))
    return _ask(request)


_ask = views.PasswordResetView.as_view(
    template_name=PAGE,
    email_template_name=f"{FOLDER}/reset_email.txt",
    subject_template_name=f"{FOLDER}/reset_subject.txt",
    success_url=reverse_lazy("admin:password_reset_done"),
    # Never the host that somebody wrote into a request.
    extra_email_context={"site_url": settings.SITE_URL, "site_name": settings.SITE_NAME},
    extra_context=told(
        _("Forgotten password"), _("Type your e-mail address: a link to a new password is sent.")
    ),
)
_sent = views.PasswordResetDoneView.as_view(
    template_name=PAGE,
    extra_context=told(
        _("Look at your e-mail"),
        _("If an account here has this address, a link is on its way. Look among spam too."),
    ),
)


class NewPassword(views.PasswordResetConfirmView):
    """Sets a password, and writes down that a link did."""

    def form_valid(self, form: Any) -> HttpResponse:
        answer = super().form_valid(form)
        audit.note(
            self.request,
            Deed.PASSWORD_CHANGED,
            person=form.user,
            details=str(_("By a link sent by e-mail")),
        )
        return answer


_new = NewPassword.as_view(
    template_name=PAGE,
    success_url=reverse_lazy("admin:password_reset_complete"),
    extra_context=told(
        _("A new password"),
        _("A link is good for once and three days; ask for a new one if need be."),
    ),
)
_done = views.PasswordResetCompleteView.as_view(
    template_name=PAGE,
    extra_context=told(_("The new password is set"), _("You can log in with it now.")),
)

URLS: list[URLPattern] = [
    path("forgotten/", ask, name="password_reset"),
    path("forgotten/sent/", _sent, name="password_reset_done"),
    path("forgotten/<uidb64>/<token>/", _new, name="password_reset_confirm"),
    path("forgotten/done/", _done, name="password_reset_complete"),
]
