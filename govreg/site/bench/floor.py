"""What is the cheapest page that a signed-in person could be shown?

The floor view goes through the same middleware as every page: it reads the session, the user and
25 rows of one table, and writes them without any layout. These addresses are in force only while
`manage.py bench` measures.
"""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import include, path

from govreg.core.access import access
from recommendations.models import AgreedAction

ROWS = 25


@access.signed_in
def floor(request: HttpRequest) -> HttpResponse:
    """Show 25 agreed actions as they stand in their table."""
    rows = AgreedAction.objects.order_by("pk")[:ROWS]
    return HttpResponse(render_to_string("bench/floor.html", {"rows": rows}))


ADDRESS = "/bench/floor/"
urlpatterns = [
    path("bench/floor/", floor, name="bench-floor"),
    path("", include("govreg.urls")),
]
