"""Who has something open on the desk, so that two people do not change it unawares."""

from django.conf import settings
from django.db import models


class Presence(models.Model):
    """One person at one noun. It is no record of anything, and goes within a day."""

    kind = models.CharField(max_length=16)
    ref = models.CharField(max_length=96)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["kind", "ref", "user"], name="one_presence_each")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.kind} {self.ref}"
