"""Who reports to whom in the stories about digests, and what stands in whose?"""

from typing import Any

from govreg.core import clock
from partnerships.models import Body, Organisation, Post, Team
from partnerships.services.memberships import add_member
from partnerships.services.posts import add_post, appoint
from partnerships.services.teams import add_team, join_team
from recommendations.models import AgreedAction
from recommendations.queries.digests import digests_of
from recommendations.rules.digests import Kind
from recommendations.services.actions import agree_action, understood
from tests.people import Cast

from .lines import iscb_plan


def agreed(cast: Cast, text: str, *owners: Any, printed: str = "June 2030") -> AgreedAction:
    """Agree an action of somebody, in the answer to K07's recommendation 9."""
    return agree_action(
        response=iscb_plan().response,
        text=text,
        timescale=understood(printed),
        owners=owners,
        by=cast.partnerships_officer,
    )


def post(cast: Cast, title: str, *holders: Any, reports_to: Post | None = None) -> Post:
    """Add a post that some people hold."""
    made = add_post(values={"title": title, "reports_to": reports_to}, by=cast.administrator)
    for holder in holders:
        appoint(post=made, user=holder, start=None, by=cast.administrator)
    return made


def team(cast: Cast, *members: Any) -> Team:
    """Add a team that some people are in."""
    made = add_team(values={"name": "The following-up team"}, by=cast.administrator)
    for member in members:
        join_team(team=made, user=member, start=None, by=cast.administrator)
    return made


def body_with(cast: Cast, seat: Post) -> Body:
    """Give a post a seat on a body of the trust."""
    found: Body = Body.objects.filter(partnership__reference="children-leeds").order_by("pk")[0]
    add_member(
        partnership=found.partnership,
        values={
            "body": found,
            "organisation": Organisation.objects.order_by("pk")[0],
            "post": seat,
            "representative": seat.title,
            "role": "member",
        },
        by=cast.partnerships_officer,
    )
    return found


def titles(user: Any, *kinds: Kind) -> set[str]:
    """Return what stands in a person's digest today, of some kinds or of all."""
    parts = digests_of([user], on=clock.today()).get(user.pk, [])
    return {line.title for part in parts for line in part.lines if part.kind in (kinds or Kind)}
