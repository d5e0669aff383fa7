"""How are case studies found, read and kept?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.refusals import enforce
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.cells import link
from partnerships.forms.case_studies import ChangeCaseStudyForm, NewCaseStudyForm, values_of
from partnerships.forms.withdrawals import WithdrawForm
from partnerships.lists.case_studies import AllCaseStudiesList, CaseStudyList
from partnerships.models import CaseStudy, Partnership
from partnerships.queries.case_studies import partners_in_words, with_partners
from partnerships.rules.plans import refusal_to_keep
from partnerships.services import case_studies as services

from .loading import seen_partnership
from .partnerships import trail
from .records import Kept, adding, page_of, posted, stepping
from .sections import section

STUDIES = Kept(
    title="Case studies",
    section="case-studies",
    listed="partnerships:case-studies",
    added="partnerships:add-case-study",
    add_label="Add a case study",
    lead="Examples of what was done, what changed for whom, and how that is known.",
)


def _keeps(request: HttpRequest, partnership: Partnership) -> bool:
    """Say whether the person tells case studies: whoever keeps the partnership's plans."""
    user: Any = request.user
    return bool(user.may(Permission.KEEP_PLANS, partnership.scope_id))


def _kept_partnership(request: HttpRequest, reference: str) -> Partnership:
    partnership = seen_partnership(request, reference)
    enforce(refusal_to_keep(may_keep=_keeps(request, partnership)))
    return partnership


def _seen(request: HttpRequest, pk: int) -> CaseStudy:
    found = with_partners(CaseStudy.objects.visible_to(request.user))
    needs = found.select_related(
        "partnership__scope", "partnership__lead", "plan", "action", "practice"
    )
    thing: CaseStudy = get_object_or_404(needs, pk=pk)
    return thing


def _kept(request: HttpRequest, pk: int) -> CaseStudy:
    thing = _seen(request, pk)
    enforce(refusal_to_keep(may_keep=_keeps(request, thing.partnership)))
    return thing


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def all_case_studies(request: HttpRequest) -> HttpResponseBase:
    """List the case studies of every partnership that the person may see."""
    return list_response(
        request,
        AllCaseStudiesList,
        with_partners(CaseStudy.objects.visible_to(request.user)),
        title=STUDIES.title,
        breadcrumbs=trail((STUDIES.title, None)),
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def case_studies(request: HttpRequest, reference: str) -> HttpResponseBase:
    """List the case studies of one partnership."""
    partnership = seen_partnership(request, reference)
    page = section(partnership, STUDIES.section, STUDIES.title)
    extra = {
        **page,
        "lead": STUDIES.lead,
        "add_url": reverse(STUDIES.added, args=[reference]),
        "add_label": STUDIES.add_label,
        "may_keep": _keeps(request, partnership),
    }
    return list_response(
        request,
        CaseStudyList,
        with_partners(CaseStudy.objects.filter(partnership=partnership)),
        title=STUDIES.title,
        breadcrumbs=page["breadcrumbs"],
        template="partnerships/records/list.html",
        extra=extra,
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def case_study(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one case study."""
    thing = _seen(request, pk)
    plan, action, practice = thing.plan, thing.action, thing.practice
    rows = [
        SummaryRow("Plan", link(plan.get_absolute_url(), plan.name) if plan else None),
        SummaryRow("Action", link(action.get_absolute_url(), action) if action else None),
        SummaryRow("When", thing.period),
        SummaryRow("What was done", thing.done),
        SummaryRow("For whom something changed", thing.for_whom),
        SummaryRow("What changed", thing.changed),
        SummaryRow("Evidence", thing.evidence),
        SummaryRow("Partners", partners_in_words(thing)),
        SummaryRow(
            "Good practice", link(practice.get_absolute_url(), practice) if practice else None
        ),
    ]
    steps: list[tuple[str, str]] = []
    if _keeps(request, thing.partnership) and not thing.is_withdrawn:
        steps = [
            ("Change the case study", reverse("partnerships:change-case-study", args=[pk])),
            ("Withdraw it", reverse("partnerships:withdraw-case-study", args=[pk])),
        ]
    template = "partnerships/case_studies/page.html"
    return page_of(request, STUDIES, thing, rows, steps=steps, template=template)


@access(Permission.KEEP_PLANS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Tell a case study; the page of a plan or of an action names itself in the address."""
    partnership = _kept_partnership(request, reference)
    form = NewCaseStudyForm(
        posted(request),
        partnership=partnership,
        initial={
            "plan": request.GET.get("plan", "")[:20],
            "reference": request.GET.get("action", "")[:20],
        },
        cancel_url=STUDIES.address(partnership),
    )

    def save() -> Any:
        return services.tell_case_study(
            partnership=partnership,
            values=form.entry(),
            partners=form.partners(),
            by=request.user,
        )

    return adding(request, STUDIES, partnership, form, save)


@access(Permission.KEEP_PLANS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a case study tells."""
    thing = _kept(request, pk)
    form = ChangeCaseStudyForm(
        posted(request),
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.change_case_study(
            case_study=thing,
            version=form.version,
            values=form.entry(),
            partners=form.partners(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    title = "Change the case study"
    return stepping(request, STUDIES, thing, form, save, title=title, values_of=values_of)


@access(Permission.KEEP_PLANS)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a case study that was told in error."""
    thing = _kept(request, pk)
    form = WithdrawForm(posted(request), record=thing, cancel_url=thing.get_absolute_url())

    def save() -> Any:
        return services.withdraw_case_study(
            case_study=thing,
            version=form.version,
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return stepping(request, STUDIES, thing, form, save, title="Withdraw the case study")
