"""How is good practice noted, found and taken over?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.refusals import enforce
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.cells import link
from partnerships.forms.good_practice import (
    ChangeNoteForm,
    DecisionForm,
    NewNoteForm,
    values_of,
)
from partnerships.forms.withdrawals import WithdrawForm
from partnerships.lists.good_practice import OwnPracticeList, SharedPracticeList
from partnerships.models import GoodPractice, Partnership, Plan
from partnerships.queries.good_practice import (
    adopters_offered,
    latest_decisions,
    with_adoptions,
)
from partnerships.rules import keeping
from partnerships.services import good_practice as services

from .loading import keeps_partnership, kept_partnership, seen_partnership
from .partnerships import trail
from .records import Kept, adding, list_of, posted, stepping

PRACTICE = Kept(
    title="Good practice",
    section="good-practice",
    listed="partnerships:good-practice",
    added="partnerships:note-good-practice",
    add_label="Note good practice",
    lead="What worked here and could help others. What is shared is found by all partnerships.",
)
EVERYWHERE = "partnerships:all-good-practice"


@access(Permission.VIEW_PARTNERSHIPS)
def all_good_practice(request: HttpRequest) -> HttpResponseBase:
    """List what the partnerships share."""
    return list_response(
        request,
        SharedPracticeList,
        with_adoptions(GoodPractice.objects.visible_to(request.user).shared()),
        title=PRACTICE.title,
        breadcrumbs=trail((PRACTICE.title, None)),
    )


@access(Permission.VIEW_PARTNERSHIPS)
def good_practice(request: HttpRequest, reference: str) -> HttpResponseBase:
    """List what one partnership noted."""
    partnership = seen_partnership(request, reference)
    rows = with_adoptions(GoodPractice.objects.filter(partnership=partnership))
    return list_of(request, PRACTICE, partnership, OwnPracticeList, rows)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a note, and which partnerships took it over."""
    seen = GoodPractice.objects.visible_to(request.user).select_related("partnership")
    thing = get_object_or_404(seen, pk=pk)
    of_partnership = Partnership.objects.visible_to(request.user).filter(pk=thing.partnership_id)
    is_own = of_partnership.exists()
    args = [thing.partnership.reference, pk]
    steps = []
    if is_own and keeps_partnership(request, thing.partnership) and not thing.is_withdrawn:
        steps = [
            ("Change the note", reverse("partnerships:change-good-practice", args=args)),
            ("Withdraw it", reverse("partnerships:withdraw-good-practice", args=args)),
        ]
    if (
        thing.is_shared
        and not thing.is_withdrawn
        and adopters_offered(request.user, thing).exists()
    ):
        decide = reverse("partnerships:decide-on-good-practice", args=[pk])
        steps.append(("Record what a partnership decided", decide))
    context = {
        "title": thing.title,
        "caption": f"Good practice of {thing.partnership.name}",
        "breadcrumbs": trail((PRACTICE.title, reverse(EVERYWHERE)), (thing.title, None)),
        "thing": thing,
        "rows": [
            SummaryRow("Theme", thing.get_theme_display()),
            *_plan_of(request, thing),
            SummaryRow("What the difficulty was", thing.difficulty),
            SummaryRow("What was done", thing.done),
            SummaryRow("What it achieved", thing.achieved),
            SummaryRow("Where it was found", thing.source),
            SummaryRow("Who finds it", "All partnerships" if thing.is_shared else "Its own"),
        ],
        "steps": steps,
        "decisions": latest_decisions(request.user, thing),
        "own_url": PRACTICE.address(thing.partnership) if is_own else "",
        "history_url": reverse("history:record", args=[thing._meta.label_lower, pk])
        if is_own
        else "",
    }
    return render(request, "partnerships/good_practice/note.html", context)


@access(Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Note what worked; the page of a plan names itself in the address."""
    partnership = kept_partnership(request, reference)
    form = NewNoteForm(
        posted(request),
        partnership=partnership,
        initial={"plan": request.GET.get("plan", "")[:20]},
        cancel_url=PRACTICE.address(partnership),
    )

    def save() -> Any:
        return services.note_good_practice(
            partnership=partnership, values=form.entry(), by=request.user
        )

    return adding(request, PRACTICE, partnership, form, save)


@access(Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change a note, or share it."""
    thing = _note_of(kept_partnership(request, reference), pk)
    form = ChangeNoteForm(
        posted(request),
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.change_good_practice(
            note=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return stepping(
        request, PRACTICE, thing, form, save, title="Change the note", values_of=values_of
    )


@access(Permission.KEEP_PARTNERSHIPS)
def withdraw(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Withdraw a note."""
    thing = _note_of(kept_partnership(request, reference), pk)
    form = WithdrawForm(posted(request), record=thing, cancel_url=thing.get_absolute_url())

    def save() -> Any:
        return services.withdraw_good_practice(
            note=thing, version=form.version, by=request.user, reason=form.cleaned_data["reason"]
        )

    return stepping(request, PRACTICE, thing, form, save, title="Withdraw the note")


@access(Permission.KEEP_PARTNERSHIPS)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what a partnership decided about the good practice of another."""
    shared = GoodPractice.objects.visible_to(request.user).shared()
    thing = get_object_or_404(shared.select_related("partnership"), pk=pk)
    offered = adopters_offered(request.user, thing)
    enforce(keeping.refusal_to_keep_partnership(may_keep=offered.exists()))
    form = DecisionForm(
        posted(request),
        offered=offered,
        initial={"day": clock.today()},
        cancel_url=thing.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.decide_on_good_practice(
            note=thing,
            partnership=form.cleaned_data["partnership"],
            values=form.entry(),
            by=request.user,
        ),
        done=lambda made: f"The decision was recorded: {made}.",
        to=thing.get_absolute_url(),
        title="Record what a partnership decided",
        caption=thing.title,
        breadcrumbs=trail(
            (PRACTICE.title, reverse(EVERYWHERE)),
            (thing.title, thing.get_absolute_url()),
            ("Decide", None),
        ),
    )


def _plan_of(request: HttpRequest, thing: GoodPractice) -> list[SummaryRow]:
    """Return the row of its plan; nothing for who may not see the plan, or where there is none."""
    if thing.plan_id is None:
        return []
    plan = Plan.objects.visible_to(request.user).filter(pk=thing.plan_id).first()
    return [SummaryRow("Plan", link(plan.get_absolute_url(), plan.name))] if plan else []


def _note_of(partnership: Partnership, pk: int) -> GoodPractice:
    thing = get_object_or_404(GoodPractice, partnership=partnership, pk=pk)
    thing.partnership = partnership
    return thing
