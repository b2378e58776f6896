"""People with a telephone that shows codes."""

import time
from collections.abc import Callable

import pytest
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from statements import codes
from statements.models import User

Shows = Callable[[], str]


def shown(secret: str) -> str:
    """Return the code that a telephone with a secret (hexadecimal) shows now."""
    now = TOTP(bytes.fromhex(secret))
    now.time = time.time()
    return f"{now.token():06}"


@pytest.fixture
def telephone() -> Callable[[User], Shows]:
    """Give a person a telephone; return what tells the code it shows."""

    def give(person: User) -> Shows:
        device = TOTPDevice.objects.create(user=person, name="telephone")
        return lambda: shown(device.key)

    return give


@pytest.fixture
def recovery_codes() -> Callable[[User], list[str]]:
    return codes.new_recovery_codes
