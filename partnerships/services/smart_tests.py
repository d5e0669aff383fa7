"""How is it kept what a person judged of an action by the SMART test?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.refusals import enforce
from partnerships.models import PlanAction, SmartJudgement
from partnerships.rules.plan_actions import refusal_to_change_withdrawn
from partnerships.rules.smart_tests import refusal_of_judgements

from .allowed import enforce_keeping_plans


def judge(
    *,
    action: PlanAction,
    version: int,
    answers: Mapping[str, tuple[bool | None, str]],
    on: date,
    by: Any,
    reason: str = "",
) -> None:
    """Keep, by criterion, whether it is met (None: not judged) and the note.

    What is the same as before keeps its day and its judge. `version` is that of the action whose
    text the judge read; raises StaleVersion when it was changed meanwhile.
    """
    plan = action.plan
    scope = plan.partnership.scope
    with change(verb="Judged an action by the SMART test", by=by, reason=reason, scope=scope):
        enforce_keeping_plans(plan.partnership, by=by)
        action = locked(PlanAction, action.pk, version=version)
        action.plan = plan
        enforce(refusal_to_change_withdrawn(withdrawn_on=action.withdrawn_on))
        said = [(criterion, met, note) for criterion, (met, note) in answers.items()]
        enforce(refusal_of_judgements(answers=said))
        kept = {row.criterion: row for row in action.smart_judgements.all()}
        for criterion, met, note in said:
            row = kept.get(criterion)
            if met is None:
                if row is not None:
                    row.action = action
                    row.delete()
                continue
            if row is not None and (row.is_met, row.note) == (met, note.strip()):
                continue
            row = row or SmartJudgement(criterion=criterion)
            row.action, row.is_met, row.note = action, met, note.strip()
            row.judged_on, row.judged_by = on, by
            row.save()
