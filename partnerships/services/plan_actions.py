"""How are the actions of a plan entered, changed and withdrawn, and their outcomes recorded?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Max

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import (
    JointOutcome,
    Organisation,
    Plan,
    PlanAction,
    PlanActionPartner,
)
from partnerships.rules import plan_actions as rules

from .allowed import enforce_keeping_plans
from .searching import enter_plan_action

EDITABLE = (
    "reference",
    "priority",
    "theme",
    "action",
    "output",
    "measure",
    "unit",
    "baseline",
    "target",
    "lead",
    "start",
    "end",
    "outcome",
)


def add_action(
    *, plan: Plan, values: Mapping[str, Any], partners: Iterable[Organisation] = (), by: Any
) -> PlanAction:
    """Enter an action of a plan, with those who act together with its lead."""
    partnership = plan.partnership
    with change(verb="Added an action to a plan", by=by, scope=partnership.scope):
        enforce_keeping_plans(partnership, by=by)
        last = plan.actions.aggregate(last=Max("position"))["last"] or 0
        return _put(PlanAction(plan=plan, position=last + 1), plan, values, partners)


def change_action(
    *,
    action: PlanAction,
    version: int,
    values: Mapping[str, Any],
    partners: Iterable[Organisation],
    by: Any,
    reason: str,
) -> PlanAction:
    """Change what is entered of an action. Closed quarters keep what it was."""
    plan = action.plan
    scope = plan.partnership.scope
    with change(verb="Changed an action of a plan", by=by, reason=reason, scope=scope):
        enforce_keeping_plans(plan.partnership, by=by)
        action = locked(PlanAction, action.pk, version=version)
        enforce(rules.refusal_to_change_withdrawn(withdrawn_on=action.withdrawn_on))
        return _put(action, plan, values, partners)


def withdraw_action(
    *, action: PlanAction, version: int, day: date, on: date, by: Any, reason: str
) -> PlanAction:
    """Withdraw an action: from its day on no quarter counts it; those before keep it."""
    plan = action.plan
    scope = plan.partnership.scope
    with change(verb="Withdrew an action of a plan", by=by, reason=reason, scope=scope):
        enforce_keeping_plans(plan.partnership, by=by)
        action = locked(PlanAction, action.pk, version=version)
        action.plan = plan
        enforce(
            rules.refusal_to_withdraw(
                withdrawn_on=action.withdrawn_on,
                day=day,
                start=action.start,
                on=on,
                reason=reason,
            )
        )
        action.withdrawn_on, action.withdrawn_because = day, reason.strip()
        action.save()
        enter_plan_action(action)
    return action


def record_outcome(
    *, action: PlanAction, day: date, changed: str, because: str, evidence: str, on: date, by: Any
) -> JointOutcome:
    """Record what changed because partners acted together, with the evidence for it."""
    partnership = action.plan.partnership
    with change(verb="Recorded a joint outcome", by=by, scope=partnership.scope):
        enforce_keeping_plans(partnership, by=by)
        enforce(rules.refusal_of_outcome_day(day=day, on=on))
        outcome = JointOutcome(
            action=action,
            day=day,
            changed=changed.strip(),
            because=because.strip(),
            evidence=evidence.strip(),
        )
        outcome.save()
    return outcome


def _put(
    action: PlanAction, plan: Plan, values: Mapping[str, Any], partners: Iterable[Organisation]
) -> PlanAction:
    action.plan = plan
    put(action, values, allowed=EDITABLE)
    enforce(
        rules.refusal_of_days(
            start=action.start, end=action.end, plan_start=plan.start, plan_end=plan.end
        )
    )
    same = PlanAction.objects.filter(plan=plan, reference__iexact=action.reference)
    taken = same.exclude(pk=action.pk).exists()
    enforce(rules.refusal_of_reference(reference=action.reference, taken=taken))
    priority = action.priority
    enforce(rules.refusal_of_priority(is_own=priority is None or priority.plan_id == plan.pk))
    if priority is not None and action.theme is None:
        action.theme = priority.theme
    action.save()
    _keep_partners(action, partners)
    enter_plan_action(action)
    return action


def _keep_partners(action: PlanAction, partners: Iterable[Organisation]) -> None:
    wanted = {organisation.pk: organisation for organisation in partners}
    wanted.pop(action.lead_id or 0, None)
    for row in action.partners.select_related("organisation"):
        if wanted.pop(row.organisation_id, None) is None:
            row.action = action
            row.delete()
    for organisation in wanted.values():
        PlanActionPartner(action=action, organisation=organisation).save()
