"""How are the plans of partnerships found, read and kept?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.refusals import enforce
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.cells import link
from partnerships.forms.plans import (
    ChangePlanForm,
    NewPlanForm,
    PrioritiesForm,
    VisionsForm,
    priorities_of,
    values_of,
    visions_of,
)
from partnerships.lists.plans import PlanList
from partnerships.models import Plan
from partnerships.queries.plan_page import plan_page, with_action_counts
from partnerships.rules.plans import refusal_to_keep
from partnerships.services import plans as services

from .loading import keeps_partnership, seen_partnership, sees_partnership
from .partnerships import HOME
from .plan_loading import keeps_plan, kept_plan, runs_quarters, seen_plan, under_plan, under_plans
from .records import posted
from .sections import section


def _listed(user: Any) -> Any:
    found = Plan.objects.visible_to(user).select_related("partnership", "parent")
    return with_action_counts(found)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def plans(request: HttpRequest) -> HttpResponseBase:
    """List every plan that the person may see."""
    return list_response(
        request,
        PlanList,
        _listed(request.user),
        title="Plans",
        breadcrumbs=[HOME, ("Partnerships", reverse("partnerships:list")), ("Plans", None)],
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def of_partnership(request: HttpRequest, reference: str) -> HttpResponseBase:
    """List the plans of one partnership."""
    partnership = seen_partnership(request, reference)
    user: Any = request.user
    page = section(partnership, "plans", "Plans")
    return list_response(
        request,
        PlanList,
        _listed(user).filter(partnership=partnership),
        title="Plans",
        breadcrumbs=page["breadcrumbs"],
        template="partnerships/records/list.html",
        extra={
            **page,
            "lead": "What the partnership plans to do, by whom, and how each quarter went.",
            "add_url": reverse("partnerships:add-plan", args=[reference]),
            "add_label": "Add a plan",
            "may_keep": user.may(Permission.KEEP_PLANS, partnership.scope_id),
        },
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one plan: its themes, priorities and actions, its quarters, and the SMART test."""
    thing = seen_plan(request, pk)
    page = plan_page(thing, request.user)
    above, partnership = thing.parent, thing.partnership
    # Whoever sees a plan as the one above theirs need not see the partnership that it belongs to.
    sees = sees_partnership(request, partnership)
    context = {
        "title": thing.name,
        "caption": partnership.name,
        "breadcrumbs": under_plans((thing.name, None)),
        "page": page,
        "plan": thing,
        "rows": [
            SummaryRow(
                "Partnership",
                link(partnership.get_absolute_url(), partnership.name)
                if sees
                else partnership.name,
            ),
            SummaryRow("Reaches", thing.get_coverage_display()),
            SummaryRow("Start date", thing.start),
            SummaryRow("End date", thing.end),
            SummaryRow("Strategic framework", thing.framework),
            SummaryRow("Belongs to", link(above.get_absolute_url(), above.name) if above else None),
            SummaryRow("Multi-agency plan", "Yes" if thing.is_multi_agency else "No"),
            SummaryRow("Actions", page.actions),
            SummaryRow("Note", thing.note),
        ],
        "may_keep": keeps_plan(request, thing),
        "may_note": keeps_partnership(request, partnership),
        "sees_partnership": sees,
        "may_run": runs_quarters(request, page.root),
    }
    return render(request, "partnerships/plans/page.html", context)


@access(Permission.KEEP_PLANS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a plan to a partnership."""
    partnership = seen_partnership(request, reference)
    user: Any = request.user
    enforce(refusal_to_keep(may_keep=user.may(Permission.KEEP_PLANS, partnership.scope_id)))
    listed = reverse("partnerships:partnership-plans", args=[reference])
    form = NewPlanForm(posted(request), user=user, cancel_url=listed)
    page = section(partnership, "plans", "Add a plan")
    return edit_page(
        request,
        form,
        save=lambda: services.add_plan(partnership=partnership, values=form.entry(), by=user),
        done=lambda added: f"{added.name} was added. Now add its themes, priorities and actions.",
        title="Add a plan",
        caption=partnership.name,
        breadcrumbs=page["breadcrumbs"],
    )


@access(Permission.KEEP_PLANS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is entered of a plan."""
    thing = kept_plan(request, pk)
    form = ChangePlanForm(
        posted(request),
        record=thing,
        user=request.user,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.change_plan(
            plan=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved.name} was saved.",
        values_of=values_of,
        title="Change the plan",
        caption=thing.name,
        breadcrumbs=under_plan(thing, ("Change", None)),
    )


@access(Permission.KEEP_PLANS)
def visions(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the themes of a plan, each with its vision."""
    thing = kept_plan(request, pk)
    form = VisionsForm(
        posted(request),
        plan=thing,
        initial=visions_of(thing),
        cancel_url=thing.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.state_visions(plan=thing, visions=form.visions(), by=request.user),
        done=lambda saved: "The themes of the plan were saved.",
        to=thing.get_absolute_url(),
        title="Themes and visions",
        caption=thing.name,
        breadcrumbs=under_plan(thing, ("Themes and visions", None)),
    )


@access(Permission.KEEP_PLANS)
def priorities(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the priorities of a plan, each under its theme."""
    thing = kept_plan(request, pk)
    form = PrioritiesForm(
        posted(request),
        plan=thing,
        initial=priorities_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        stated = form.priorities()
        return services.state_priorities(plan=thing, priorities=stated, by=request.user)

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: "The priorities of the plan were saved.",
        to=thing.get_absolute_url(),
        title="Priorities",
        caption=thing.name,
        breadcrumbs=under_plan(thing, ("Priorities", None)),
    )
