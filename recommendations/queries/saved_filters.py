"""Which saved filters does a person find beside a list?"""

from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from recommendations.models import SavedFilter

#: What belongs to the moment and not to the filter.
NOT_KEPT = {"page", "export", "place"}


def offered(user: Any, place: str) -> list[SavedFilter]:
    """Return a person's own filters of a list and those shared with them, by name."""
    found = SavedFilter.objects.visible_to(user).filter(place=place)
    return list(found.select_related("user"))


def asked_of(query: QueryDict) -> str:
    """Return what an address asks of a list, without what is empty or passing."""
    kept = [
        (name, value)
        for name, values in sorted(query.lists())
        if name not in NOT_KEPT
        for value in values
        if value
    ]
    return urlencode(kept)
