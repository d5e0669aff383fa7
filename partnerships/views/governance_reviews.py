"""How is the yearly review of one partnership answered, signed off and read?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.refusals import enforce
from govreg.core.ui.lists import list_response
from partnerships.forms.governance_reviews import (
    ActionDoneForm,
    AnswerReviewForm,
    SignOffForm,
    done_of,
    values_of,
)
from partnerships.lists.governance_reviews import OfPartnershipList
from partnerships.models import Partnership, PartnershipReview, RemedialAction
from partnerships.queries.governance_review_page import review_page
from partnerships.queries.governance_reviews import known_of, refusal_to_sign, with_before
from partnerships.rules import governance_reviews as rules
from partnerships.services import governance_reviews as services

from .loading import keeps_partnership, kept_partnership, seen_partnership
from .partnerships import trail
from .sections import section

TITLE = "Reviews of governance"
TEMPLATES = "partnerships/governance_reviews"


def under_reviews(partnership: Partnership, *steps: tuple[str, str | None]) -> list[Any]:
    """Return the breadcrumbs of a page under a partnership's reviews."""
    here = (partnership.name, partnership.get_absolute_url())
    listed = reverse("partnerships:governance-reviews", args=[partnership.reference])
    return trail(here, (TITLE, listed), *steps)


def review_of(partnership: Partnership, pk: int) -> Any:
    """Return a review of a partnership, read with the rating before it."""
    found = with_before(
        PartnershipReview.objects.select_related("review_round__question_set", "reviewer")
    )
    thing = get_object_or_404(found, partnership=partnership, pk=pk)
    thing.partnership = partnership
    return thing


@access(Permission.VIEW_PARTNERSHIPS)
def of_partnership(request: HttpRequest, reference: str) -> HttpResponseBase:
    """List the reviews of one partnership."""
    partnership = seen_partnership(request, reference)
    page = section(partnership, "governance-reviews", TITLE)
    return list_response(
        request,
        OfPartnershipList,
        PartnershipReview.objects.filter(partnership=partnership),
        title=TITLE,
        breadcrumbs=page["breadcrumbs"],
        template=f"{TEMPLATES}/of_partnership.html",
        extra=page,
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def review(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show a review: its areas with what the register knows, its rating and what is to be done."""
    partnership = seen_partnership(request, reference)
    thing = review_of(partnership, pk)
    may_keep = keeps_partnership(request, partnership)
    context = {
        "title": str(thing),
        "caption": partnership.name,
        "breadcrumbs": under_reviews(partnership, (thing.review_round.financial_year, None)),
        "partnership": partnership,
        "review": thing,
        "page": review_page(thing, request.user, on=clock.today()),
        "may_keep": may_keep,
        "may_change": may_keep and rules.refusal_to_change(state=thing.state) is None,
    }
    return render(request, f"{TEMPLATES}/page.html", context)


@access(Permission.KEEP_PARTNERSHIPS)
def answer(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Answer a review, in part or in whole."""
    partnership = kept_partnership(request, reference)
    thing = review_of(partnership, pk)
    enforce(rules.refusal_to_change(state=thing.state))
    form = AnswerReviewForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        known=known_of(thing, on=clock.today()),
        initial={
            **values_of(thing),
            "significance": thing.significance or partnership.significance,
        },
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.answer_review(
            review=thing,
            version=form.version,
            values=form.entry(),
            answers=form.answers(),
            actions=form.actions(),
            by=request.user,
            reason=form.cleaned_data["reason"] or "",
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The review was saved: {saved.get_state_display().lower()}.",
        values_of=values_of,
        title="Answer the yearly review",
        caption=f"{partnership.name}, {thing.review_round.financial_year}",
        breadcrumbs=_under_review(thing, "Answer"),
        intro="You may save a part and go on later. It counts as answered, and can be signed off, "
        "when every area is judged with what shows it, and the rating with its reason, the "
        "significance, the reviewer and the date are given.",
    )


@access(Permission.KEEP_PARTNERSHIPS)
def sign_off(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Sign a review off."""
    partnership = kept_partnership(request, reference)
    thing = review_of(partnership, pk)
    enforce(refusal_to_sign(thing, request.user))
    form = SignOffForm(request.POST if request.method == "POST" else None, record=thing)
    return final_step_page(
        request,
        form,
        save=lambda: services.sign_off_review(review=thing, version=form.version, by=request.user),
        done=f"{thing} of {partnership.name} was signed off.",
        to=thing.get_absolute_url(),
        title="Sign off the yearly review",
        caption=f"{partnership.name}, {thing.review_round.financial_year}",
        will_happen=[
            f"The rating “{thing.get_rating_display()}” counts in the summary for the annual "
            "governance statement.",
            "What the register knows of the partnership today is kept with the review.",
            *_significance_said(thing),
            "The review changes no more; only the days on which its remedial actions are done are "
            "still recorded.",
        ],
        confirm_label="Sign off",
        serious=True,
        breadcrumbs=_under_review(thing, "Sign off"),
    )


def _significance_said(thing: PartnershipReview) -> list[str]:
    """Say what the signature will write to the partnership; nothing where the two agree."""
    partnership = thing.partnership
    if partnership.significance == thing.significance and partnership.significance_on:
        return []
    recorded = partnership.get_significance_display()
    before = f"in place of “{recorded}”" if recorded else "where none was judged"
    if partnership.significance == thing.significance:
        before = "which nobody has approved until now"
    return [
        f"The significance “{thing.get_significance_display()}” is written to the partnership’s "
        f"particulars, {before}, as approved today by {thing.reviewer}."
    ]


@access(Permission.KEEP_PARTNERSHIPS)
def action_done(request: HttpRequest, reference: str, pk: int, action_pk: int) -> HttpResponse:
    """Record that a remedial action was done."""
    thing = review_of(kept_partnership(request, reference), pk)
    action: Any = get_object_or_404(RemedialAction, review=thing, pk=action_pk)
    action.review = thing
    form = ActionDoneForm(
        request.POST if request.method == "POST" else None,
        record=action,
        initial={"done_on": clock.today()},
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.finish_action(
            action=action,
            version=form.version,
            done_on=form.cleaned_data["done_on"],
            by=request.user,
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: "The action was recorded as done.",
        to=thing.get_absolute_url(),
        values_of=done_of,
        title="Record a remedial action as done",
        caption=action.text,
        breadcrumbs=_under_review(thing, "Done"),
    )


def _under_review(thing: PartnershipReview, step: str) -> list[Any]:
    here = (thing.review_round.financial_year, thing.get_absolute_url())
    return under_reviews(thing.partnership, here, (step, None))
