"""How is an action claimed, verified, closed, opened again, or its risk accepted?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.reasons import ReasonForm
from govreg.core.editing.saving import attempt
from govreg.core.ui.pages import confirm_page, form_page
from recommendations.forms.closure import RiskAcceptanceForm, VerificationForm
from recommendations.forms.progress import ClaimForm
from recommendations.models import AgreedAction, CompletionClaim
from recommendations.rules.claims import refusal_to_claim
from recommendations.rules.closure import refusal_to_reopen, refusal_to_verify
from recommendations.rules.risk_acceptance import refusal_to_accept_risk
from recommendations.services import closure as services
from recommendations.services.claims import claim_completion
from recommendations.services.risk_acceptance import accept_risk as accept_the_risk

from .loading import facts_of, load_action, require, trail_of

DONE = {
    AgreedAction.State.CLOSED: "The action was verified and is closed.",
    AgreedAction.State.AGREED: "The claim was returned to those responsible.",
    AgreedAction.State.CLAIMED: "The note was recorded. The claim still waits for a test.",
}


@access.signed_in
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Claim that an action is implemented."""
    action = load_action(request, pk)
    facts = facts_of(request, action)
    require(refusal_to_claim(facts))
    form = ClaimForm(
        request.POST or None, request.FILES or None, cancel_url=action.get_absolute_url()
    )
    sent = request.method == "POST" and form.is_valid()
    if sent and attempt(form, lambda: _claim(request, action, form)):
        messages.success(request, "Completion was claimed. An auditor will verify it.")
        return redirect(action)
    return form_page(
        request,
        form,
        title="Claim completion",
        caption=action.title,
        breadcrumbs=trail_of(action, "Claim completion"),
        intro="Once claimed, the action waits for an auditor, and no further progress is recorded "
        "unless it is returned."
        + ("" if facts.evidence else " Attach a file that shows what was implemented."),
    )


@access(Permission.VERIFY)
def verify(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what a test of a claim found."""
    action = load_action(request, pk)
    require(refusal_to_verify(facts_of(request, action)))
    form = VerificationForm(request.POST or None, cancel_url=action.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        values = form.values()
        made = attempt(
            form,
            lambda: services.verify(action=action, on=clock.today(), by=request.user, **values),
        )
        if made:
            action.refresh_from_db()
            messages.success(request, DONE[AgreedAction.State(action.state)])
            return redirect(action)
    pending = (
        action.claims.filter(outcome="pending")
        .select_related("by")
        .prefetch_related("evidence__file")
        .first()
    )
    return form_page(
        request,
        form,
        title="Verify a claim",
        caption=action.title,
        breadcrumbs=trail_of(action, "Verify"),
        template="recommendations/closure/verify.html",
        claim=pending,
        updates=action.updates.submitted().select_related("by").prefetch_related("evidence__file"),
    )


@access(Permission.VERIFY)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a closed action again."""
    action = load_action(request, pk)
    require(refusal_to_reopen(facts_of(request, action)))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.values()["reason"]
        made = attempt(
            form,
            lambda: services.reopen(
                action=action, reason=reason, on=clock.today(), by=request.user
            ),
        )
        if made:
            messages.success(request, "The action is open again.")
            return redirect(action)
    return confirm_page(
        request,
        title="Open the action again",
        will_happen=[
            "The action goes back to those responsible and is followed up again.",
            "Its due date stays as it was, so it may be overdue at once.",
        ],
        confirm_label="Open again",
        cancel_url=action.get_absolute_url(),
        form=form,
        breadcrumbs=trail_of(action, "Open again"),
    )


@access(Permission.ACCEPT_RISK)
def accept_risk(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept the risk of not doing an action."""
    action = load_action(request, pk)
    require(refusal_to_accept_risk(facts_of(request, action)))
    form = RiskAcceptanceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.values()
        made = attempt(
            form,
            lambda: accept_the_risk(action=action, on=clock.today(), by=request.user, **values),
        )
        if made:
            messages.success(request, "The risk was accepted.")
            return redirect(action)
    return confirm_page(
        request,
        title="Accept the risk",
        will_happen=[
            "The action is no longer followed up, and is shown as “risk accepted”.",
            "Your name, the reason and the review date are kept and reported.",
        ],
        confirm_label="Accept the risk",
        cancel_url=action.get_absolute_url(),
        form=form,
        breadcrumbs=trail_of(action, "Accept the risk"),
    )


def _claim(request: HttpRequest, action: AgreedAction, form: ClaimForm) -> CompletionClaim:
    values = form.values()
    return claim_completion(
        action=action,
        statement=values["statement"],
        on=clock.today(),
        by=request.user,
        uploads=values["files"],
    )
