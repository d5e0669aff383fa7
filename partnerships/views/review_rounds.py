"""How are the yearly reviews opened for the whole council, followed and summed up?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.forms import OnceForm
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.refusals import enforce
from govreg.core.ui.lists import list_response
from partnerships.forms.governance_reviews import OpenRoundForm
from partnerships.lists.governance_reviews import OfRoundList, RoundList
from partnerships.models import PartnershipReview, ReviewRound
from partnerships.queries.governance_reviews import (
    at_work,
    missing_from,
    rounds_listed,
    statement_of,
    to_follow,
)
from partnerships.rules.governance_reviews import refusal_to_bring_in, refusal_to_keep_rounds
from partnerships.services import governance_reviews as services

from .loading import adds_partnerships
from .partnerships import trail

TITLE = "Yearly reviews"
TEMPLATES = "partnerships/governance_reviews"


def under_rounds(*steps: tuple[str, str | None]) -> list[Any]:
    """Return the breadcrumbs of a page under the list of rounds."""
    return trail((TITLE, reverse("partnerships:review-rounds")), *steps)


@access(Permission.VIEW_PARTNERSHIPS)
def rounds(request: HttpRequest) -> HttpResponseBase:
    """List the rounds, with how far each has come."""
    return list_response(
        request,
        RoundList,
        rounds_listed(request.user),
        title=TITLE,
        breadcrumbs=trail((TITLE, None)),
        template=f"{TEMPLATES}/rounds.html",
        extra={"may_open": adds_partnerships(request)},
    )


@access(Permission.KEEP_PARTNERSHIPS)
def open_reviews(request: HttpRequest) -> HttpResponse:
    """Open the reviews of a financial year."""
    enforce(refusal_to_keep_rounds(may_keep=adds_partnerships(request)))
    form = OpenRoundForm(
        request.POST if request.method == "POST" else None,
        cancel_url=reverse("partnerships:review-rounds"),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.open_round(by=request.user, **form.values()),
        done=lambda opened: f"{opened} were opened.",
        title="Open the yearly reviews",
        breadcrumbs=under_rounds(("Open", None)),
        intro=f"This makes one review to answer for each of the {at_work().count()} partnerships "
        "that are at work today.",
    )


@access(Permission.VIEW_PARTNERSHIPS)
def one_round(request: HttpRequest, pk: int) -> HttpResponseBase:
    """List the reviews of a round: who answered, who has not, and the ratings."""
    thing: Any = get_object_or_404(rounds_listed(request.user), pk=pk)
    unsigned = thing.seen - thing.signed
    keeps_rounds = adds_partnerships(request)
    return list_response(
        request,
        OfRoundList,
        to_follow(PartnershipReview.objects.visible_to(request.user)).filter(review_round=thing),
        title=str(thing),
        breadcrumbs=under_rounds((thing.financial_year, None)),
        template=f"{TEMPLATES}/round.html",
        extra={
            "thing": thing,
            "unsigned": unsigned,
            "missing": missing_from(thing).count() if keeps_rounds else 0,
            "is_overdue": bool(unsigned and thing.due_by < clock.today()),
        },
    )


@access(Permission.KEEP_PARTNERSHIPS)
def bring_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring into a round the partnerships that began after it was opened."""
    thing = get_object_or_404(ReviewRound.objects.visible_to(request.user), pk=pk)
    enforce(refusal_to_keep_rounds(may_keep=adds_partnerships(request)))
    missing = list(missing_from(thing))
    enforce(refusal_to_bring_in(missing=len(missing)))
    return final_step_page(
        request,
        OnceForm(request.POST if request.method == "POST" else None),
        save=lambda: services.bring_in(review_round=thing, by=request.user),
        done=f"What was at work and missing is in {thing.financial_year} now.",
        to=thing.get_absolute_url(),
        title="Bring partnerships into the yearly reviews",
        caption=str(thing),
        will_happen=[f"{partnership.name} gets a review to answer." for partnership in missing],
        confirm_label="Bring them in",
        breadcrumbs=under_rounds(
            (thing.financial_year, thing.get_absolute_url()), ("Bring in", None)
        ),
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """Sum a round up for the annual governance statement."""
    thing = get_object_or_404(ReviewRound.objects.visible_to(request.user), pk=pk)
    context = {
        "title": "Summary for the annual governance statement",
        "caption": str(thing),
        "breadcrumbs": under_rounds(
            (thing.financial_year, thing.get_absolute_url()), ("Summary", None)
        ),
        "thing": thing,
        "page": statement_of(thing, request.user),
        "today": clock.today(),
        "sees_all": request.user.may(Permission.VIEW_PARTNERSHIPS),  # type: ignore[union-attr]
    }
    return render(request, f"{TEMPLATES}/statement.html", context)
