"""How is a committee's decision on a report recorded, and its work programme kept?"""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.refusals import enforce
from govreg.core.ui.lists import list_response
from govreg.reports.forms.committee_decisions import (
    AddItemForm,
    CorrectDecisionForm,
    CorrectItemForm,
    FinishItemForm,
    RecordDecisionForm,
    values_of,
    values_of_item,
)
from govreg.reports.lists.work_programme import WorkProgrammeList
from govreg.reports.models import (
    CommitteeDecision,
    FollowUpIssue,
    ScrutinyIssue,
    WorkProgrammeItem,
)
from govreg.reports.queries.committee_decisions import programme_of
from govreg.reports.rules.committee_decisions import refusal_to_correct_item, refusal_to_record
from govreg.reports.services import committee_decisions as services

from . import follow_up, scrutiny

PROGRAMME = "Work programme"
Issue = FollowUpIssue | ScrutinyIssue
NEEDS = (
    "issue__report__partnership__scope",
    "scrutiny_issue__report__plan__partnership__scope",
)


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _under(issue: Issue, last: str) -> list[tuple[str, str | None]]:
    version = (f"Version {issue.number}", issue.get_absolute_url())
    if isinstance(issue, ScrutinyIssue):
        return scrutiny.under(issue.report, version, (last, None))
    return follow_up.under(issue.report, version, (last, None))


def _decision(request: HttpRequest, pk: int) -> CommitteeDecision:
    """Return a decision that the person may change; one that they may not see is a 404."""
    seen = FollowUpIssue.objects.visible_to(request.user).order_by().values("pk")
    told = ScrutinyIssue.objects.visible_to(request.user).order_by().values("pk")
    rows = CommitteeDecision.objects.filter(Q(issue__in=seen) | Q(scrutiny_issue__in=told))
    found: CommitteeDecision = get_object_or_404(rows.select_related(*NEEDS), pk=pk)
    may = services.may_record(request.user, found.about.report)
    enforce(refusal_to_record(may_record=may))
    return found


@access(Permission.RECORD_DECISIONS)
def record(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Record one decision on a version of a follow-up report."""
    return _record(request, follow_up.load_version(request, pk, number))


@access(Permission.RECORD_DECISIONS)
def record_on_scrutiny(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Record one decision on a version of a report to scrutiny."""
    return _record(request, scrutiny.load_version(request, pk, number))


def _record(request: HttpRequest, issue: Issue) -> HttpResponse:
    may = services.may_record(request.user, issue.report)
    enforce(refusal_to_record(may_record=may))
    form = RecordDecisionForm(_posted(request), cancel_url=issue.get_absolute_url())
    return edit_page(
        request,
        form,
        save=lambda: services.record_decision(
            issue=issue, values=form.entry(), programme=form.programme, by=request.user
        ),
        done=lambda made: f"“{made}” was recorded.",
        to=issue.get_absolute_url(),
        title="Record what the committee decided",
        caption=str(issue),
        breadcrumbs=_under(issue, "Record a decision"),
    )


@access(Permission.RECORD_DECISIONS)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what was recorded of a decision."""
    decision = _decision(request, pk)
    form = CorrectDecisionForm(
        _posted(request),
        record=decision,
        initial=values_of(decision),
        cancel_url=decision.about.get_absolute_url(),
    )

    def save() -> CommitteeDecision:
        return services.correct_decision(
            decision=decision,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"“{saved}” was corrected.",
        to=decision.about.get_absolute_url(),
        values_of=values_of,
        title="Correct the decision",
        caption=str(decision),
        breadcrumbs=_under(decision.about, "Correct the decision"),
    )


@access(Permission.RECORD_DECISIONS)
def add_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Add what is to come before the committee because of a decision."""
    decision = _decision(request, pk)
    form = AddItemForm(_posted(request), cancel_url=decision.about.get_absolute_url())
    return edit_page(
        request,
        form,
        save=lambda: services.add_to_programme(
            decision=decision, values=form.item(), by=request.user
        ),
        done=lambda made: f"“{made}” is on the work programme.",
        to=decision.about.get_absolute_url(),
        title="Add to the work programme",
        caption=str(decision),
        breadcrumbs=_under(decision.about, "Add to the work programme"),
    )


@access(Permission.VIEW_ISSUED_REVIEWS)
def programme(request: HttpRequest) -> HttpResponseBase:
    """List what is to come before the committees."""
    return list_response(
        request,
        WorkProgrammeList,
        programme_of(request.user),
        title=PROGRAMME,
        breadcrumbs=[("Home", "/"), (PROGRAMME, None)],
    )


def _item(request: HttpRequest, pk: int) -> WorkProgrammeItem:
    """Return an item that the person may change; one that they may not see is a 404."""
    seen = WorkProgrammeItem.objects.visible_to(request.user)
    item: WorkProgrammeItem = get_object_or_404(
        seen.select_related(*(f"decision__{name}" for name in NEEDS)), pk=pk
    )
    may = services.may_record(request.user, item.decision.about.report)
    enforce(refusal_to_record(may_record=may))
    return item


def _on_programme(last: str) -> list[tuple[str, str | None]]:
    return [("Home", "/"), (PROGRAMME, reverse("follow-up:programme")), (last, None)]


@access(Permission.RECORD_DECISIONS)
def correct_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what is to come before the committee, until it came."""
    item = _item(request, pk)
    enforce(refusal_to_correct_item(is_done=item.done_on is not None))
    form = CorrectItemForm(
        _posted(request),
        record=item,
        initial=values_of_item(item),
        cancel_url=reverse("follow-up:programme"),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.correct_item(
            item=item,
            version=form.version,
            values=form.item(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        ),
        done=lambda saved: f"“{saved}” was corrected.",
        to=reverse("follow-up:programme"),
        values_of=values_of_item,
        title="Correct the item",
        caption=item.what,
        breadcrumbs=_on_programme("Correct the item"),
    )


@access(Permission.RECORD_DECISIONS)
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Record when an item came before the committee, and what came of it."""
    item = _item(request, pk)
    form = FinishItemForm(
        _posted(request),
        record=item,
        initial={"done_on": clock.today()},
        cancel_url=reverse("follow-up:programme"),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.finish_item(
            item=item,
            version=form.version,
            done_on=form.cleaned_data["done_on"],
            result=form.cleaned_data["result"],
            by=request.user,
        ),
        done=lambda saved: f"“{saved}” is finished.",
        to=reverse("follow-up:programme"),
        values_of=lambda saved: {"done_on": saved.done_on, "result": saved.result},
        title="Record what came of it",
        caption=item.what,
        breadcrumbs=_on_programme("Record what came of it"),
    )
