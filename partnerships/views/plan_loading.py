"""Which plan, action or quarter does this address mean, and may this person keep or run it?"""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from govreg.core.access import Permission
from govreg.core.quarters import Quarter, read_quarter
from govreg.core.refusals import enforce
from partnerships.models import Plan, PlanAction, ReportingQuarter
from partnerships.rules.plans import refusal_to_keep
from partnerships.rules.quarters import refusal_to_reopen_by, refusal_to_run

from .partnerships import trail

PLANS = "Plans"
PLAN_NEEDS = ("partnership__scope", "parent__partnership__scope", "framework")
#: A quarter is told of the plan at the top; whoever runs it is known by the keys of scopes.
QUARTER_NEEDS = ("partnership", "parent__partnership")


def under_plans(*steps: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """Return the breadcrumbs of a page under the plans."""
    return trail((PLANS, reverse("partnerships:plans")), *steps)


def under_plan(plan: Plan, *steps: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """Return the breadcrumbs of a page under a plan."""
    return under_plans((plan.name, plan.get_absolute_url()), *steps)


def seen_plan(request: HttpRequest, pk: int) -> Plan:
    """Return a plan that the person may see."""
    found = Plan.objects.visible_to(request.user).select_related(*PLAN_NEEDS)
    return get_object_or_404(found, pk=pk)


def keeps_plan(request: HttpRequest, plan: Plan) -> bool:
    """Say whether the person keeps the plans of its partnership."""
    user: Any = request.user
    return bool(user.may(Permission.KEEP_PLANS, plan.partnership.scope_id))


def kept_plan(request: HttpRequest, pk: int) -> Plan:
    """Return a plan that the person keeps."""
    plan = seen_plan(request, pk)
    enforce(refusal_to_keep(may_keep=keeps_plan(request, plan)))
    return plan


def seen_action(request: HttpRequest, pk: int) -> PlanAction:
    """Return an action that the person may see, because of its plan or of who leads it."""
    needs = (f"plan__{name}" for name in PLAN_NEEDS)
    found = PlanAction.objects.visible_to(request.user)
    found = found.select_related(*needs, "lead", "priority", "theme__framework")
    return get_object_or_404(found, pk=pk)


def kept_action(request: HttpRequest, pk: int) -> PlanAction:
    """Return an action whose plan the person keeps."""
    action = seen_action(request, pk)
    enforce(refusal_to_keep(may_keep=keeps_plan(request, action.plan)))
    return action


def quarter_meant(slug: str) -> Quarter:
    """Return the quarter of an address."""
    quarter = read_quarter(slug)
    if quarter is None:
        raise Http404
    return quarter


def quarter_of_plan(plan: Plan, slug: str) -> ReportingQuarter:
    """Return a quarter of a plan at the top that was opened."""
    found = ReportingQuarter.objects.of(plan, quarter_meant(slug))
    reporting: ReportingQuarter = get_object_or_404(found)
    reporting.plan = plan.parent or plan
    return reporting


def seen_quarter(request: HttpRequest, pk: int, slug: str) -> ReportingQuarter:
    """Return a quarter of a plan that the person may see."""
    found = Plan.objects.visible_to(request.user).select_related(*QUARTER_NEEDS)
    return quarter_of_plan(get_object_or_404(found, pk=pk), slug)


def runs_quarters(request: HttpRequest, plan: Plan) -> bool:
    """Say whether the person opens, closes and publishes the plan's quarters."""
    user: Any = request.user
    return bool(user.may(Permission.RUN_QUARTERS, plan.partnership.scope_id))


def run_quarter(request: HttpRequest, pk: int, slug: str) -> ReportingQuarter:
    """Return a quarter that the person runs."""
    reporting = seen_quarter(request, pk, slug)
    enforce(refusal_to_run(may_run=runs_quarters(request, reporting.plan)))
    return reporting


def reopens_quarters(request: HttpRequest) -> bool:
    """Say whether the person reopens closed quarters."""
    user: Any = request.user
    return bool(user.may(Permission.REOPEN_QUARTERS))


def reopened_quarter(request: HttpRequest, pk: int, slug: str) -> ReportingQuarter:
    """Return a quarter that the person may reopen."""
    reporting = seen_quarter(request, pk, slug)
    enforce(refusal_to_reopen_by(may_reopen=reopens_quarters(request)))
    return reporting
