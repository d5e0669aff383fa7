"""How are the plans of a partnership, their themes and their priorities kept?"""

from collections.abc import Mapping, Sequence
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from partnerships.models import (
    Partnership,
    Plan,
    PlanPriority,
    PlanTheme,
    ReportingQuarter,
    StrategicTheme,
)
from partnerships.rules import plans as rules

from .allowed import enforce_keeping_plans
from .searching import enter_plan

EDITABLE = (
    "name",
    "short_name",
    "parent",
    "coverage",
    "position",
    "areas_together",
    "start",
    "end",
    "framework",
    "is_multi_agency",
    "note",
)


def add_plan(*, partnership: Partnership, values: Mapping[str, Any], by: Any) -> Plan:
    """Enter a plan of a partnership."""
    with change(verb="Added a plan", by=by, scope=partnership.scope):
        enforce_keeping_plans(partnership, by=by)
        return _put(Plan(partnership=partnership), values, by=by)


def change_plan(
    *, plan: Plan, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Plan:
    """Change what is entered of a plan."""
    partnership = plan.partnership
    with change(verb="Changed a plan", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping_plans(partnership, by=by)
        plan = locked(Plan, plan.pk, version=version)
        plan.partnership = partnership
        return _put(plan, values, by=by)


def _put(plan: Plan, values: Mapping[str, Any], *, by: Any) -> Plan:
    before = plan.parent_id
    put(plan, values, allowed=EDITABLE)
    enforce(rules.refusal_of_period(start=plan.start, end=plan.end))
    same = Plan.objects.filter(partnership=plan.partnership, name__iexact=plan.name)
    enforce(rules.refusal_of_name(taken=same.exclude(pk=plan.pk).exists()))
    if plan.parent is not None and plan.parent_id != before:
        # The plan above is shown in the table of both: whoever places one there keeps both.
        enforce_keeping_plans(plan.parent.partnership, by=by)
        enforce(
            rules.refusal_of_parent(
                is_itself=plan.parent_id == plan.pk,
                parent_has_parent=plan.parent.parent_id is not None,
                has_plans=plan.pk is not None and plan.plans.exists(),
            )
        )
    if plan.pk is not None and plan.parent_id != before:
        asked = ReportingQuarter.objects.filter(plan__in=[plan.pk, before or plan.pk])
        enforce(rules.refusal_to_move(quarters=asked.count()))
    plan.areas_together = plan.areas_together or "All area plans"
    plan.save()
    enter_plan(plan)
    return plan


def state_visions(
    *, plan: Plan, visions: Mapping[StrategicTheme, str], by: Any, reason: str = ""
) -> None:
    """Keep under which themes a plan is structured, each with its vision.

    A theme that is not named is taken out, unless priorities or actions of the plan stand under it.
    """
    partnership = plan.partnership
    with change(verb="Kept a plan’s themes", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping_plans(partnership, by=by)
        locked(Plan, plan.pk)
        kept = {row.theme_id: row for row in plan.themes.all()}
        for theme, vision in visions.items():
            row = kept.pop(theme.pk, None) or PlanTheme(plan=plan, theme=theme)
            if row.pk is None or row.vision != vision.strip():
                row.vision = vision.strip()
                row.plan = plan
                row.save()
        used = set(plan.priorities.filter(theme__in=kept).values_list("theme_id", flat=True))
        used |= set(plan.actions.filter(theme__in=kept).values_list("theme_id", flat=True))
        for key, row in kept.items():
            if key in used:
                sentence = f"Priorities or actions of the plan stand under {row.theme.name}."
                raise Refused(Refusal("theme-in-use", f"{sentence} Keep the theme, or move them."))
            row.plan = plan
            row.delete()


def state_priorities(
    *,
    plan: Plan,
    priorities: Sequence[tuple[int | None, str, StrategicTheme | None]],
    by: Any,
    reason: str = "",
) -> None:
    """Keep the priorities of a plan in their order: the key (None for a new one), text and theme.

    One that is not named is taken out, unless actions stand under it.
    """
    partnership = plan.partnership
    with change(verb="Kept a plan’s priorities", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping_plans(partnership, by=by)
        locked(Plan, plan.pk)
        kept = {row.pk: row for row in plan.priorities.all()}
        seen: set[str] = set()
        for place, (key, text, theme) in enumerate(priorities, 1):
            words = text.strip()
            if words.lower() in seen:
                raise Refused(Refusal("priority-twice", f"“{words}” is entered twice."))
            seen.add(words.lower())
            row = kept.pop(key, None) if key else None
            row = row or PlanPriority(plan=plan)
            same = (row.text, row.theme_id, row.position) == (words, theme and theme.pk, place)
            if not same:
                row.plan, row.text, row.theme, row.position = plan, words, theme, place
                row.save()
        for row in kept.values():
            if row.actions.exists():
                sentence = f"Actions stand under the priority “{row.text}”."
                raise Refused(Refusal("priority-in-use", f"{sentence} Keep it, or move them."))
            row.plan = plan
            row.delete()
