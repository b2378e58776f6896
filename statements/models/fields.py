"""Fields that many of the desk's nouns share."""

import secrets
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.choices import Precision

# Crockford's base 32: no letter that reads as a digit, none that spells a word.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
REF_LENGTH = 10


def new_ref() -> str:
    """Return ten random base-32 characters, fifty bits: an identity for life."""
    return "".join(secrets.choice(ALPHABET) for _ in range(REF_LENGTH))


class RefField(models.CharField):  # type: ignore[type-arg]
    """The permanent identity of a row across edits, sites and dumps."""

    def __init__(self, **options: Any) -> None:
        options |= {
            "max_length": REF_LENGTH,
            "unique": True,
            "default": new_ref,
            "editable": False,
        }
        super().__init__(_("permanent reference"), **options)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _arguments, options = super().deconstruct()
        for given in ("max_length", "unique", "default", "editable", "verbose_name"):
            options.pop(given, None)
        return name, path, [], options


def precision_field(label: Any) -> "models.CharField[str, str]":
    return models.CharField(
        label, max_length=7, choices=Precision, default=Precision.UNKNOWN, blank=True
    )


def known(name: str, among: type[models.Choices]) -> models.CheckConstraint:
    """Return the rule that the field `name` holds one of the values of `among`."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{name}__in": among.values}), name=f"%(class)s_{name}_is_known"
    )


def dated(name: str) -> models.CheckConstraint:
    """Return the rule that `<name>_on` is empty exactly where `<name>_precision` is unknown."""
    unknown = models.Q(**{f"{name}_on__isnull": True, f"{name}_precision": Precision.UNKNOWN})
    known = models.Q(
        **{
            f"{name}_on__isnull": False,
            f"{name}_precision__in": [Precision.DAY, Precision.MONTH, Precision.YEAR],
        }
    )
    return models.CheckConstraint(
        condition=unknown | known,
        name=f"%(class)s_{name}_dated",
        violation_error_message=_("A date needs its precision, and a precision its date."),
    )
