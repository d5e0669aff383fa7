"""How are decisions to commission or decommission read, recorded and answered for?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.questions.editions import edition_of
from govreg.core.refusals import enforce
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.cells import link
from partnerships.forms.checklists import AnswersForm, answers_in
from partnerships.forms.commissioning import (
    CorrectCommissioningForm,
    NewCommissioningForm,
    WithdrawCommissioningForm,
    values_of,
    withdrawal_of,
)
from partnerships.lists.commissioning import CommissioningList
from partnerships.models import CommissioningDecision, Partnership
from partnerships.queries.commissioning import answered, decisions_of
from partnerships.rules.commissioning import refusal_to_change
from partnerships.services import commissioning as services

from .accountability import under_accountability
from .loading import keeps_partnership, kept_partnership, seen_partnership
from .sections import section

TITLE = "Commissioning decisions"
TEMPLATES = "partnerships/commissioning"


def _under(partnership: Partnership, *steps: tuple[str, str | None]) -> list[Any]:
    return under_accountability(partnership, (TITLE, _address(partnership)), *steps)


def _address(partnership: Partnership) -> str:
    return reverse("partnerships:commissioning", args=[partnership.reference])


def _decision_of(request: HttpRequest, partnership: Partnership, pk: int) -> Any:
    """Return a decision that the person may read; one of an exempt meeting is not found by others.

    The partnership is the one that was authorised.
    """
    found = CommissioningDecision.objects.visible_to(request.user).select_related(
        "body", "meeting", "question_set"
    )
    thing: Any = get_object_or_404(found, body__partnership=partnership, pk=pk)
    thing.body.partnership = partnership
    if thing.meeting is not None:
        thing.meeting.body = thing.body
    return thing


def _open_decision(request: HttpRequest, reference: str, pk: int) -> Any:
    thing = _decision_of(request, kept_partnership(request, reference), pk)
    enforce(refusal_to_change(withdrawn_on=thing.withdrawn_on))
    return thing


@access(Permission.VIEW_PARTNERSHIPS)
def decisions(request: HttpRequest, reference: str) -> HttpResponseBase:
    """List what the partnership's bodies decided to commission or decommission."""
    partnership = seen_partnership(request, reference)
    breadcrumbs = under_accountability(partnership, (TITLE, None))
    page = {**section(partnership, "accountability", TITLE), "breadcrumbs": breadcrumbs}
    return list_response(
        request,
        CommissioningList,
        decisions_of(partnership, request.user),
        title=TITLE,
        breadcrumbs=breadcrumbs,
        template=f"{TEMPLATES}/list.html",
        extra={**page, "may_keep": keeps_partnership(request, partnership)},
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def decision(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show a decision with the answers to what such a decision raises, and their gaps."""
    partnership = seen_partnership(request, reference)
    thing = _decision_of(request, partnership, pk)
    lines = answered(thing)
    gone = thing.withdrawn_on is not None
    context = {
        "title": thing.subject,
        "caption": partnership.name,
        "breadcrumbs": _under(partnership, (thing.subject, None)),
        "partnership": partnership,
        "decision": thing,
        "rows": [
            SummaryRow("Kind", thing.get_kind_display()),
            SummaryRow("Decided by", link(thing.body.get_absolute_url(), thing.body)),
            SummaryRow("Decided on", thing.day),
            SummaryRow("Meeting", _to(thing.meeting)),
            SummaryRow("What was decided", thing.outcome),
            *([SummaryRow("Withdrawn on", thing.withdrawn_on)] if gone else []),
            *([SummaryRow("Why it was withdrawn", thing.withdrawn_because)] if gone else []),
        ],
        "basis": thing.question_set.basis,
        "lines": lines,
        "gaps": [line for line in lines if line.is_gap],
        "may_change": keeps_partnership(request, partnership) and not gone,
    }
    return render(request, f"{TEMPLATES}/page.html", context)


def _to(meeting: Any) -> Any:
    return link(meeting.get_absolute_url(), meeting) if meeting else None


@access(Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a decision."""
    partnership = kept_partnership(request, reference)
    form = NewCommissioningForm(
        request.POST if request.method == "POST" else None,
        partnership=partnership,
        user=request.user,
        cancel_url=_address(partnership),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.record_commissioning(
            partnership=partnership, values=form.entry(), by=request.user
        ),
        done=lambda made: "The decision was recorded. Answer the questions on it next.",
        title="Record a commissioning decision",
        caption=partnership.name,
        breadcrumbs=_under(partnership, ("Record a decision", None)),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def correct(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Correct what was recorded of a decision."""
    thing = _open_decision(request, reference, pk)
    form = CorrectCommissioningForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        user=request.user,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.correct_commissioning(
            decision=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        ),
        done=lambda saved: "The decision was corrected.",
        values_of=values_of,
        **_words(thing, "Correct the decision", "Correct"),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def answer(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Answer what such a decision raises, in part or in whole."""
    thing = _open_decision(request, reference, pk)
    form = AnswersForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        edition=edition_of(thing.question_set),
        initial=answers_in(thing),
        cancel_url=thing.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.answer_commissioning(
            decision=thing, version=form.version, answers=form.answers(), by=request.user
        ),
        done=lambda saved: "The answers were saved.",
        values_of=answers_in,
        intro="You may save a part and go on later. What is not answered, or not soundly, shows "
        "as a gap.",
        **_words(thing, "Answer the questions", "Answer"),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def withdraw(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record that a decision no longer stands."""
    thing = _open_decision(request, reference, pk)
    form = WithdrawCommissioningForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial={"withdrawn_on": clock.today()},
        cancel_url=thing.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.withdraw_commissioning(
            decision=thing,
            version=form.version,
            withdrawn_on=form.cleaned_data["withdrawn_on"],
            because=form.cleaned_data["withdrawn_because"],
            by=request.user,
        ),
        done=lambda saved: "The decision was withdrawn. It is kept with its answers.",
        values_of=withdrawal_of,
        **_words(thing, "Withdraw the decision", "Withdraw"),
    )


def _words(thing: CommissioningDecision, title: str, step: str) -> dict[str, Any]:
    here = (thing.subject, thing.get_absolute_url())
    return {
        "title": title,
        "caption": str(thing),
        "breadcrumbs": _under(thing.body.partnership, here, (step, None)),
    }
