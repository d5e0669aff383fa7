"""How many actions of a plan stand how in a quarter that is open, counted by the database?

It says what `live_lines` says of today, and reads no line: a council's plans have 60,000 of them.
"""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from govreg.core.quarters import Quarter
from partnerships.models import PlanAction, QuarterlyAnswer
from partnerships.rules.quarterly_status import ANSWERS, Counts


def live_counts(plans: Collection[int], quarter: Quarter, *, by: str) -> dict[int | None, Counts]:
    """Return the counts of the actions of some plans by a column of theirs, in two queries.

    `by` is the plan, the lead, the theme or the priority; None stands for those that have none.
    """
    answered = _answered(plans, quarter, by)
    standing = PlanAction.objects.filter(plan__in=plans).standing(on=quarter.last_day)
    started = Count("pk", filter=Q(start__lte=quarter.last_day))
    rows = standing.order_by().values_list(by).annotate(of_all=Count("pk"), started=started)
    return {
        key: Counts(
            **answered[key], white=of_all - begun, blank=begun - sum(answered[key].values())
        )
        for key, of_all, begun in rows
    }


def _answered(
    plans: Collection[int], quarter: Quarter, by: str
) -> defaultdict[int | None, dict[str, int]]:
    """Count the last answers of the actions that had started: white wins over any answer."""
    this = {"financial_year": str(quarter.year), "quarter": quarter.number}
    newer = QuarterlyAnswer.objects.filter(
        action=OuterRef("action"), revision__gt=OuterRef("revision"), **this
    )
    withdrawn_later = Q(action__withdrawn_on=None) | Q(action__withdrawn_on__gt=quarter.last_day)
    given: Any = QuarterlyAnswer.objects.filter(
        withdrawn_later,
        action__plan__in=plans,
        action__start__lte=quarter.last_day,
        **this,
    ).exclude(Exists(newer))
    none = dict.fromkeys((str(status.value) for status in ANSWERS), 0)
    found: defaultdict[int | None, dict[str, int]] = defaultdict(none.copy)
    rows = given.order_by().values_list(f"action__{by}", "rating").annotate(number=Count("pk"))
    for key, rating, number in rows:
        found[key][rating] = number
    return found
