"""How are teams kept, and who joins and leaves them?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from partnerships.models import Team, TeamMembership
from partnerships.rules.membership import refusal_of_end, refusal_of_overlap, refusal_of_period

EDITABLE = ("name", "organisation")


def add_team(*, values: Mapping[str, Any], by: Any, reason: str = "") -> Team:
    """Add a team."""
    with change(verb="Added a team", by=by, reason=reason):
        team = Team()
        put(team, values, allowed=EDITABLE)
        _refuse_known(team)
        team.save()
    return team


def describe_team(
    *, team: Team, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Team:
    """Change a team's name or organisation."""
    with change(verb="Changed a team", by=by, reason=reason):
        team = locked(Team, team.pk, version=version)
        put(team, values, allowed=EDITABLE)
        _refuse_known(team)
        team.save()
    return team


def join_team(
    *, team: Team, user: Any, start: date | None, end: date | None = None, by: Any, reason: str = ""
) -> TeamMembership:
    """Record that a user is in a team from a day on."""
    others = TeamMembership.objects.filter(team=team, user=user).values_list("start", "end")
    enforce(refusal_of_period(start=start, end=end))
    enforce(refusal_of_overlap(start=start, end=end, others=others))
    with change(verb="Joined a team", by=by, reason=reason):
        membership = TeamMembership(team=team, user=user, start=start, end=end)
        membership.save()
    return membership


def leave_team(*, membership: TeamMembership, end: date, by: Any, reason: str) -> TeamMembership:
    """Record the last day on which a user is in a team."""
    with change(verb="Left a team", by=by, reason=reason):
        membership = locked(TeamMembership, membership.pk)
        enforce(refusal_of_end(start=membership.start, already_ended=membership.end, end=end))
        membership.end = end
        membership.save()
    return membership


def _refuse_known(team: Team) -> None:
    same = Team.objects.filter(name__iexact=team.name, organisation=team.organisation)
    if same.exclude(pk=team.pk).exists():
        raise Refused(
            Refusal("team-known", f"There is already a team “{team.name}” in that organisation.")
        )
