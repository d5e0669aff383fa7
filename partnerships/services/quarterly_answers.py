"""How does a lead agency answer for its actions of a quarter, one or many at once?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import StaleVersion
from govreg.core.history import bulk
from govreg.core.history.change import change
from govreg.core.quarters import Quarter
from govreg.core.refusals import Refusal, enforce
from partnerships.models import Plan, PlanAction, QuarterlyAnswer, ReportingQuarter
from partnerships.queries.lead_agencies import answers_for
from partnerships.rules import quarterly_answers as rules


@dataclass(frozen=True, slots=True)
class Given:
    """What is answered for one action; `seen` is the revision that the writer saw, 0 for none."""

    rating: str
    reason: str = ""
    narrative: str = ""
    value: Decimal | None = None
    seen: int = 0

    def same_as(self, held: QuarterlyAnswer) -> bool:
        """Whether an answer says this already."""
        mine = (self.rating, self.reason.strip(), self.narrative.strip(), self.value)
        return mine == (held.rating, held.reason, held.narrative, held.value)


def answer(
    *,
    action: PlanAction,
    quarter: Quarter,
    given: Given,
    on: date,
    by: Any,
    late: bool = False,
) -> QuarterlyAnswer | None:
    """Answer for one action; returns None where it was answered so already.

    Raises StaleVersion when somebody answered meanwhile.
    """
    written = answer_many(
        root=action.plan.parent or action.plan,
        quarter=quarter,
        given={action: given},
        on=on,
        by=by,
        late=late,
    )
    return written[0] if written else None


def answer_many(
    *,
    root: Plan,
    quarter: Quarter,
    given: Mapping[PlanAction, Given],
    on: date,
    by: Any,
    late: bool = False,
) -> list[QuarterlyAnswer]:
    """Answer for several actions of a plan and those under it: all, or none where one is refused.

    A closed quarter takes answers that are meant as late ones only: they are kept with their own
    quarter and change none of its figures. Each action needs its plan with the partnership. Raises
    StaleVersion when somebody answered for one of them meanwhile.
    """
    with change(verb=f"Answered for {quarter}", by=by, scope=root.partnership.scope):
        # Held until all is written, so that nobody closes the quarter in between.
        reporting = ReportingQuarter.objects.of(root, quarter).select_for_update().first()
        enforce(rules.refusal_of_quarter(quarter=quarter, opened=reporting is not None))
        closed = reporting is not None and not reporting.is_open
        enforce(rules.refusal_of_late(is_closed=closed, is_late_meant=late, quarter=quarter))
        # Locked in one order, so that two who answer for the same actions do not wait in a ring.
        keys = sorted(action.pk for action in given)
        held = PlanAction.objects.filter(pk__in=keys).select_for_update().order_by("pk")
        present = {action.pk: action for action in held}
        last = _last_answers(keys, quarter)
        made = []
        for action, said in given.items():
            before = last.get(action.pk)
            if (before.revision if before else 0) != said.seen:
                raise StaleVersion(before or action)
            enforce(_refusal(action, present[action.pk], quarter, said, on=on, by=by))
            if before is not None and said.same_as(before):
                continue
            made.append(_made(action, quarter, said, before, by=by, late=closed))
        bulk.create(made)
    return made


def _refusal(
    action: PlanAction, present: PlanAction, quarter: Quarter, said: Given, *, on: date, by: Any
) -> Refusal | None:
    return (
        rules.refusal_to_answer(
            answers=by is None or answers_for(by, action, on=on),
            lead=str(action.lead) if action.lead else None,
        )
        or rules.refusal_of_withdrawn(withdrawn_on=present.withdrawn_on, quarter=quarter)
        or rules.refusal_of_start(start=present.start, quarter=quarter)
        or rules.refusal_of_content(rating=said.rating, reason=said.reason)
    )


def _last_answers(keys: list[int], quarter: Quarter) -> dict[int, QuarterlyAnswer]:
    found = QuarterlyAnswer.objects.filter(
        action__in=keys, financial_year=str(quarter.year), quarter=quarter.number
    )
    return {row.action_id: row for row in found.order_by("revision")}


def _made(
    action: PlanAction,
    quarter: Quarter,
    said: Given,
    before: QuarterlyAnswer | None,
    *,
    by: Any,
    late: bool,
) -> QuarterlyAnswer:
    return QuarterlyAnswer(
        action=action,
        financial_year=str(quarter.year),
        quarter=quarter.number,
        revision=before.revision + 1 if before else 1,
        rating=said.rating,
        reason="" if said.rating == QuarterlyAnswer.Rating.GREEN else said.reason.strip(),
        narrative=said.narrative.strip(),
        value=said.value,
        answered_at=clock.now(),
        answered_by=by,
        is_late=late,
    )
