"""How is a quarter of a plan opened, chased, closed, published and reopened?"""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.reasons import ConfirmForm
from govreg.core.refusals import enforce
from govreg.core.ui.words import long_date
from partnerships.forms.quarters import OpenQuarterForm, ReopenForm
from partnerships.models import Plan
from partnerships.queries.chasing import Asked, asked_by_person, chased
from partnerships.queries.reminded import reminded_on, reminders
from partnerships.rules import quarters as rules
from partnerships.services import quarters as services
from partnerships.services.reminders import remind as send_reminders

from .loading import keeps_reference
from .plan_loading import reopened_quarter, run_quarter, runs_quarters, seen_plan, under_plan
from .quarters import under_quarter
from .records import posted

#: More names than these make a message that nobody reads.
MOST_NAMED = 5
ALL_REMINDED = (
    "Everybody who can answer for what still waits was written to today. You can remind them again "
    "tomorrow."
)
REOPENED_BY = "Only an administrator can reopen the quarter, with a reason."


@access(Permission.RUN_QUARTERS)
def open_quarter(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a quarter: the lead agencies are asked for their answers."""
    plan = seen_plan(request, pk)
    enforce(rules.refusal_to_run(may_run=runs_quarters(request, plan)))
    enforce(rules.refusal_of_part(has_parent=plan.parent_id is not None))
    today = clock.today()
    form = OpenQuarterForm(posted(request), plan=plan, on=today, cancel_url=plan.get_absolute_url())

    def save() -> Any:
        return services.open_quarter(
            plan=plan,
            quarter=form.meant(),
            answers_by=form.cleaned_data["answers_by"],
            on=today,
            by=request.user,
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda opened: f"{opened.period} is open. The lead agencies can answer now.",
        title="Open a quarter",
        caption=plan.name,
        breadcrumbs=under_plan(plan, ("Open a quarter", None)),
    )


@access(Permission.RUN_QUARTERS)
@require_safe
def chase(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show what waits by lead organisation and plan, and who would be reminded, or why nobody."""
    reporting = run_quarter(request, pk, slug)
    user: Any = request.user
    found = chased(reporting, on=clock.today())
    written = reminders(reporting)
    today = {one.person for day in written if day.day == clock.today() for one in day.reminders}
    context = {
        "title": "Who has not answered",
        "caption": str(reporting),
        "breadcrumbs": under_quarter(reporting, ("Who has not answered", None)),
        "reporting": reporting,
        "found": found,
        "written": written,
        "all_written_today": bool(today) and not asked_by_person(found).keys() - today,
        "whom": "Who would be reminded" if reporting.is_open else "Who answers for them",
        "seen": set(Plan.objects.visible_to(user).values_list("pk", flat=True)),
        "keeps_posts": keeps_reference(request),
        "keeps_people": user.may(Permission.ADMINISTER_PEOPLE),
    }
    return render(request, "partnerships/quarters/chase.html", context)


@access(Permission.RUN_QUARTERS)
def remind(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Write to everybody who answers for an action that has no answer."""
    reporting = run_quarter(request, pk, slug)
    enforce(rules.refusal_unless_open(state=reporting.state, what="chased"))
    found, today = chased(reporting, on=clock.today()), reminded_on(reporting, clock.today())
    asked = asked_by_person(found)
    new = {person: of for person, of in asked.items() if person not in today}
    if asked and not new:
        messages.info(request, ALL_REMINDED)
        return redirect("partnerships:chase-quarter", pk, slug)
    return final_step_page(
        request,
        ConfirmForm(posted(request)),
        save=lambda: send_reminders(reporting=reporting, on=clock.today(), by=request.user),
        done=f"The reminders are on their way to {_names(new)}.",
        to=reporting.get_absolute_url(),
        title="Remind those who have not answered",
        will_happen=[
            *(_is_written_to(person, of) for person, of in new.items()),
            *(
                f"{person} was written to today already, and is not written to again today."
                for person in asked
                if person in today
            ),
            *_unreached(sum(line.waiting for line in found if not line.people)),
        ],
        confirm_label="Send the reminders",
        breadcrumbs=under_quarter(reporting, ("Remind", None)),
    )


def _names(people: Iterable[Any]) -> str:
    """Return who is written to; where they are many, the first of them and how many more."""
    names = [str(one) for one in people]
    if len(names) > MOST_NAMED:
        names = [*names[:MOST_NAMED], f"{len(names) - MOST_NAMED} more"]
    return " and ".join([one for one in (", ".join(names[:-1]), *names[-1:]) if one])


def _is_written_to(person: Any, asked: Asked) -> str:
    number = "1 action that waits" if asked.number == 1 else f"{asked.number} actions that wait"
    return f"{person} is written to about {number} for their answer."


def _unreached(number: int) -> list[str]:
    """Say for how many actions nobody can be written to."""
    if not number:
        return []
    wait = "1 action that waits" if number == 1 else f"{number} actions that wait"
    return [f"Nobody can be written to about {wait}: the page before says why."]


def _blank(number: int) -> str:
    """Say how many actions are counted as blank."""
    if number == 1:
        return "1 action that has started has no answer and is counted as blank."
    return f"{number} actions that have started have no answer and are counted as blank."


@access(Permission.RUN_QUARTERS)
def close(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Close a quarter: its figures are frozen."""
    reporting = run_quarter(request, pk, slug)
    today = clock.today()
    enforce(rules.refusal_to_close(state=reporting.state, quarter=reporting.period, on=today))
    waiting = sum(line.waiting for line in chased(reporting, on=today))
    return final_step_page(
        request,
        ConfirmForm(posted(request)),
        save=lambda: services.close_quarter(reporting=reporting, on=today, by=request.user),
        done=f"{reporting.period} was closed. Its figures are frozen.",
        to=reporting.get_absolute_url(),
        title=f"Close {reporting.period}",
        will_happen=[
            "The figures of the quarter are frozen as they are now, with how each action stands.",
            _blank(waiting),
            "A later answer is kept with this quarter, listed as late in the next report, and "
            "changes none of the figures.",
            REOPENED_BY,
        ],
        confirm_label="Close the quarter",
        breadcrumbs=under_quarter(reporting, ("Close", None)),
    )


@access(Permission.RUN_QUARTERS)
def publish(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Publish the figures of a closed quarter."""
    reporting = run_quarter(request, pk, slug)
    enforce(rules.refusal_to_publish(state=reporting.state))
    return final_step_page(
        request,
        ConfirmForm(posted(request)),
        save=lambda: services.publish_quarter(
            reporting=reporting, on=clock.today(), by=request.user
        ),
        done=f"{reporting.period} was published.",
        to=reporting.get_absolute_url(),
        title=f"Publish {reporting.period}",
        will_happen=[
            f"The figures of {long_date(reporting.closed_on)} are marked as published.",
            REOPENED_BY,
        ],
        confirm_label="Publish the quarter",
        breadcrumbs=under_quarter(reporting, ("Publish", None)),
    )


@access(Permission.REOPEN_QUARTERS)
def reopen(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Reopen a closed quarter, with a reason."""
    reporting = reopened_quarter(request, pk, slug)
    if reporting.is_open:
        enforce(rules.refusal_to_reopen(state=reporting.state, reason=""))
    form = ReopenForm(posted(request))
    return final_step_page(
        request,
        form,
        save=lambda: services.reopen_quarter(
            reporting=reporting,
            on=clock.today(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        ),
        done=f"{reporting.period} is open again.",
        to=reporting.get_absolute_url(),
        title=f"Reopen {reporting.period}",
        will_happen=[
            "The version that was closed stays to be read, with the reason.",
            "Answers count again, those that came late too, until the quarter is closed once more "
            "as the next version.",
        ],
        confirm_label="Reopen the quarter",
        serious=True,
        breadcrumbs=under_quarter(reporting, ("Reopen", None)),
    )
