"""What does a person scan in the list of organisations?"""

from typing import Any

import django_filters

from govreg.core.search import index
from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link
from partnerships.models import Organisation


class OrganisationFilter(RegisterFilterSet):
    """Words, kind and sector."""

    words = django_filters.CharFilter(label="Words", method="having_words")
    kind = django_filters.ChoiceFilter(label="Kind", choices=Organisation.Kind.choices)
    sector = django_filters.ChoiceFilter(label="Sector", choices=Organisation.Sector.choices)

    class Meta:
        model = Organisation
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in names and other names."""
        return index.having_words(queryset, value)


def _aliases(organisation: Organisation) -> str:
    return "; ".join(alias.name for alias in organisation.aliases.all())


class OrganisationList(RegisterList):
    """Every organisation, one a line."""

    columns = [
        Column("Name", "name", sort="name", cell=lambda o: link(o.get_absolute_url(), o.name)),
        Column("Kind", lambda o: o.get_kind_display(), sort="kind"),
        Column("Sector", lambda o: o.get_sector_display(), sort="sector"),
        Column("Also known as", _aliases),
        Column("Partnerships", "partnership_count", sort="partnership_count", numeric=True),
    ]
    filterset = OrganisationFilter
    order = "name"
    noun = ("organisation", "organisations")
    caption = "Organisations"
    empty = "The partners, auditors and clients stand here. None has been recorded yet."
