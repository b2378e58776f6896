"""Codes of the telephone and recovery codes: who must give one, and whether it is right.

The codes change with the time (TOTP, RFC 6238). Recovery codes are for a lost telephone, each
good for once. django-otp keeps both, and makes whoever gives wrong ones wait, twice as long each
time.
"""

import re
from typing import Any

import django_otp
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

# What publishers and administrators may do, and nobody else.
WEIGHTY = ("statements.publish_statement", "statements.change_user")
RECOVERY_CODES = 10
_TELEPHONES = re.compile(r"[0-9]{6}")


def must_have(person: Any) -> bool:
    """Tell whether a person may not work at the desk without codes."""
    return settings.REQUIRE_CODES and any(person.has_perm(right) for right in WEIGHTY)


def has(person: Any) -> bool:
    """Tell whether a person has set up codes: then they are always asked for one."""
    return bool(TOTPDevice.objects.filter(user_id=person.pk, confirmed=True).exists())


def is_verified(person: Any) -> bool:
    """Tell whether a person gave a code in this session."""
    return getattr(person, "otp_device", None) is not None


def is_enough(person: Any) -> bool:
    """Tell whether a person gave all that is asked of them."""
    if is_verified(person):
        return True
    if not hasattr(person, "may_go_without"):
        # Asked for several times in a request; the person is of this request alone.
        person.may_go_without = not must_have(person) and not has(person)
    return bool(person.may_go_without)


def match(person: Any, typed: str) -> Any:
    """Return the device whose code was typed; a recovery code is used up by it.

    Raises ValidationError, with the reason for the person, for any other code.
    """
    code = re.sub(r"[\s-]", "", typed).casefold()
    kind = TOTPDevice if _TELEPHONES.fullmatch(code) else StaticDevice
    with transaction.atomic():
        devices = kind.objects.select_for_update().filter(user_id=person.pk, confirmed=True)
        device = devices.first()
        _allowed, refused = device.verify_is_allowed() if device else (True, None)
        right = bool(device and not refused and device.verify_token(code))
    if right:
        return device
    if refused:
        raise ValidationError(_wait(refused["locked_until"]), code="wait")
    raise ValidationError(_("This code is wrong, or was used before."), code="wrong")


def _wait(until: Any) -> str:
    seconds = max(1, round((until - timezone.now()).total_seconds()))
    if seconds < 60:
        return ngettext(
            "Too many wrong codes: wait one second, then try again.",
            "Too many wrong codes: wait %(n)d seconds, then try again.",
            seconds,
        ) % {"n": seconds}
    return ngettext(
        "Too many wrong codes: wait one minute, then try again.",
        "Too many wrong codes: wait %(n)d minutes, then try again.",
        -(-seconds // 60),
    ) % {"n": -(-seconds // 60)}


def telephone(person: Any, secret: str, typed: str) -> TOTPDevice:
    """Take a telephone into use that shows the right code of a secret (hexadecimal).

    It replaces the one before. Raises ValidationError for any other code.
    """
    code = re.sub(r"\s", "", typed)
    now = TOTP(bytes.fromhex(secret))
    now.time = timezone.now().timestamp()
    if not (_TELEPHONES.fullmatch(code) and now.verify(int(code), tolerance=1)):
        raise ValidationError(
            _("This is not the code of this secret. Is the telephone's clock right?"), code="wrong"
        )
    with transaction.atomic():
        TOTPDevice.objects.filter(user_id=person.pk).delete()
        return TOTPDevice.objects.create(
            user_id=person.pk, name="telephone", key=secret, last_t=now.t(), drift=now.drift
        )


def new_recovery_codes(person: Any) -> list[str]:
    """Make recovery codes in place of those before, and return them, to be shown once."""
    codes = [StaticToken.random_token() for _number in range(RECOVERY_CODES)]
    with transaction.atomic():
        device, _made = StaticDevice.objects.get_or_create(user_id=person.pk, name="recovery")
        device.token_set.all().delete()
        StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return [f"{code[:4]}-{code[4:]}" for code in codes]


def recovery_codes_left(person: Any) -> int:
    return int(StaticToken.objects.filter(device__user_id=person.pk).count())


def remove(person: Any) -> None:
    """Remove a person's telephone and recovery codes; who must have some sets up new ones."""
    with transaction.atomic():
        TOTPDevice.objects.filter(user_id=person.pk).delete()
        StaticDevice.objects.filter(user_id=person.pk).delete()


def verify(request: HttpRequest, device: Any) -> None:
    """Remember for this session that its person gave a code."""
    django_otp.login(request, device)
