"""Which addresses lead to the front door?"""

from django.urls import path

from .views import health, home, search

urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.results, name="search"),
    path("health/", health.health, name="health"),
    path("ready/", health.ready, name="ready"),
]
