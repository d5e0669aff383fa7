"""What does a person scan in the list of funding arrangements?"""

from typing import Any

import django_filters
from django.db.models import DecimalField, OuterRef, Q, QuerySet, Subquery, Sum
from django.http import HttpRequest

from govreg.core.financial_years import read_financial_year
from govreg.core.search import index
from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link
from govreg.core.ui.words import money
from partnerships.models import (
    Contribution,
    Expenditure,
    FundingArrangement,
    FundingYear,
    Organisation,
    Partnership,
)
from partnerships.rules.amounts import PENNY


def partnerships(request: HttpRequest) -> Any:
    """Return the partnerships that the reader may see."""
    return Partnership.objects.visible_to(request.user)


def hosts(request: HttpRequest) -> Any:
    """Return the organisations that host an arrangement which the reader sees."""
    seen = FundingArrangement.objects.visible_to(request.user).exclude(host=None)
    return Organisation.objects.filter(pk__in=seen.order_by().values("host"))


class FundingFilter(RegisterFilterSet):
    """Words, partnership, kind, host and financial year."""

    words = django_filters.CharFilter(label="Words", method="having_words")
    partnership = RecordFilter(
        label="Partnership", records=partnerships, named_by="name", field_name="partnership"
    )
    kind = django_filters.ChoiceFilter(label="Kind", choices=FundingArrangement.Kind.choices)
    host = RecordFilter(label="Host", records=hosts, named_by="name", field_name="host")
    year = django_filters.CharFilter(label="Financial year", method="in_year")

    class Meta:
        model = FundingArrangement
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in the name, the partnership, the legal basis and the agreement."""
        return index.having_words(queryset, value)

    def in_year(self, queryset: Any, name: str, value: str) -> Any:
        """Keep those with any figure of a financial year; what is none keeps nothing."""
        year = read_financial_year(value[:12])
        if year is None:
            return queryset.none()
        of_year = {"financial_year": str(year)}
        figures = Q(pk__in=FundingYear.objects.filter(**of_year).values("arrangement"))
        figures |= Q(pk__in=Contribution.objects.filter(**of_year).values("arrangement"))
        figures |= Q(pk__in=Expenditure.objects.filter(**of_year).values("arrangement"))
        return queryset.filter(figures)


def _amount(name: str) -> Any:
    """Return a reader of a sum, exact to the penny."""

    def read(row: Any) -> Any:
        value = getattr(row, name)
        return None if value is None else value.quantize(PENNY)

    return read


def _money_column(header: str, name: str) -> Column:
    read = _amount(name)
    return Column(
        header,
        read,
        sort=name,
        counted=True,
        numeric=True,
        cell=lambda row: money(read(row)),
        missing="None",
    )


class FundingList(RegisterList):
    """Every funding arrangement, with its sums over all years."""

    columns = [
        Column("Arrangement", "name", sort="name", cell=lambda a: link(a.get_absolute_url(), a)),
        Column("Partnership", "partnership.name", sort="partnership__name"),
        Column("Kind", lambda a: a.get_kind_display(), sort="kind"),
        Column("Host", "host.name", sort="host__name", missing="Not stated"),
        Column("From", "start", sort="start", missing="Not stated"),
        Column("To", "end", sort="end", missing="Not stated"),
        _money_column("Stated", "stated"),
        _money_column("Planned", "planned"),
        _money_column("Paid", "paid"),
        _money_column("Spent", "spent"),
    ]
    filterset = FundingFilter
    order = "arrangement"
    noun = ("arrangement", "arrangements")
    caption = "Funding arrangements"
    empty = (
        "Pooled and aligned budgets, grants, procurement and vehicles stand here. Whoever "
        "keeps a partnership adds them from the page of its money."
    )

    @staticmethod
    def with_figures(rows: QuerySet[Any]) -> QuerySet[Any]:
        """Add up what is stated, planned, paid and spent over all years, in pounds."""
        return rows.select_related("partnership", "host").annotate(
            stated=_sum(FundingYear, "stated_total"),
            planned=_sum(Contribution, "planned"),
            paid=_sum(Contribution, "paid"),
            spent=_sum(Expenditure, "spent"),
        )


class OfPartnershipFilter(RegisterFilterSet):
    """Kind alone: one partnership has few."""

    kind = django_filters.ChoiceFilter(label="Kind", choices=FundingArrangement.Kind.choices)

    class Meta:
        model = FundingArrangement
        fields: list[str] = []


class PartnershipFundingList(FundingList):
    """The arrangements of one partnership."""

    columns = [column for column in FundingList.columns if column.header != "Partnership"]
    filterset = OfPartnershipFilter
    empty = "No pooled or aligned budget, grant or other arrangement has been recorded."


def _sum(model: Any, name: str) -> Any:
    rows = model.objects.filter(arrangement=OuterRef("pk")).order_by().values("arrangement")
    summed = rows.annotate(sum=Sum(name)).values("sum")
    return Subquery(summed, output_field=DecimalField(max_digits=16, decimal_places=2))
