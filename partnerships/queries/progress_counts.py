"""How many actions of a plan stand how in a quarter that is open, counted by the database?

It says what `live_lines` says of today, and reads no line: a council's plans have 60,000 of them.
"""

from collections import defaultdict
from functools import lru_cache
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from govreg.core.quarters import Quarter
from partnerships.models import Plan, PlanAction, QuarterlyAnswer
from partnerships.rules.quarterly_status import ANSWERS, Counts

from .progress_lines import reported_in

QUESTIONS_KEPT = 16


def live_counts(root: Plan, quarter: Quarter, *, by: str) -> dict[int | None, Counts]:
    """Return the counts of the actions of a plan and those under it by a column, in two queries.

    `by` is the plan, the lead, the theme or the priority; None stands for those that have none.
    """
    given, standing = (question.all() for question in _questions(root, quarter, by))
    none = dict.fromkeys((str(status.value) for status in ANSWERS), 0)
    answered: defaultdict[int | None, dict[str, int]] = defaultdict(none.copy)
    for key, rating, number in given:
        answered[key][rating] = number
    return {
        key: Counts(
            **answered[key], white=of_all - begun, blank=begun - sum(answered[key].values())
        )
        for key, of_all, begun in standing
    }


@lru_cache(maxsize=QUESTIONS_KEPT)
def _questions(root: Plan, quarter: Quarter, by: str) -> tuple[Any, Any]:
    """Put both questions together, once for a plan and quarter and not for every page.

    The first counts the last answers of the actions that had started: white wins over any answer.
    The second counts the actions, and those that had started.
    """
    plans = reported_in(root, quarter).order_by().values("pk")
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
    answers = given.order_by().values_list(f"action__{by}", "rating").annotate(number=Count("pk"))
    standing = PlanAction.objects.filter(plan__in=plans).standing(on=quarter.last_day)
    started = Count("pk", filter=Q(start__lte=quarter.last_day))
    actions = standing.order_by().values_list(by).annotate(of_all=Count("pk"), started=started)
    return answers, actions
