"""Open sessions, each with whose it is, so that they can be listed and ended; SESSION_ENGINE."""

from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.translation import gettext_lazy as _

DEVICE = "device"


class OpenSession(AbstractBaseSession):
    """Django's session, with the person, what they use, and when they last did."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.CASCADE,
        null=True,
        related_name="+",
    )
    device = models.CharField(_("device"), max_length=80, blank=True)
    used_at = models.DateTimeField(_("last used"), auto_now=True)

    class Meta(AbstractBaseSession.Meta):
        default_permissions = ()

    @classmethod
    def get_session_store_class(cls) -> "type[SessionStore]":
        return SessionStore


class SessionStore(DatabaseStore):
    """Keeps sessions as rows of OpenSession."""

    @classmethod
    def get_model_class(cls) -> type[Any]:
        return OpenSession

    def create_model_instance(self, data: Any) -> Any:
        row: Any = super().create_model_instance(data)
        row.user_id = data.get("_auth_user_id")
        row.device = data.get(DEVICE, "")
        return row
