"""From which network address does a request come, when proxies stand in front?"""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """Return the address that the outermost of our own proxies saw, or None where none is known.

    Each proxy adds the address it saw at the end of X-Forwarded-For, so the last `PROXY_COUNT`
    of them are ours to believe; whatever stands before was sent by the client and may be invented.
    """
    seen = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",")
    count = settings.PROXY_COUNT
    if 0 < count <= len(seen) and (found := _address(seen[-count])):
        return found
    return _address(str(request.META.get("REMOTE_ADDR", "")))


def _address(text: str) -> str | None:
    """Return an address without the port that some proxies write beside it."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].split("]")[0]
    elif text.count(":") == 1:
        text = text.split(":")[0]
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        return None
