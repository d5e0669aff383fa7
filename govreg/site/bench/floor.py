"""What is the cheapest page, and the cheapest file, that a signed-in person could be given?

The floor view goes through the same middleware as every page: it reads the session, the user and
25 rows of one table, and writes them without any layout. These addresses are in force only while
`manage.py bench` measures.
"""

import csv
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template.loader import render_to_string
from django.urls import include, path

from govreg.core.access import access
from recommendations.models import AgreedAction, Recommendation

ROWS, FILE_ROWS = 25, 10_000


@access.signed_in
def floor(request: HttpRequest) -> HttpResponse:
    """Show 25 agreed actions as they stand in their table."""
    rows = AgreedAction.objects.order_by("pk")[:ROWS]
    return HttpResponse(render_to_string("bench/floor.html", {"rows": rows}))


@access.signed_in
def floor_file(request: HttpRequest) -> StreamingHttpResponse:
    """Stream 10,000 recommendations as they stand in their table."""
    return StreamingHttpResponse(_lines(), content_type="text/csv; charset=utf-8")


class _Echo:
    def write(self, text: str) -> str:
        return text


def _lines() -> Iterator[str]:
    writer = csv.writer(_Echo())
    rows = Recommendation.objects.order_by("pk")[:FILE_ROWS]
    for row in rows.iterator(chunk_size=500):
        yield writer.writerow([row.number, row.wording, row.addressee, row.ended_as])


ADDRESS, FILE_ADDRESS = "/bench/floor/", "/bench/floor.csv"
urlpatterns = [
    path("bench/floor.csv", floor_file, name="bench-floor-file"),
    path("bench/floor/", floor, name="bench-floor"),
    path("", include("govreg.urls")),
]
