"""What a browser may keep of a form that is not saved: where, and with which key.

Computers are shared, and seized. So what is kept is encrypted; the key is not kept beside it, but
comes with each page to the person who is logged in. It ends with their password.
"""

import base64
from dataclasses import dataclass

from django.conf import settings
from django.utils.crypto import salted_hmac

from statements.models import User

SALT = "statements.admin.together.keeping"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a browser keeps a form: the name of the entry, its version, and the key (AES-256)."""

    name: str
    version: int
    key: str


def place(person: User, kind: str, ref: str, version: int) -> Place | None:
    """Return where what a person types into a form is kept; None where nothing may be."""
    if not settings.KEEP_UNSAVED:
        return None
    secret = salted_hmac(SALT, f"{person.pk}:{person.password}", algorithm="sha256").digest()
    return Place(f"{person.pk}/{kind}/{ref}", version, base64.b64encode(secret).decode())
