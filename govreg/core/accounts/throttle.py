"""Under which name are attempts to sign in counted?"""

from typing import Any

from django.http import HttpRequest


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """Return the e-mail address that was tried, in one case: capitals give no new attempts."""
    given = (credentials or {}).get("username") or request.POST.get("username", "")
    return str(given).strip().casefold()[:254]
