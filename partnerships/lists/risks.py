"""What does a person scan in the lists of risks?"""

from collections.abc import Callable
from typing import Any, ClassVar

import django_filters
from django.db.models import Q
from django.http import HttpRequest

from govreg.core import clock
from govreg.core.council import definitions, settings
from govreg.core.search.index import having_words
from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from govreg.core.ui.words import long_date
from partnerships.models import Partnership, Risk
from partnerships.queries.risks import bands
from partnerships.rules.risks import Band

ALL, CLOSED, OVERDUE = "all", "closed", "overdue"
STANDINGS = [("", "Open"), (OVERDUE, "Review overdue"), (CLOSED, "Closed"), (ALL, "All")]
BANDS = [(band.value, band.label) for band in Band]


def partnerships(request: HttpRequest) -> Any:
    """Return the partnerships that the reader may see."""
    return Partnership.objects.visible_to(request.user)


class RiskFilter(RegisterFilterSet):
    """Words, how high the rating is, and how the risk stands; at first the open ones."""

    words = django_filters.CharFilter(label="Words", method="by_words")
    band = django_filters.ChoiceFilter(label="Residual rating", choices=BANDS, method="by_band")
    standing = django_filters.ChoiceFilter(
        label="Standing", choices=STANDINGS, empty_label=None, method="as_it_is"
    )

    class Meta:
        model = Risk
        fields: list[str] = []

    def by_words(self, rows: Any, name: str, value: str) -> Any:
        """Keep those whose title, source, consequence or controls have the words."""
        return having_words(rows, value)

    def by_band(self, rows: Any, name: str, value: str) -> Any:
        """Keep those with a rating of a band, by the council's limits of today."""
        today = clock.today()
        high = Q(rating__gte=settings.whole_number(definitions.RISK_HIGH_FROM, on=today))
        medium = Q(rating__gte=settings.whole_number(definitions.RISK_MEDIUM_FROM, on=today))
        asked = {Band.HIGH: high, Band.MEDIUM: medium & ~high, Band.LOW: ~medium & ~high}
        return rows.filter(asked[Band(value)])

    def as_it_is(self, rows: Any, name: str, value: Any) -> Any:
        """Leave it to `filter_queryset`: nothing chosen means the open ones."""
        return rows

    def filter_queryset(self, queryset: Any) -> Any:
        """Keep what is asked for."""
        rows = super().filter_queryset(queryset)
        standing = self.form.cleaned_data.get("standing")
        if standing == OVERDUE:
            return rows.filter(closed_on=None, review_due__lt=clock.today())
        if standing == CLOSED:
            return rows.exclude(closed_on=None)
        return rows if standing == ALL else rows.filter(closed_on=None)


class EveryRiskFilter(RiskFilter):
    """The partnership as well."""

    partnership = RecordFilter(
        label="Partnership", records=partnerships, named_by="name", field_name="partnership"
    )


def _columns(band: Callable[[int], Band]) -> list[Column]:
    today = clock.today()

    def rated(risk: Any) -> str:
        """Return "12, high (3 × 4)"; on another scale than today's it says which."""
        told = f"{risk.likelihood} × {risk.impact}, of {risk.points}"
        return f"{band(risk.rating).label} {risk.rating} ({told})"

    def standing(risk: Any) -> tuple[str, str]:
        if risk.closed_on:
            return f"Closed on {long_date(risk.closed_on)}", "grey"
        return ("Review overdue", "red") if risk.review_due < today else ("Open", "blue")

    return [
        Column("Risk", "title", sort="title", cell=lambda r: link(r.get_absolute_url(), r.title)),
        Column("Whose", "whose", sort=("body__name", "organisation__name")),
        Column(
            "Residual rating",
            rated,
            sort="rating",
            cell=lambda r: tag(rated(r), band(r.rating).colour),
        ),
        Column("Assessed on", "assessed_on", sort="assessed_on"),
        Column("Owner", "owner.title", sort="owner__title", missing="No owner"),
        Column("Actions open", "actions_open", sort="actions_open", numeric=True),
        Column("Next review", "review_due", sort="review_due"),
        Column(
            "Publication",
            lambda r: f"Exempt, paragraph {r.exempt_paragraph}" if r.exempt else "Open",
            sort="exempt",
            cell=lambda r: tag("Exempt", "orange") if r.exempt else "Open",
        ),
        Column("Standing", lambda r: standing(r)[0], cell=lambda r: tag(*standing(r))),
    ]


class RiskList(RegisterList):
    """The risks of one partnership, the highest first."""

    filterset = RiskFilter
    order = "-residual-rating"
    noun = ("risk", "risks")
    caption = "Risks"
    empty = "No open risk of this partnership is recorded."
    columns: ClassVar[Any] = ()
    leading: ClassVar[list[Column]] = []

    def __init__(self, request: HttpRequest, queryset: Any) -> None:
        super().__init__(request, queryset)
        first, *others = _columns(bands(on=clock.today()))
        self.columns = [first, *self.leading, *others]  # type: ignore[misc]


class EveryRiskList(RiskList):
    """The risks of all partnerships that the reader may see, the highest first."""

    filterset = EveryRiskFilter
    empty = "No open risk is recorded. Risks are added from the page of a partnership."
    leading: ClassVar[list[Column]] = [
        Column("Partnership", "partnership.name", sort="partnership__name")
    ]
