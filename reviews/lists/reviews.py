"""What does a person scan to find a review?"""

import django_filters

from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from reviews.models import Review

COLOURS = {"draft": "grey", "discussed": "yellow", "issued": "green", "closed": "blue"}


class ReviewFilter(RegisterFilterSet):
    """By words of the title, kind and state."""

    words = django_filters.CharFilter(label="Words", field_name="title", lookup_expr="icontains")
    kind = django_filters.ChoiceFilter(label="Kind", choices=Review.Kind.choices)
    status = django_filters.ChoiceFilter(label="State", choices=Review.Status.choices)


class ReviewList(RegisterList):
    """Reviews, the one issued last first."""

    filterset = ReviewFilter
    order = "-issued"
    noun = ("review", "reviews")
    caption = "Reviews"
    empty = "There are no reviews yet. An auditor begins one."
    columns = (
        Column("Title", "title", sort="title", cell=lambda r: link(r.get_absolute_url(), r.title)),
        Column("Reference", "reference", sort="reference"),
        Column("Kind", lambda r: r.get_kind_display(), sort="kind"),
        Column("Auditor", "auditor.name", sort="auditor__name"),
        Column(
            "State",
            lambda r: r.get_status_display(),
            sort="status",
            cell=lambda r: tag(r.get_status_display(), COLOURS[r.status]),
        ),
        Column("Date of the report", "report_date", sort="report_date", missing="Carries no date"),
        Column("Issued", "issued_on", sort="issued_on", missing="Not issued"),
    )
