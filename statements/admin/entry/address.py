"""Where a request comes from: by one setting, never by what anybody can write into a header."""

from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register
from django.http import HttpRequest


def client(request: HttpRequest) -> str | None:
    """Return the address of who asks, None where there is none (a server on a Unix socket).

    Each proxy writes the address that asked it at the end of X-Forwarded-For. So with n proxies
    of ours (PROXIES) the nth from the end was written by ours; what stands before it, anybody may
    have sent. With none the header is not looked at.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.PROXIES:
        passed = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        if len(passed) >= settings.PROXIES:
            address = passed[-settings.PROXIES].strip() or address
    return _plain(address)


def _plain(address: str) -> str | None:
    """Return an address in its one spelling; a port behind it, as some proxies write, is left."""
    if address.startswith("["):
        address = address[1:].partition("]")[0]
    elif address.count(":") == 1:
        address = address.partition(":")[0]
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return str(getattr(found, "ipv4_mapped", None) or found)


@register(Tags.security, deploy=True)
def proxies_are_told(**options: Any) -> list[CheckMessage]:
    """Warn where everybody would seem to come from the one address of the proxy."""
    if settings.SITE_URL.startswith("https:") and not settings.PROXIES:
        return [
            Warning(
                "SITE_URL is https, so a proxy stands before this site, but PROXIES is 0: "
                "everybody seems to come from the proxy's address, and who types wrong passwords "
                "for a colleague locks them out.",
                hint="Set PROXIES to the number of proxies that each add to X-Forwarded-For.",
                id="desk.W001",
            )
        ]
    return []
