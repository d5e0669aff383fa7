"""Which indicators does a partnership have, how many of each part, and with which figures?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery

from partnerships.models import Indicator, IndicatorTarget, IndicatorValue, Partnership
from partnerships.rules.indicators import MOST_NEGOTIATED


def indicators_listed(user: Any) -> QuerySet[Indicator]:
    """Return the indicators that a user may see, each with its last figure for the whole.

    The figure and the target of its year are `last_value`, `last_year`, `last_quarter` and
    `last_target`.
    """
    last = IndicatorValue.objects.filter(indicator=OuterRef("pk"), area=None).order_by(
        "-financial_year", "-quarter", "-revision"
    )
    target = IndicatorTarget.objects.filter(
        indicator=OuterRef("pk"), financial_year=OuterRef("last_year")
    )
    found: Any = (
        Indicator.objects.visible_to(user)
        .select_related("partnership", "theme", "plan")
        .annotate(
            last_value=Subquery(last.values("value")[:1]),
            last_year=Subquery(last.values("financial_year")[:1]),
            last_quarter=Subquery(last.values("quarter")[:1]),
        )
        .annotate(last_target=Subquery(target.values("value")[:1]))
    )
    return found  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class SetCounts:
    """How many indicators of a partnership stand, by part of the set."""

    negotiated: int
    local: int
    statutory: int
    without_plan: int = 0

    @property
    def total(self) -> int:
        """How many there are together."""
        return self.negotiated + self.local + self.statutory

    @property
    def in_words(self) -> str:
        """The set as a sentence."""
        plans = f" {self.without_plan} without a delivery plan." if self.without_plan else ""
        return (
            f"{self.total} indicators: {self.negotiated} negotiated (at most {MOST_NEGOTIATED} may "
            f"be designated), {self.local} local and {self.statutory} statutory.{plans}"
        )


def set_counts(partnership: Partnership, *, on: date) -> SetCounts:
    """Count the indicators of a partnership that stand on a day."""
    standing = Indicator.objects.filter(partnership=partnership).standing(on=on)  # type: ignore[attr-defined]
    counted = standing.order_by().values_list("group").annotate(number=Count("pk"))
    found = dict(counted)
    without = standing.filter(delivery_plan=None, delivery_document=None).count()
    numbers = {group.value: found.get(group, 0) for group in Indicator.Group}
    return SetCounts(**numbers, without_plan=without)
