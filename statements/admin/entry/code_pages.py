"""The pages of codes: give one at the log-in, set them up, make new ones, remove them."""

from base64 import b32encode
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from statements import codes
from statements.admin.entry import audit, sessions
from statements.admin.entry.forms import Code, FirstCode
from statements.models.audit import Deed

if TYPE_CHECKING:
    from statements.admin.site import Desk

# Where the secret lies between the page that shows it and the code that confirms it.
SECRET = "codes-secret"  # noqa: S105 - the name of a place

View = Callable[Concatenate["Desk", HttpRequest, ...], HttpResponse]


def of_staff(view: View) -> View:
    """Let in who gave name and password, with or without a code."""

    @wraps(view)
    def kept(desk: "Desk", request: HttpRequest, *arguments: Any) -> HttpResponse:
        if not (request.user.is_active and request.user.is_staff):
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        return view(desk, request, *arguments)

    return kept


def of_the_verified(view: View) -> View:
    """Let in who gave all that is asked of them; others are asked for it first."""

    @wraps(view)
    def kept(desk: "Desk", request: HttpRequest, *arguments: Any) -> HttpResponse:
        if codes.has(request.user) and not codes.is_verified(request.user):
            return redirect(asking(request.get_full_path()))
        return view(desk, request, *arguments)

    return of_staff(kept)


def asking(after: str) -> str:
    """Return the address that asks for a code and then leads on."""
    return redirect_to_login(after, reverse("admin:code")).url


def after(request: HttpRequest) -> str:
    """Return where to go on to: an address of this site alone."""
    wished = request.POST.get("next", request.GET.get("next", ""))
    here = {request.get_host()}
    is_ours = url_has_allowed_host_and_scheme(wished, here, require_https=request.is_secure())
    return wished if is_ours else reverse("admin:index")


@of_staff
def ask(desk: "Desk", request: HttpRequest) -> HttpResponse:
    """The second page of the log-in."""
    if codes.is_enough(request.user):
        return redirect(after(request))
    if not codes.has(request.user):
        return redirect(redirect_to_login(after(request), reverse("admin:codes-set-up")).url)
    form = Code(request.POST or None, person=request.user)
    if form.is_valid():
        codes.verify(request, form.device)
        audit.note(request, Deed.CODE_GIVEN, person=request.user)
        return redirect(after(request))
    if form.has_error("code", "wrong"):
        audit.note(request, Deed.WRONG_CODE, person=request.user)
    return _page(desk, request, "code", _("Your code"), form=form)


@of_the_verified
def own(desk: "Desk", request: HttpRequest) -> HttpResponse:
    """How a person logs in: what is set up, and what can be done about it."""
    has = codes.has(request.user)
    return _page(
        desk,
        request,
        "codes",
        _("Your log-in"),
        sessions=sessions.of(request.user, this=request.session.session_key),
        keep_unsaved=settings.KEEP_UNSAVED,
        has=has,
        must_have=codes.must_have(request.user),
        left=codes.recovery_codes_left(request.user) if has else 0,
    )


@of_the_verified
def set_up(desk: "Desk", request: HttpRequest) -> HttpResponse:
    """Show a secret; once the telephone shows its code, take it into use."""
    secret: str = request.session.setdefault(SECRET, random_hex(20))
    form = FirstCode(request.POST or None, person=request.user, secret=secret)
    if form.is_valid():
        del request.session[SECRET]
        codes.verify(request, form.device)
        audit.note(request, Deed.CODES_SET_UP, person=request.user)
        return _new_recovery_codes(desk, request)
    device = TOTPDevice(user=request.user, key=secret)
    letters = b32encode(bytes.fromhex(secret)).decode()
    return _page(
        desk,
        request,
        "set_up",
        _("Set up codes"),
        form=form,
        drawing=drawn(device.config_url),
        secret=" ".join(letters[start : start + 4] for start in range(0, len(letters), 4)),
        must_have=codes.must_have(request.user) and not codes.has(request.user),
    )


def drawn(words: str) -> str:
    """Draw words as a QR code: SVG without style or script, dark on light in any scheme."""
    code = segno.make(words, error="m", micro=False)
    title = _("QR code of the secret")
    return mark_safe(code.svg_inline(scale=5, dark="#000", light="#fff", title=title))


@of_the_verified
def recovery(desk: "Desk", request: HttpRequest) -> HttpResponse:
    """Make new recovery codes and show them, this once."""
    if request.method != "POST" or not codes.has(request.user):
        return redirect("admin:codes")
    return _new_recovery_codes(desk, request)


@of_the_verified
def remove(desk: "Desk", request: HttpRequest) -> HttpResponse:
    """Remove one's codes, where they are not required."""
    if request.method == "POST" and not codes.must_have(request.user):
        codes.remove(request.user)
        audit.note(request, Deed.CODES_REMOVED, person=request.user)
        messages.success(request, _("Your codes are removed; only your password is asked for."))
    return redirect("admin:codes")


@of_the_verified
def end_sessions(desk: "Desk", request: HttpRequest) -> HttpResponse:
    """Log a person out everywhere but here."""
    if request.method == "POST":
        sessions.end(request.user, but=request.session.session_key)
        audit.note(request, Deed.SESSIONS_ENDED, person=request.user)
        messages.success(request, _("You are logged out everywhere else."))
    return redirect("admin:codes")


def _new_recovery_codes(desk: "Desk", request: HttpRequest) -> HttpResponse:
    made = codes.new_recovery_codes(request.user)
    return _page(desk, request, "recovery", _("Your recovery codes"), codes=made)


def _page(
    desk: "Desk", request: HttpRequest, name: str, title: str, **context: Any
) -> TemplateResponse:
    every = {**desk.each_context(request), "title": title, "next": after(request), **context}
    return TemplateResponse(request, f"admin/statements/entry/{name}.html", every)
