"""What stands beside the officer’s rating wherever actions are listed?"""

from typing import Any

from django.utils.html import format_html

from govreg.core.ui.lists import Column
from govreg.core.ui.lists.cells import tag
from recommendations.models import AgreedAction
from recommendations.queries.ratings import computed_in_list, percent_in_list, travel_in_list
from recommendations.rules.ratings import Travel


def travel_words(travel: Travel | None) -> Any:
    """Return a direction of travel as a word with its arrow, which a reader may do without."""
    if travel is None:
        return ""
    return format_html('<span aria-hidden="true">{} </span>{}', travel.arrow, travel.label)


def _computed_tag(action: AgreedAction) -> Any:
    computed = computed_in_list(action)
    return tag(computed.label, computed.colour)


def travel_label(action: AgreedAction) -> str:
    """Return the word for an action's direction of travel; nothing where it was never rated."""
    travel = travel_in_list(action)
    return travel.label if travel else ""


#: What stands beside the officer's rating wherever it is listed.
RATED = (
    Column("Computed rating", lambda a: computed_in_list(a).label, cell=_computed_tag),
    Column(
        "Per cent complete",
        percent_in_list,
        key="latest_percent",
        numeric=True,
        missing="Not stated",
    ),
    Column(
        "Direction of travel",
        travel_label,
        cell=lambda a: travel_words(travel_in_list(a)),
        missing="Not rated",
    ),
)
