"""How are the actions of a plan listed, read, kept and judged?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.cells import link
from partnerships.forms import smart_tests as smart_forms
from partnerships.forms.plan_actions import (
    ChangeActionForm,
    JointOutcomeForm,
    NewActionForm,
    WithdrawActionForm,
    values_of,
)
from partnerships.lists.plan_actions import KeptPlanActionList, PlanActionList
from partnerships.models import Plan, PlanAction
from partnerships.queries.plan_page import actions_listed, quarters_of
from partnerships.queries.smart_tests import facts_of
from partnerships.rules.smart_tests import hints
from partnerships.services import plan_actions as services
from partnerships.services.smart_tests import judge

from .partnerships import HOME
from .plan_loading import keeps_plan, kept_action, kept_plan, seen_action, seen_plan, under_plan
from .records import posted


def under_action(action: PlanAction, *steps: tuple[str, str | None]) -> list:
    """Return the breadcrumbs of a page under an action."""
    actions = reverse("partnerships:plan-actions", args=[action.plan_id])
    here = (action.reference, action.get_absolute_url() if steps else None)
    return under_plan(action.plan, ("Actions", actions), here, *steps)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def actions(request: HttpRequest, pk: int) -> HttpResponseBase:
    """List the actions of a plan."""
    thing = seen_plan(request, pk)
    keeps = keeps_plan(request, thing)
    return list_response(
        request,
        KeptPlanActionList if keeps else PlanActionList,
        actions_listed(thing).visible_to(request.user),  # type: ignore[attr-defined]
        title="Actions",
        breadcrumbs=under_plan(thing, ("Actions", None)),
        template="partnerships/records/list.html",
        extra={
            "caption": thing.name,
            "lead": _lead(thing),
            "add_url": reverse("partnerships:add-plan-action", args=[pk]),
            "add_label": "Add an action",
            "may_keep": keeps,
            "kept_by": "The actions are kept by the area manager of the plan’s partnership, its "
            "lead officer and the partnerships officers.",
        },
    )


def _lead(thing: Plan) -> str:
    """Return what stands above the list, with where the actions of the plans under it are read."""
    said = "What is done under the plan, what is to come of it, and who leads it."
    if not thing.plans.exists():
        return said
    return format_html(
        "{} The actions of {} stand with each of them.",
        said,
        link(f"{thing.get_absolute_url()}#parts", "the plans that belong to it"),
    )


@access.signed_in
@require_safe
def action(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one action, how it stood in each quarter, and how it was judged."""
    thing = seen_action(request, pk)
    said = hints(facts_of(thing))
    sees = Plan.objects.visible_to(request.user).filter(pk=thing.plan_id).exists()
    judged = {row.criterion: row for row in thing.smart_judgements.select_related("judged_by")}
    context = {
        "title": thing.action,
        "caption": f"{thing.reference}, {thing.plan.name}",
        # Who leads an action reads it wherever it stands, and its plan only where they may.
        "breadcrumbs": under_action(thing) if sees else [HOME, (thing.reference, None)],
        "action": thing,
        "rows": _rows(thing, sees_plan=sees),
        "quarters": quarters_of(thing, on=clock.today()),
        "tests": [
            (one, judged.get(one.value), said[one]) for one in smart_forms.SmartJudgement.Criterion
        ],
        "outcomes": thing.joint_outcomes.all(),
        "may_keep": keeps_plan(request, thing.plan) and thing.withdrawn_on is None,
    }
    return render(request, "partnerships/plan_actions/page.html", context)


def _rows(thing: PlanAction, *, sees_plan: bool) -> list[SummaryRow]:
    plan = thing.plan
    partners = [row.organisation.name for row in thing.partners.select_related("organisation")]
    return [
        SummaryRow("Plan", link(plan.get_absolute_url(), plan.name) if sees_plan else plan.name),
        SummaryRow("Priority", thing.priority),
        SummaryRow("Theme", thing.theme.name if thing.theme else None),
        SummaryRow("Planned output or outcome", thing.output),
        SummaryRow("How it is measured", thing.measure),
        SummaryRow("Unit", thing.unit),
        SummaryRow("Baseline", thing.baseline),
        SummaryRow("Target", thing.target),
        SummaryRow("Outcome for people", thing.outcome),
        SummaryRow("Lead organisation", thing.lead),
        SummaryRow("Partners that act with it", ", ".join(partners)),
        SummaryRow("Start date", thing.start),
        SummaryRow("End date", thing.end),
    ]


@access(Permission.KEEP_PLANS)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add an action to a plan."""
    thing = kept_plan(request, pk)
    listed = reverse("partnerships:plan-actions", args=[pk])
    form = NewActionForm(posted(request), plan=thing, cancel_url=listed)

    def save() -> Any:
        return services.add_action(
            plan=thing, values=form.entry(), partners=form.partners(), by=request.user
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda added: f"{added.reference} was added.",
        title="Add an action",
        caption=thing.name,
        breadcrumbs=under_plan(thing, ("Actions", listed), ("Add an action", None)),
    )


@access(Permission.KEEP_PLANS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is entered of an action."""
    thing = kept_action(request, pk)
    form = ChangeActionForm(
        posted(request),
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.change_action(
            action=thing,
            version=form.version,
            values=form.entry(),
            partners=form.partners(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved.reference} was saved.",
        values_of=values_of,
        title="Change the action",
        caption=str(thing),
        breadcrumbs=under_action(thing, ("Change", None)),
    )


@access(Permission.KEEP_PLANS)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw an action, from a day on."""
    thing = kept_action(request, pk)
    form = WithdrawActionForm(
        posted(request),
        record=thing,
        initial={"day": clock.today()},
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.withdraw_action(
            action=thing,
            version=form.version,
            day=form.cleaned_data["day"],
            on=clock.today(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved.reference} was withdrawn.",
        to=thing.get_absolute_url(),
        values_of=lambda record: {"day": record.withdrawn_on},
        title="Withdraw the action",
        caption=str(thing),
        breadcrumbs=under_action(thing, ("Withdraw", None)),
    )


@access(Permission.KEEP_PLANS)
def test(request: HttpRequest, pk: int) -> HttpResponse:
    """Judge an action by the SMART test."""
    thing = kept_action(request, pk)
    form = smart_forms.SmartTestForm(
        posted(request),
        record=thing,
        initial=smart_forms.values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return judge(
            action=thing,
            version=form.version,
            answers=form.answers(),
            on=clock.today(),
            by=request.user,
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"How {thing.reference} was judged was saved.",
        to=thing.get_absolute_url(),
        values_of=smart_forms.values_of,
        title="SMART test",
        caption=str(thing),
        breadcrumbs=under_action(thing, ("SMART test", None)),
    )


@access(Permission.KEEP_PLANS)
def record_outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what changed because partners acted together."""
    thing = kept_action(request, pk)
    form = JointOutcomeForm(posted(request), cancel_url=thing.get_absolute_url())

    def save() -> Any:
        return services.record_outcome(
            action=thing, **form.values(), on=clock.today(), by=request.user
        )

    title = "Record a joint outcome"
    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: "The outcome was recorded.",
        to=thing.get_absolute_url(),
        title=title,
        caption=str(thing),
        breadcrumbs=under_action(thing, (title, None)),
    )
