"""Who signed in, and who took something out of the register?"""

from django.http import HttpRequest, HttpResponseBase

from govreg.core.access import Permission, access
from govreg.core.accounts.models import AccessLogEntry
from govreg.core.ui.lists import list_response
from govreg.site.lists.access_log import AccessLog

from .loading import authorise, trail


@access(Permission.VIEW_ACCESS_LOG)
def access_log(request: HttpRequest) -> HttpResponseBase:
    """List the entries of the log."""
    authorise(request, Permission.VIEW_ACCESS_LOG)
    return list_response(
        request,
        AccessLog,
        AccessLogEntry.objects.visible_to(request.user).select_related("user"),
        title="Access log",
        breadcrumbs=trail(("Access log", None)),
    )
