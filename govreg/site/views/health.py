"""Is the register up, and is it ready to serve?"""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from govreg.core.access import access
from govreg.site.queries.readiness import problems


@access.public
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer "ok" when the database answers: whoever watches the process asks often."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@access.public
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Answer "ready", or 503 and what is in the way: a release waits for this before it goes on."""
    found = problems()
    return HttpResponse(
        "\n".join(found) or "ready", content_type="text/plain", status=503 if found else 200
    )
