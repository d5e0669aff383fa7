"""Which saved filters does a person find beside a list?"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from govreg.core.ui.addresses import address_of
from recommendations.models import SavedFilter

#: What belongs to the moment and not to the filter.
NOT_KEPT = {"page", "export", "place"}


@dataclass(frozen=True, slots=True)
class Offered:
    """A saved filter beside its list; `shared_by` is the name of another who shares it."""

    name: str
    asked: str
    address: str
    shared_by: str


def offered(user: Any, place: str) -> list[Offered]:
    """Return a person's own filters of a list and those shared with them, by name."""
    page = address_of(f"recommendations:{place}")
    found = SavedFilter.objects.visible_to(user).filter(place=place)
    return [
        Offered(name, asked, f"{page}?{asked}", "" if owner == user.pk else owners_name)
        for name, asked, owner, owners_name in found.values_list(
            "name", "asked", "user_id", "user__name"
        )
    ]


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
