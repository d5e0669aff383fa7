"""How are teams kept, and who is in them?"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.cells import link
from partnerships.forms.posts import AppointForm, LastDayForm
from partnerships.forms.teams import ChangeTeamForm, NewTeamForm, values_of
from partnerships.lists.teams import TeamList
from partnerships.models import Team, TeamMembership
from partnerships.queries.listed import teams_listed
from partnerships.services.teams import add_team, describe_team, join_team, leave_team

from .loading import authorise_reference, keeps_reference, kept_team, seen_team

HOME = ("Home", "/")


def trail(*steps: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """Return the breadcrumbs of a page under the list of teams."""
    return [HOME, ("Teams", reverse("partnerships:teams")), *steps]


@access(Permission.VIEW_PARTNERSHIPS, Permission.ADMINISTER_REFERENCE)
def teams(request: HttpRequest) -> HttpResponseBase:
    """List the teams."""
    return list_response(
        request,
        TeamList,
        teams_listed(request.user, on=clock.today()),
        title="Teams",
        breadcrumbs=[HOME, ("Teams", None)],
        template="partnerships/teams/list.html",
        extra={"may_keep": keeps_reference(request)},
    )


@access(Permission.VIEW_PARTNERSHIPS, Permission.ADMINISTER_REFERENCE)
def team(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one team and the people who are or were in it."""
    thing = seen_team(request, pk)
    today = clock.today()
    people = list(thing.memberships.select_related("user").order_by("user__name", "-start"))
    organisation = thing.organisation
    where = link(organisation.get_absolute_url(), organisation) if organisation else ""
    context = {
        "title": thing.name,
        "caption": "Team",
        "breadcrumbs": trail((thing.name, None)),
        "team": thing,
        "rows": [SummaryRow("Organisation", where)],
        "people": [(p, p.is_in_force(on=today), p.end is None) for p in people],
        "may_keep": keeps_reference(request),
    }
    return render(request, "partnerships/teams/page.html", context)


@access(Permission.ADMINISTER_REFERENCE)
def add(request: HttpRequest) -> HttpResponse:
    """Add a team."""
    authorise_reference(request)
    form = NewTeamForm(
        request.POST if request.method == "POST" else None,
        cancel_url=reverse("partnerships:teams"),
    )
    return edit_page(
        request,
        form,
        save=lambda: add_team(values=form.entry(), by=request.user),
        done=lambda added: f"The team {added.name} was added.",
        title="Add a team",
        breadcrumbs=trail(("Add a team", None)),
    )


@access(Permission.ADMINISTER_REFERENCE)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a team's name or organisation."""
    thing = kept_team(request, pk)
    form = ChangeTeamForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Team:
        return describe_team(
            team=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The team {saved.name} was saved.",
        values_of=values_of,
        title="Change the team",
        caption=thing.name,
        breadcrumbs=trail((thing.name, thing.get_absolute_url()), ("Change", None)),
    )


@access(Permission.ADMINISTER_REFERENCE)
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that somebody is in a team from a day on."""
    thing = kept_team(request, pk)
    form = AppointForm(
        request.POST if request.method == "POST" else None,
        cancel_url=thing.get_absolute_url(),
        submit_label="Add to the team",
    )
    return edit_page(
        request,
        form,
        save=lambda: join_team(team=thing, by=request.user, **form.values()),
        done=lambda membership: f"{membership.user} was added to {thing.name}.",
        to=thing.get_absolute_url(),
        title="Add somebody to the team",
        caption=thing.name,
        intro="Actions that this team owns are then theirs to report on, for as long as they "
        "are in it.",
        breadcrumbs=trail((thing.name, thing.get_absolute_url()), ("Add somebody", None)),
    )


@access(Permission.ADMINISTER_REFERENCE)
def leave(request: HttpRequest, pk: int, membership_pk: int) -> HttpResponse:
    """Record the last day on which somebody is in a team."""
    thing = kept_team(request, pk)
    joined = TeamMembership.objects.select_related("user")
    membership = get_object_or_404(joined, team=thing, pk=membership_pk)
    form = LastDayForm(request.POST if request.method == "POST" else None)
    return final_step_page(
        request,
        form,
        save=lambda: leave_team(
            membership=membership,
            end=form.cleaned_data["end"],
            by=request.user,
            reason=form.cleaned_data["reason"],
        ),
        done=f"The last day of {membership.user} in {thing.name} was recorded.",
        to=thing.get_absolute_url(),
        title="End the time in the team",
        caption=str(membership),
        will_happen=[
            f"{membership.user} stops acting for this team after the day you give.",
            "Actions that the team owns stay with the team.",
        ],
        confirm_label="Record the last day",
        breadcrumbs=trail((thing.name, thing.get_absolute_url()), ("End", None)),
    )
