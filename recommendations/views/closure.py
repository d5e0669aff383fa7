"""How is an action claimed, verified, closed, opened again, or its risk accepted?"""

from django.http import HttpRequest, HttpResponse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.reasons import ReasonForm
from recommendations.forms.closure import RiskAcceptanceForm, VerificationForm
from recommendations.forms.progress import ClaimForm
from recommendations.models import AgreedAction
from recommendations.queries.closure_decisions import committee_closes
from recommendations.rules.claims import refusal_to_claim
from recommendations.rules.closure import refusal_to_reopen, refusal_to_verify, state_after
from recommendations.rules.risk_acceptance import refusal_to_accept_risk
from recommendations.services import closure as services
from recommendations.services.claims import claim_completion
from recommendations.services.risk_acceptance import accept_risk as accept_the_risk

from .loading import facts_of, load_action, require, trail_of

DONE = {
    AgreedAction.State.CLOSED: "The action was verified and is closed.",
    AgreedAction.State.PROPOSED: "The action was verified. It is closed once the committee agrees.",
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
    return edit_page(
        request,
        form,
        save=lambda: claim_completion(
            action=action,
            statement=form.cleaned_data["statement"],
            on=clock.today(),
            by=request.user,
            uploads=form.cleaned_data["files"],
        ),
        done=lambda _made: "Completion was claimed. An auditor will verify it.",
        to=action.get_absolute_url(),
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
    by_committee = committee_closes(on=clock.today())
    form = VerificationForm(
        request.POST or None, record=action, cancel_url=action.get_absolute_url()
    )
    if by_committee:
        form.say_that_a_committee_closes()
    pending = action.claims.filter(outcome="pending").select_related("by")
    return edit_page(
        request,
        form,
        save=lambda: services.verify(
            action=action,
            version=form.version,
            on=clock.today(),
            by=request.user,
            **form.values(),
        ),
        done=lambda made: DONE[
            AgreedAction.State(state_after(made.result, by_committee=by_committee))
        ],
        to=action.get_absolute_url(),
        title="Verify a claim",
        caption=action.title,
        breadcrumbs=trail_of(action, "Verify"),
        template="recommendations/closure/verify.html",
        claim=pending.prefetch_related("evidence__file").first(),
        updates=action.updates.submitted().select_related("by").prefetch_related("evidence__file"),
    )


@access(Permission.VERIFY)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a closed action again."""
    action = load_action(request, pk)
    require(refusal_to_reopen(facts_of(request, action)))
    form = ReasonForm(request.POST or None)
    return final_step_page(
        request,
        form,
        save=lambda: services.reopen(
            action=action, on=clock.today(), by=request.user, **form.values()
        ),
        done="The action is open again.",
        to=action.get_absolute_url(),
        title="Open the action again",
        will_happen=[
            "The action goes back to those responsible and is followed up again.",
            "Its due date stays as it was, so it may be overdue at once.",
        ],
        confirm_label="Open again",
        breadcrumbs=trail_of(action, "Open again"),
    )


@access(Permission.ACCEPT_RISK)
def accept_risk(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept the risk of not doing an action."""
    action = load_action(request, pk)
    require(refusal_to_accept_risk(facts_of(request, action)))
    form = RiskAcceptanceForm(request.POST or None)
    return final_step_page(
        request,
        form,
        save=lambda: accept_the_risk(
            action=action, on=clock.today(), by=request.user, **form.values()
        ),
        done="The risk was accepted.",
        to=action.get_absolute_url(),
        title="Accept the risk",
        will_happen=[
            "The action is no longer followed up, and is shown as “risk accepted”.",
            "Your name, the reason and the review date are kept and reported.",
        ],
        confirm_label="Accept the risk",
        breadcrumbs=trail_of(action, "Accept the risk"),
    )
