"""How do sign-ins, downloads and exports get into the access log?"""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from govreg.core import clock
from govreg.core.access import factors

from .address import client_address
from .models import AccessLogEntry, SecondFactor

Event = AccessLogEntry.Event


def record(request: HttpRequest | None, event: str, *, detail: str = "", user: Any = None) -> None:
    """Write one entry; the user is the request's unless another is given."""
    if user is None and request is not None and request.user.is_authenticated:
        user = request.user
    AccessLogEntry.objects.create(
        event=event,
        at=clock.now(),
        user=user,
        address=client_address(request) if request else None,
        detail=detail.replace("\x00", "")[:300],
    )


@receiver(user_logged_in)
def _signed_in(sender: Any, request: HttpRequest, user: Any, **signal: Any) -> None:
    how = getattr(request, "signs_in_with", "")
    passed = getattr(request, "second_factor_passed", False)
    if not passed and SecondFactor.objects.filter(user=user).exists():
        factors.await_code(request)
        record(request, Event.CODE_ASKED, user=user, detail=how)
        return
    record(request, Event.SIGNED_IN, user=user, detail=how)


@receiver(user_logged_out)
def _signed_out(sender: Any, request: HttpRequest, user: Any, **signal: Any) -> None:
    if user is not None:
        record(request, Event.SIGNED_OUT, user=user)


@receiver(user_login_failed)
def _failed(sender: Any, credentials: dict[str, Any], request: Any = None, **signal: Any) -> None:
    record(request, Event.SIGN_IN_FAILED, detail=str(credentials.get("username", "")))
