"""What does a person scan in the list of teams?"""

import django_filters

from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link
from partnerships.models import Team


class TeamFilter(RegisterFilterSet):
    """Words in the name."""

    name = django_filters.CharFilter(label="Words in the name", lookup_expr="icontains")

    class Meta:
        model = Team
        fields: list[str] = []


class TeamList(RegisterList):
    """Every team, one a line."""

    columns = [
        Column("Team", "name", sort="name", cell=lambda t: link(t.get_absolute_url(), t.name)),
        Column(
            "Organisation", "organisation.name", sort="organisation__name", missing="Not stated"
        ),
        Column("People now", "people_count", sort="people_count", numeric=True),
    ]
    filterset = TeamFilter
    order = "team"
    noun = ("team", "teams")
    caption = "Teams"
    empty = "The teams and services that can own an action stand here. None is recorded yet."
