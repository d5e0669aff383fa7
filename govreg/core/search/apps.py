"""Which Django application keeps the search index?"""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """One table of folded text, written by services and read by the search page."""

    name = "govreg.core.search"
    label = "search"
