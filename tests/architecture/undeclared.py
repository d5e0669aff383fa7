"""Which address leads to a view that declares no access?"""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def undeclared(request: HttpRequest) -> HttpResponse:
    return HttpResponse("never seen")


urlpatterns = [path("undeclared/", undeclared, name="undeclared")]
