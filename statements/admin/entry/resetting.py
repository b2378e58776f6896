"""A forgotten password: a link by e-mail, or, where the site sends none, whom to ask.

Django's own views; its tokens are good for once and for PASSWORD_RESET_TIMEOUT.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import URLPattern, path, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from statements.admin.entry import address, audit
from statements.models import AuditEvent, User
from statements.models.audit import Deed

PAGE = "admin/statements/entry/reset.html"
FOLDER = "admin/statements/entry"

# Within an hour: more is somebody who fills a colleague's mailbox, or tries whose account is here.
WITHIN = dt.timedelta(hours=1)
MOST_OF_ACCOUNT, MOST_FROM_ADDRESS = 3, 10


def told(title: Any, words: Any) -> dict[str, Any]:
    return {"site_header": settings.SITE_NAME, "title": title, "words": words}


def ask(request: HttpRequest) -> HttpResponseBase:
    """Ask for the address to send a link to."""
    if not settings.SENDS_EMAIL:
        words = _("This site sends no e-mail. Ask an administrator to set a new password for you.")
        return render(request, PAGE, told(_("Forgotten password"), words))
    return _ask(request)


class LimitedForm(PasswordResetForm):
    """Sends a link to who has an address, a few in an hour, and writes down that it did."""

    request: HttpRequest

    def get_users(self, email: str) -> Iterator[User]:
        found = list(super().get_users(email))
        if not found:
            audit.note(self.request, Deed.RESET_ASKED, person=None)
        for person in found:
            if _asked(person=person) < MOST_OF_ACCOUNT:
                audit.note(self.request, Deed.RESET_ASKED, person=person)
                yield person


class AskForLink(views.PasswordResetView):
    """Answers the same whether a link was sent, nobody has the address, or too many asked."""

    form_class = LimitedForm

    def form_valid(self, form: Any) -> HttpResponse:
        if _asked(address=address.client(self.request)) >= MOST_FROM_ADDRESS:
            return HttpResponseRedirect(self.get_success_url())
        form.request = self.request
        return super().form_valid(form)


def _asked(**whose: Any) -> int:
    """Return how often it was asked of an account, or from an address, within the hour."""
    since = timezone.now() - WITHIN
    return AuditEvent.objects.filter(deed=Deed.RESET_ASKED, at__gt=since, **whose).count()


_ask = AskForLink.as_view(
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
