"""What does an administrator scan of the removals made, which never say what was removed?"""

from typing import Any

import django_filters
from django.db.models import Count

from govreg.core.history.models import Redaction
from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList


class RedactionFilter(RegisterFilterSet):
    """On which legal basis, and with which words in the reason."""

    basis = django_filters.ChoiceFilter(label="Legal basis", choices=Redaction.Basis.choices)
    words = django_filters.CharFilter(
        label="Words in the reason", field_name="reason", lookup_expr="icontains"
    )

    class Meta:
        model = Redaction
        fields: list[str] = []


def redactions_listed(user: Any) -> Any:
    """Return the redactions that a user may see, each with how many texts of rows it removed."""
    found = Redaction.objects.visible_to(user).select_related("by")
    return found.annotate(removed=Count("values"))


class RedactionList(RegisterList):
    """Every removal, the latest first."""

    columns = [
        Column("Reference", "reference", sort="pk"),
        Column("When", "at", sort=("at", "pk")),
        Column("Who", "by.name", sort="by__name", missing="The register"),
        Column("Legal basis", lambda redaction: redaction.get_basis_display(), sort="basis"),
        Column("Reason", "reason"),
        Column("Rows of history", "removed", sort="removed"),
    ]
    filterset = RedactionFilter
    order = "-when"
    noun = ("removal", "removals")
    caption = "Removals"
    per_page = 50
    empty = "Removals of a person’s data stand here. There have been none yet."
