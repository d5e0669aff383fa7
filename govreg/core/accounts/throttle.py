"""Under which name are attempts to sign in counted, and how are codes and other requests?

Everything is counted by django-axes for one name from one address, so that nobody locks a
neighbour out. What is not a sign-in has a name of its own: a right password must not clear the
count of wrong codes.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.http import HttpRequest

from .address import client_address


class Kind(StrEnum):
    """What is tried. The space keeps it from ever being an e-mail address."""

    CODE = "code of"
    LINK = "link for"
    OWN_PASSWORD = "own password of"  # noqa: S105 - a word before a name


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """Return the e-mail address that was tried, in one case: capitals give no new attempts."""
    given = (credentials or {}).get("username") or request.POST.get("username", "")
    return str(given).strip().casefold()[:254]


@dataclass(frozen=True, slots=True)
class Attempts:
    """The attempts at one thing, by one name, from one address."""

    request: HttpRequest
    kind: Kind
    email: str

    @property
    def _credentials(self) -> dict[str, str]:
        return {"username": f"{self.kind} {self.email}"}

    def are_exhausted(self) -> bool:
        """Say whether the name must wait before the next attempt."""
        return not AxesProxyHandler.is_allowed(self.request, self._credentials)

    def count(self) -> None:
        """Count one attempt. What is done in this request still goes its way."""
        AxesProxyHandler.user_login_failed(
            sender=Attempts, credentials=self._credentials, request=self.request
        )
        self.request.axes_locked_out = False  # type: ignore[attr-defined]

    def forget(self) -> None:
        """Start anew after a success."""
        AxesProxyHandler.reset_attempts(
            username=name_tried(self.request, self._credentials),
            ip_address=client_address(self.request),
        )


def kind_of(credentials: dict[str, Any] | None) -> Kind | None:
    """Return what was tried too often, or None for signing in."""
    name = str((credentials or {}).get("username", ""))
    return next((kind for kind in Kind if name.startswith(f"{kind} ")), None)
