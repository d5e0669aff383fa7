"""How does taking a list out of the register get into the access log?"""

from typing import Any

from django.dispatch import receiver
from django.http import HttpRequest

from govreg.core.accounts.sign_in_log import Event, record
from govreg.core.ui.lists.export import exported
from govreg.core.ui.lists.register_list import RegisterList


@receiver(exported, dispatch_uid="log-every-export")
def log_export(
    sender: Any, request: HttpRequest, shown: RegisterList, file_format: str, **signal: Any
) -> None:
    """Write which list was taken out, as what kind of file, and with which filters."""
    name = shown.caption or shown.noun[1]
    record(request, Event.EXPORTED, detail=f"{name}, {file_format}: {request.get_full_path()}")
